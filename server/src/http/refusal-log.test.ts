import { expect, it } from 'vitest';
import type { Log } from './hosting.ts';
import { refusalLog } from './refusal-log.ts';

const rig = () => {
  const lines: Record<string, unknown>[] = [];
  let nowMs = 0;
  const note = (about: unknown): void => void lines.push(about as Record<string, unknown>);
  const log: Log = { info: note, warn: note, error: note, fatal: note };
  return {
    lines,
    refused: refusalLog(log, () => nowMs),
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
};

it('tells who was refused what, and nothing of an ordinary refusal of the hall', () => {
  const { lines, refused } = rig();
  refused('forbidden', { route: '/a', address: '10.0.0.7' });
  refused('day-not-open', { route: '/a' });
  expect(lines).toEqual([{ route: '/a', address: '10.0.0.7', code: 'forbidden' }]);
});

it('fills no disk: so many lines a minute of each kind, and then how many were left out', () => {
  const { lines, refused, pass } = rig();
  for (let n = 0; n < 1_000; n += 1) refused('sign-in-refused', { n });
  refused('forbidden', { n: 0 });
  expect(lines).toHaveLength(21);
  pass(60_000);
  refused('sign-in-refused', { n: 1_000 });
  refused('sign-in-refused', { n: 1_001 });
  expect(lines.slice(21)).toEqual([
    { n: 1_000, code: 'sign-in-refused', unsaid: 980 },
    { n: 1_001, code: 'sign-in-refused' },
  ]);
});
