import { describe, expect, it } from 'vitest';
import type { Slice } from './figures.ts';
import { ratiosOf } from './ratios.ts';

const latency = { p50: 1, p99: 2, max: 3 };
const slice = (perSecond: number, server: number | null): Slice => ({
  perSecond,
  latency,
  commands: perSecond,
  answerBytes: 400,
  processorUs: { server, generator: 10 },
});
const commits = [1_000, 3_000, 1_000].map((perSecond) => ({ perSecond, latency }));

describe('ratios', () => {
  it('hold each slice against the two beside it', () => {
    const hall = [slice(800, 50), slice(900, 40)];
    const echo = [slice(1_000, 20), slice(1_000, 30), slice(2_000, 20)];
    expect(ratiosOf({ hall, echo, commits })).toEqual({
      toEcho: 0.8,
      toEchoSlices: [0.8, 0.6],
      toEchoByProcessor: 0.4,
      toCommits: 0.45,
      noise: 1,
    });
  });

  it('leave out what the system does not tell', () => {
    const known = [slice(1, 20), slice(1, 20)];
    const { toEchoByProcessor } = ratiosOf({ hall: [slice(1, null)], echo: known, commits });
    expect(toEchoByProcessor).toBeNull();
  });

  it('need a rival on both sides', () => {
    const hall = [slice(1, 1)];
    expect(() => ratiosOf({ hall, echo: [slice(1, 1)], commits })).toThrow(/without its rivals/);
  });
});
