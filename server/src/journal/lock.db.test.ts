import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { lockFolder } from './lock.ts';

let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => place.remove());

/** Another process that takes the lock and keeps it. */
const holder = async (folder: string): Promise<ChildProcess> => {
  const source = `
    import { lockFolder } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
    // Kept: what nobody holds any more, the collector closes.
    globalThis.lock = lockFolder(process.argv[1]);
    console.log('locked');
    setInterval(() => {}, 1_000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source, '--', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
};

describe('lock', () => {
  it('JRN-6 refuses a second server, names the first, and is free after kill -9', async () => {
    const child = await holder(place.folder);
    try {
      expect(() => lockFolder(place.folder)).toThrow(
        expect.objectContaining({
          code: 'JournalLocked',
          message: expect.stringContaining(`(process ${child.pid})`),
        }),
      );
    } finally {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
    const lock = lockFolder(place.folder);
    lock.release();
  });

  it('JRN-6 refuses a second holder in the same process until the first lets go', () => {
    const lock = lockFolder(place.folder);
    expect(() => lockFolder(place.folder)).toThrow('Another server');
    expect(() => lockFolder(place.folder)).toThrow('Another server');
    lock.release();
    lockFolder(place.folder).release();
  });
});
