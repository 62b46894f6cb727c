import { CounterId } from '@tingxu/contract/ids';
import type { PadView } from '@tingxu/contract/views';
import type { FeedState } from '@tingxu/feed-client/follow';
import { describe, expect, test } from 'vitest';
import { type Known, shownOf } from './shown.ts';

const ONE = CounterId.parse('1');
const AT = 1_000_000;

const view = (askedAt: number | null, open = true): PadView => ({
  ...{ audience: 'pad', profile: null, day: { open, businessDay: null } },
  ratings: { [ONE]: { counter: ONE, askedAt } },
});
const live = (of: PadView): FeedState<'pad'> => ({
  ...{ status: 'live', view: of, staleSinceAt: null, problem: null },
});
const shown = (known: Partial<Known>, of = view(null)) =>
  shownOf({ state: live(of), counter: ONE, now: AT, told: null, sending: null, ...known });

describe('a pad', () => {
  test('RATE-1, RATE-2 asks for a minute from the end of the service, and says how long', () => {
    const asked = view(AT);
    expect(shown({}, asked)).toEqual({ kind: 'asking', askedAt: AT, leftMs: 60_000 });
    expect(shown({ now: AT + 59_000 }, asked)).toMatchObject({ kind: 'asking', leftMs: 1_000 });
    expect(shown({ now: AT + 60_000 }, asked)).toEqual({ kind: 'idle' });
    // A clock that is a little behind the server's.
    expect(shown({ now: AT - 3_000 }, asked)).toMatchObject({ leftMs: 60_000 });
  });

  test('RATE-2 thanks once and goes back; the same question is not put again', () => {
    const told = { kind: 'thanks', askedAt: AT, untilAt: AT + 5_000 } as const;
    expect(shown({ told }, view(AT))).toEqual({ kind: 'thanks' });
    expect(shown({ told, now: AT + 5_000 }, view(AT))).toEqual({ kind: 'idle' });
  });

  test('RATE-2 stands still until the answer is there, though the hall has the vote', () => {
    expect(shown({ sending: AT })).toMatchObject({ kind: 'asking', askedAt: AT });
    const late = shown({ sending: AT, now: AT + 61_000 }, view(AT));
    expect(late).toEqual({ kind: 'asking', askedAt: AT, leftMs: 0 });
  });

  test('RATE-3 asks the next customer, whatever it says to the one before', () => {
    const told = { kind: 'thanks', askedAt: AT - 9_000, untilAt: AT + 5_000 } as const;
    expect(shown({ told }, view(AT))).toMatchObject({ kind: 'asking', askedAt: AT });
    expect(shown({}, view(null))).toEqual({ kind: 'idle' });
  });

  test('FEED-4 asks nobody while nothing confirms the picture', () => {
    const stale = { ...live(view(AT)), status: 'stale', staleSinceAt: AT } as const;
    expect(shown({ state: stale })).toEqual({ kind: 'offline' });
    const none = { status: 'connecting', view: null, staleSinceAt: null, problem: null } as const;
    expect(shown({ state: none })).toEqual({ kind: 'connecting' });
    expect(shown({ state: { ...none, status: 'refused' } })).toEqual({ kind: 'offline' });
  });

  test('RATE-4 asks where it stands before it asks anybody else', () => {
    expect(shown({ counter: null })).toEqual({ kind: 'pairing', unknown: null });
    const other = CounterId.parse('9');
    expect(shown({ counter: other })).toEqual({ kind: 'pairing', unknown: other });
    const early = { ...view(null, false), ratings: {} };
    expect(shown({}, early)).toEqual({ kind: 'closed' });
    expect(shown({ counter: null }, early)).toMatchObject({ kind: 'pairing' });
  });

  test('DAY-6 says that the day is over', () => {
    expect(shown({}, view(null, false))).toEqual({ kind: 'closed' });
  });
});
