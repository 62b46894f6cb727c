import { expect, test } from 'vitest';
import { createScanner, readScan } from './scan.ts';

const LINK = `demo.20261121-0042.${'a-_9'.repeat(5)}Zz`;

test('LINK-1 the code of a ticket names it, alone or in an address', () => {
  for (const text of [LINK, `https://q.bank.example/t/#${LINK}`]) {
    expect(readScan(text)).toEqual({ kind: 'ticket', ticket: '20261121-0042' });
  }
});

test('BOOK-1 anything else is asked for as a booking, in a form that the server takes', () => {
  expect(readScan('7K3M-PQ9T-2XWA-B4CD')).toEqual({
    kind: 'booking',
    reference: '7K3MPQ9T2XWAB4CD',
  });
  for (const text of ['https://other.example/advert?id=5', '码', 'x'.repeat(90)]) {
    const scanned = readScan(text);
    expect(scanned.kind === 'booking' && scanned.reference).toMatch(/^[0-9A-Za-z]{8,32}$/);
  }
});

const typed = (text: string, gapMs: number): readonly string[] => {
  const scans: string[] = [];
  const key = createScanner((scan) => scans.push(scan));
  let at = 1_000;
  for (const sign of text) {
    at += gapMs;
    key(sign, at);
  }
  const ended = key('Enter', at + gapMs);
  expect(ended).toBe(scans.length > 0);
  return scans;
};

test('a scan that was cut off is forgotten, and what is too short for a code is none', () => {
  expect(typed('7K3MPQ9T2XWAB4CD', 8)).toEqual(['7K3MPQ9T2XWAB4CD']);
  expect(typed('7K3MPQ9T2XWAB4CD', 1_200)).toEqual([]);
  expect(typed('7K3MPQ9T', 8)).toEqual(['7K3MPQ9T']);
  expect(typed('A001', 8)).toEqual([]);
  expect(typed('', 8)).toEqual([]);
});
