/** A sign is told dots: no text on it can become a frame. Rules: WEB-2. Source: SEC-05, SEC-06. */
import { CounterId, TicketNumber } from '@tingxu/contract/ids';
import { cardEar } from '@tingxu/twins/led/led-frames';
import { expect, it } from 'vitest';
import { drawPage } from './dots.ts';
import { showFrame } from './frame.ts';
import type { SignFacts } from './sign-facts.ts';
import { type SignRole, scaleOf, signPages } from './sign-pages.ts';

const ONE = CounterId.parse('1');
/** What begins, ends and escapes a frame, as characters; and what a terminal would obey. */
const LABELS = ['\u00a5Z', '\u00a6\u0002', 'Z[\u0001', '\u001b[2J', '1\n2', '\u202e1', '¥¦[Z'];

const facts = (label: string): SignFacts => {
  const number = TicketNumber.parse('A001');
  return {
    ...{ open: true, calling: [{ number, label }], serving: [] },
    counters: new Map([[ONE, { label, state: 'calling', number, pauseReason: null }]]),
  };
};
const ROLES: readonly SignRole[] = [
  { size: { width: 320, height: 16 }, language: 'zh-CN', shows: { counter: ONE } },
  { size: { width: 320, height: 32 }, language: 'en', shows: { calls: true, rows: 2 } },
];

/** What the card takes for frames. */
const heard = (bytes: Uint8Array) => {
  const ear = cardEar();
  return [...bytes].flatMap((byte) => ear(byte) ?? []);
};

it('WEB-2 a label of whatever signs is dots in one frame', () => {
  for (const role of ROLES) {
    const { size } = role;
    const plain = signPages(facts('1'), role);
    expect(plain.length).toBeGreaterThan(0);
    for (const label of LABELS) {
      const pages = signPages(facts(label), role).map((rows) =>
        drawPage(rows, size, scaleOf(role)),
      );
      for (const page of pages) expect(page.length).toBe((size.width / 8) * size.height);
      const frame = showFrame(
        { address: 1, number: 7 },
        { size, pages, stayMs: 2_000, validS: 10 },
      );
      expect(heard(frame), JSON.stringify(label)).toMatchObject([{ whole: true, number: 7 }]);
    }
  }
});

it('the card of the test takes bytes that nobody has escaped for the end of a frame', () => {
  const frame = Buffer.from(
    showFrame(
      { address: 1, number: 7 },
      { size: { width: 64, height: 16 }, pages: [new Uint8Array(128)], stayMs: 2_000, validS: 10 },
    ),
  );
  const spoilt = Buffer.concat([
    frame.subarray(0, 40),
    Buffer.from([0x5a, 0xa5, 0xa5]),
    frame.subarray(40),
  ]);
  expect(heard(spoilt)).not.toMatchObject([{ whole: true, number: 7 }]);
});
