import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENVIRONMENT } from './environment.ts';
import { nearestName } from './nearest-name.ts';
import { readSettings } from './settings.ts';
import { StartRefusal } from './start-refusal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tingxu-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (env: Record<string, string>): string => {
  try {
    readSettings(env, folder);
  } catch (error) {
    if (error instanceof StartRefusal) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('settings', () => {
  it('have defaults that start the demo', () => {
    expect(readSettings({}, folder)).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataFolder: join(folder, 'demo-data'),
      logLevel: 'info',
      rateLimitPerMinute: 1200,
      ticketsPerMinute: 20,
      halls: [],
      demo: true,
      demoMoves: false,
      directory: null,
      brand: null,
      devices: [],
      phones: null,
      recordings: null,
      tls: null,
      signOn: null,
      behindTls: false,
      sessions: { shiftMs: 43_200_000, lockAfterMs: 600_000 },
      parentPid: null,
      clock: { kind: 'system', accept: false },
    });
  });

  it('let a demo hall move, and no hall of a bank', () => {
    const moves = (env: Record<string, string>) =>
      readSettings({ TINGXU_DEMO_MOVES: '1', ...env }, folder).demoMoves;
    expect(moves({})).toBe(true);
    expect(moves({ TINGXU_DEMO_MOVES: '0' })).toBe(false);
    const example = new URL('../../../docs/tingxu.example.yaml', import.meta.url);
    writeFileSync(join(folder, 'tingxu.yaml'), readFileSync(example, 'utf8'));
    expect(moves({})).toBe(false);
    expect(moves({ TINGXU_DEMO: '0' })).toBe(false);
    expect(moves({ TINGXU_DEMO: '1' })).toBe(true);
  });

  it('AUTH-17 give a demo a data folder of its own', () => {
    const example = readFileSync(
      new URL('../../../docs/tingxu.example.yaml', import.meta.url),
      'utf8',
    );
    writeFileSync(join(folder, 'tingxu.yaml'), example.replace(/^ *data:.*\n/m, ''));
    expect(readSettings({}, folder).dataFolder).toBe(join(folder, 'data'));
    expect(readSettings({ TINGXU_DEMO: '1' }, folder).dataFolder).toBe(join(folder, 'demo-data'));
    expect(readSettings({ TINGXU_DEMO: '1', TINGXU_DATA: 'a' }, folder).dataFolder).toBe(
      join(folder, 'a'),
    );
  });

  it('refuse a data folder that no system can have, and a parent that is no process', () => {
    const nul = String.fromCharCode(0);
    expect(refusal({ TINGXU_DATA: `a${nul}b` })).toMatch(/data folder .* NUL character/);
    writeFileSync(join(folder, 'tingxu.yaml'), 'server: { data: "a\\0b" }\n');
    expect(refusal({})).toMatch(/data folder .* NUL character/);
    expect(refusal({ TINGXU_DATA: 'a' })).toBe('accepted');
    for (const pid of ['0', '999999999999999']) {
      expect(refusal({ TINGXU_DATA: 'a', TINGXU_PARENT_PID: pid })).toContain('process id');
    }
    expect(readSettings({ TINGXU_DATA: 'a', TINGXU_PARENT_PID: '1' }, folder).parentPid).toBe(1);
  });

  it('take the environment over the file over the defaults; paths are the file’s own', () => {
    writeFileSync(
      join(folder, 'branch.yaml'),
      'server: { port: 9000, host: 0.0.0.0, data: ../queue, rateLimitPerMinute: 5 }\n',
    );
    const settings = readSettings(
      {
        TINGXU_CONFIG: 'branch.yaml',
        PORT: '9001',
        TINGXU_LOG_LEVEL: 'warn',
        TINGXU_RATE_LIMIT: '0',
      },
      folder,
    );
    expect(settings).toMatchObject({
      port: 9001,
      host: '0.0.0.0',
      dataFolder: join(folder, '..', 'queue'),
      logLevel: 'warn',
      rateLimitPerMinute: 0,
    });
    expect(readSettings({ TINGXU_DATA: 'elsewhere' }, folder).dataFolder).toBe(
      join(folder, 'elsewhere'),
    );
  });

  it('count an empty variable as none', () => {
    expect(readSettings({ PORT: '', TINGXU_CONFIG: '', TINGXU_DEMO: '' }, folder).port).toBe(8080);
    expect(readSettings({ TINGXU_SEED: '7' }, folder).port).toBe(8080);
  });

  it('leave the demo out when halls are configured, unless it is asked for', () => {
    const example = new URL('../../../docs/tingxu.example.yaml', import.meta.url).pathname;
    const env = { TINGXU_CONFIG: decodeURIComponent(example) };
    expect(readSettings(env, folder)).toMatchObject({
      demo: false,
      halls: [{ hall: 'riverside' }],
    });
    expect(readSettings({ ...env, TINGXU_DEMO: '1' }, folder).demo).toBe(true);
    expect(refusal({ TINGXU_DEMO: '0' })).toContain('No hall is configured');
  });

  it.each([
    [
      { TINGXU_DATEN: 'x' },
      'Unknown environment variable TINGXU_DATEN (did you mean "TINGXU_DATA"?).',
    ],
    [
      { tingxu_data: 'x' },
      'Unknown environment variable tingxu_data (did you mean "TINGXU_DATA"?).',
    ],
    [{ TINGXU_SOMETHING_ELSE: 'x' }, 'Unknown environment variable TINGXU_SOMETHING_ELSE.'],
    [{ PORT: 'eighty' }, 'PORT="eighty" is not a whole number.'],
    [{ PORT: '70000' }, 'PORT="70000" is not a port from 0 to 65535.'],
    [{ PORT: '-1' }, 'PORT="-1" is not a whole number.'],
    [{ TINGXU_DEMO: 'yes' }, 'TINGXU_DEMO="yes" is not 0 or 1.'],
    [{ TINGXU_LOG_LEVEL: 'loud' }, 'TINGXU_LOG_LEVEL="loud" is not one of fatal, error,'],
    [{ TINGXU_RATE_LIMIT: '99999999999' }, 'TINGXU_RATE_LIMIT="99999999999" is not a number from'],
    [{ TINGXU_CONFIG: 'none.yaml' }, 'The config file cannot be read: ENOENT'],
    [{ TINGXU_CLOCK: 'sundial' }, 'TINGXU_CLOCK="sundial" is not system or controlled.'],
    [{ TINGXU_CLOCK: 'controlled' }, 'for tests only and needs TINGXU_TEST=1'],
    [{ TINGXU_CLOCK: 'controlled', TINGXU_TEST: '1' }, 'needs TINGXU_CLOCK_START'],
  ])('refuse %j in one sentence', (env, sentence) => {
    const told = refusal(env as Record<string, string>);
    expect(told).toContain(sentence);
    expect(told).not.toContain('\n');
  });

  it('allow a controlled clock to a test only', () => {
    const env = {
      TINGXU_CLOCK: 'controlled',
      TINGXU_TEST: '1',
      TINGXU_CLOCK_START: '915494400000',
    };
    expect(readSettings(env, folder).clock).toEqual({
      kind: 'controlled',
      startAt: 915_494_400_000,
    });
  });
});

describe('hints', () => {
  it('find every name of the environment from one wrong letter', () => {
    const names = Object.keys(ENVIRONMENT);
    for (const name of names) expect(nearestName(`${name}x`, names)).toBe(name);
    expect(nearestName('TINGXU_QQQQQQQQ', names)).toBeNull();
  });

  it('DIR-4 give a bank directory 400 ms unless told otherwise', () => {
    const of = (directory: string) => {
      writeFileSync(join(folder, 'tingxu.yaml'), `server:\n  directory: ${directory}\n`);
      return readSettings({}, folder).directory;
    };
    const url = 'https://directory.bank.example/customers';
    expect(of(`{ url: "${url}" }`)).toEqual({ url, timeoutMs: 400 });
    expect(of(`{ url: "${url}", timeoutMs: 250 }`)).toEqual({ url, timeoutMs: 250 });
    expect(() => of('{ url: "ftp://bank" }')).toThrow('directory.url');
  });
});
