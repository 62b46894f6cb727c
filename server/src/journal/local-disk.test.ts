import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { assertLocalDisk, networkFileSystem } from './local-disk.ts';

describe('local disk', () => {
  it('DS-01 knows network file systems by their number, signed or not', () => {
    expect(networkFileSystem(0x6969)).toBe('NFS');
    expect(networkFileSystem(0xff534d42)).toBe('CIFS');
    expect(networkFileSystem(0xff534d42 | 0)).toBe('CIFS');
    expect(networkFileSystem(0xef53)).toBeUndefined();
  });

  it('DS-01 accepts a local folder', () => {
    expect(() => assertLocalDisk(tmpdir())).not.toThrow();
  });
});
