import { expect, test } from 'vitest';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

const ZH = '春节期间（2 月 17 日至 23 日）营业时间为 9:30 至 15:30，敬请谅解。';
const EN = 'Spring Festival hours, 17 to 23 February, 9:30 to 15:30';

test.each([ZH, EN])('nothing of %s is lost, and no line is too wide', (text) => {
  for (const width of [6, 8, 12, 40]) {
    const lines = wrapText(text, width);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
  }
});

test('words stay whole, and no line begins with a closing mark', () => {
  expect(wrapText('see our staff', 4)).toEqual(['see our', 'staff']);
  for (const line of wrapText(ZH, 9)) expect(line).not.toMatch(/^[，。）]/);
});

test('a date stays whole, with the marks around it, where a line holds it', () => {
  const notice = '调整营业时间（11 月 28 日起），2026年12月1日9点恢复。';
  for (let width = 7; width < 24; width += 0.5) {
    const lines = wrapText(notice, width);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
    expect(
      lines.some((line) => line.includes('（11 月 28 日')),
      `${width}`,
    ).toBe(true);
    for (const line of lines) expect(line).not.toMatch(/（$/);
  }
  expect(wrapText(notice, 12).join('\n')).toContain('2026年12月1日9点');
  // Narrower than the date: it goes over lines as any text does.
  expect(wrapText('2026 年 12 月', 4)).toEqual(['2026 年', '12 月']);
});

test('a word that no line holds has one of its own', () => {
  expect(wrapText('an internationalisation', 3)).toEqual(['an', 'internationalisation']);
});

test('Chinese breaks between its words', () => {
  expect(wrapText('请下载手机银行办理转账', 5)).toEqual(['请下载手机', '银行办理', '转账']);
});
