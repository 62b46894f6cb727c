import { describe, expect, test } from 'vitest';
import { AT, call } from '../testing/calls.ts';
import { buildOf, isNewer, isQuiet } from './new-build.ts';

const page = (name: string): string =>
  `<script type="module" crossorigin src="/board/assets/${name}.js"></script>`;
const MINUTE = 60_000;

describe('a newer build', () => {
  const running = buildOf(page('index-old'));
  const offered = buildOf(page('index-new'));
  test('is known by the script that its page names', () => {
    expect(offered).toBe('/board/assets/index-new.js');
    expect(buildOf('<h1>502</h1>')).toBeNull();
    expect(isNewer({ running, offered, tried: null })).toBe(true);
  });
  test('is loaded once: an old copy on the way does not make it load for ever', () => {
    expect(isNewer({ running, offered, tried: offered })).toBe(false);
    expect(isNewer({ running, offered, tried: '/board/assets/index-older.js' })).toBe(true);
  });
  test('is not what a broken answer or the same page says', () => {
    expect(isNewer({ running, offered: null, tried: null })).toBe(false);
    expect(isNewer({ running, offered: running, tried: null })).toBe(false);
    expect(isNewer({ running: null, offered, tried: null })).toBe(false);
  });
});

describe('a hall is quiet', () => {
  test('when nothing was called for so long', () => {
    expect(isQuiet([], AT, MINUTE)).toBe(true);
    expect(isQuiet([call('A001', MINUTE, { state: 'serving' })], AT, MINUTE)).toBe(true);
    expect(isQuiet([call('A001', MINUTE - 1, { state: 'over' })], AT, MINUTE)).toBe(false);
  });
  test('never while somebody is called, however long ago', () => {
    expect(isQuiet([call('A001', 60 * MINUTE)], AT, MINUTE)).toBe(false);
  });
});
