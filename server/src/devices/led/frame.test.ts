import { describe, expect, it } from 'vitest';
import { ARC, crc16 } from '../crc.ts';
import { drawPage } from './dots.ts';
import { answerReader, askFrame, clearFrame, showFrame } from './frame.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const TO = { address: 3, number: 0x5a_a5 };
const BEGIN = 'a5'.repeat(8);

const answered = (bytes: string) => {
  const read = answerReader();
  return [...Buffer.from(bytes, 'hex')].flatMap((byte) => read(byte) ?? []);
};

describe('the reference frame of LED cards', () => {
  it('LED-5 says each byte as documented, and escapes what begins and ends a frame', () => {
    // To 3, from 8000h, number 5AA5h with both of its bytes escaped, five bytes of data.
    expect(hex(askFrame(TO))).toBe(`${BEGIN}03000080a6025b0200000000fe020500a2000100002e615a`);
    expect(hex(clearFrame({ address: 1, number: 1 }))).toBe(
      `${BEGIN}01000080010000000000fe020700a306010000ff0037e45a`,
    );
  });

  it('LED-2, LED-4, LED-7 shows a known text as known dots, for a stated time, in memory', () => {
    const size = { width: 64, height: 16 };
    const pages = [drawPage(['请A001号'], size, 1)];
    const frame = hex(
      showFrame({ address: 1, number: 1 }, { size, pages, stayMs: 2_500, validS: 10 }),
    );
    const header = '01000080010000000000fe029600';
    // All areas away, one there, number 0 at 0, 0; 64 by 16; dark after 10 s; 1 page of 2.5 s.
    const area = 'a306010000ff0100000000004000100002 0a00 01 1900'.replaceAll(' ', '');
    // Unifont's rows of U+8BF7, A, 0, 0, 1 and U+53F7, from the top.
    const rows = [
      '0040000000000000 4040000000001ff0 27fc000000001010 2040000000001010',
      '03f8181818081010 0040242424181ff0 e7fe244242280000 200042464608fffe',
      '23f8424a4a080800 22087e5252081000 23f8426262081ff0 2208424242080010',
      '2bf8422424080010 32084218183e0010 22280000000000a0 0210000000000040',
    ];
    const dots = rows.join('').replaceAll(' ', '');
    expect(frame.startsWith(`${BEGIN}${header}${area}`)).toBe(true);
    expect(frame).toContain(dots);
    expect(frame.slice(-2)).toBe('5a');
  });

  it('LED-5 hears an answer only when it is whole and right', () => {
    const answer = '0080030001000000' + '0000' + 'fe020500a000000000';
    const sum = crc16(ARC, Buffer.from(answer, 'hex'));
    const right = `${BEGIN}${answer}${hex(Uint8Array.of(sum & 0xff, sum >> 8))}5a`;
    const heard = { address: 3, number: 1, taken: true };
    expect(answered(right)).toEqual([heard]);
    expect(answered(`00a61307a5ff${right}`)).toEqual([heard]);
    expect(answered(right.replace('a000', 'a001'))).toEqual([]);
    expect(answered(right.slice(0, 40) + right)).toEqual([heard]);
    expect(answered(right.slice(0, -2))).toEqual([]);
  });
});
