import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SCREENS } from './build-stamp.ts';
import { BUDGETS, firstScript, isOver, weigh, wholeScript } from './bundle-budget.ts';

let root: string;
const dist = (): string => join(root, 'kiosk', 'dist');
/** Chance does not get smaller by compression. */
const asset = (name: string, bytes: number): void =>
  writeFileSync(join(dist(), 'assets', name), randomBytes(bytes));
const page = (tags: string): void => writeFileSync(join(dist(), 'index.html'), tags);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tingxu-budget-'));
  mkdirSync(join(dist(), 'assets'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const ENTRY = '<script type="module" crossorigin src="/kiosk/assets/index-a.js"></script>';
const PART = '<link rel="modulepreload" crossorigin href="/kiosk/assets/part-b.js">';

test('every screen has a budget', () => {
  expect(Object.keys(BUDGETS).sort()).toEqual([...SCREENS].sort());
});

test('what the page names is over its budget as soon as one part is too much', () => {
  asset('index-a.js', 5_000);
  asset('part-b.js', 6_000);
  page(ENTRY);
  expect(weigh(root, { kiosk: 10_000 }).map(isOver)).toEqual([false]);
  page(ENTRY + PART);
  expect(weigh(root, { kiosk: 10_000 }).map(isOver)).toEqual([true]);
});

test('what comes later does not count, and a page without script is refused', () => {
  asset('index-a.js', 1_000);
  asset('later-c.js', 50_000);
  page(ENTRY);
  expect(firstScript(dist())).toBeLessThan(2_000);
  page('<p>nothing</p>');
  expect(() => firstScript(dist())).toThrow('names no script');
});

test('what comes later counts among all of it', () => {
  asset('index-a.js', 5_000);
  page(ENTRY);
  expect(weigh(root, { kiosk: 10_000 }, wholeScript).map(isOver)).toEqual([false]);
  asset('later-c.js', 6_000);
  expect(weigh(root, { kiosk: 10_000 }, firstScript).map(isOver)).toEqual([false]);
  expect(weigh(root, { kiosk: 10_000 }, wholeScript).map(isOver)).toEqual([true]);
});
