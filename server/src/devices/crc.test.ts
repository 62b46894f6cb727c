import { describe, expect, it } from 'vitest';
import { ARC, crc16, X25 } from './crc.ts';

/** What catalogues of sums print as the check of each form. */
const CHECK = Buffer.from('123456789');

describe('sums of frames', () => {
  it('LED-5, CALLER-5 come out as their forms are catalogued', () => {
    expect(crc16(ARC, CHECK)).toBe(0xbb_3d);
    expect(crc16(X25, CHECK)).toBe(0x90_6e);
  });
});
