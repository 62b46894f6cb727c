import { describe, expect, it } from 'vitest';
import { gb18030 } from './gb18030.ts';

const hex = (text: string): string => Buffer.from(gb18030(text)).toString('hex');

describe('GB18030', () => {
  it.each([
    ['中国银行', 'd6d0b9fad2f8d0d0'],
    ['A001', '41303031'],
    ['€', 'a2e3'],
    ['5–10 □', '35a8433130' + '20a1f5'],
    // Four bytes: an extension of the first plane, and a character of another plane.
    ['㐂', '8139ef31'],
    ['𠮷', '9534b235'],
  ])('writes %s', (text, bytes) => {
    expect(hex(text)).toBe(bytes);
  });

  it('writes every character so that it is read as the same', () => {
    const decoder = new TextDecoder('gb18030');
    const wrong: string[] = [];
    for (let point = 0x20; point <= 0x10ffff; point += point < 0x20000 ? 1 : 61) {
      const surrogate = point >= 0xd800 && point <= 0xdfff;
      if (surrogate || point === 0x7f || point === 0xfffd) continue;
      const character = String.fromCodePoint(point);
      if (decoder.decode(gb18030(character)) !== character) wrong.push(point.toString(16));
    }
    // Two dozen characters of private use have no sequence of their own; nobody is called by one.
    expect(wrong.filter((point) => !/^e[5-8]/.test(point))).toEqual([]);
    expect(wrong.length).toBeLessThan(30);
  });

  it('lets no text give a command to the printer', () => {
    expect(hex('\u001b@\n\u0010\u0004\u0001\ud800')).toBe('3f403f3f3f3f3f');
  });
});
