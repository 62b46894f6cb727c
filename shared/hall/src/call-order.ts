/**
 * Which of several free counters should call: the one that can do the least else. A teller who presses
 * next is never refused for it; calls that the system makes by itself, and advice, follow it.
 * Source: product.md 4.1; adr/0012.
 */
import type { CounterConfig } from '@tingxu/contract/config';
import type { Instant } from '@tingxu/contract/ids';
import { decideCallNext } from './call.ts';
import { isFree } from './eligibility.ts';
import { type Choice, chooseNext } from './lane-policy.ts';
import { counterConfig } from './lookup.ts';
import { afterEvents } from './sequence.ts';
import type { Counter, Day, HallState } from './state.ts';

/** A free counter and whom it would call. */
export type NextCall = { readonly counter: Counter; readonly choice: Choice };

/**
 * The smaller figure first, the first one that differs: as its own, then as secondary, then as help; a
 * dedicated counter; the fewest skills; free for longest. Rules: CALL-12.
 */
const rankOf = (config: CounterConfig, { counter, choice }: NextCall): readonly number[] => [
  Number(choice.tier === 'helping'),
  Number(choice.tier !== null),
  Number(config.dedicated === undefined),
  config.skills.length,
  counter.sinceAt,
];

const ranksBefore = (left: readonly number[], right: readonly number[]): boolean => {
  for (const [i, figure] of left.entries()) {
    const other = right[i] ?? figure;
    if (figure !== other) return figure < other;
  }
  return false;
};

/**
 * The counter that should call now, with its ticket; null when no free counter could call anybody.
 * `among` narrows the counters that are asked, e.g. to those that call by themselves. Whoever makes
 * the call asks again afterwards.
 * Rules: CALL-12.
 */
export const nextToCall = (
  hall: HallState,
  day: Day,
  at: Instant,
  among: (counter: Counter) => boolean = () => true,
): NextCall | null => {
  let best: NextCall | null = null;
  let bestRank: readonly number[] = [];
  for (const counter of hall.counters) {
    if (!isFree(counter) || !among(counter)) continue;
    const config = counterConfig(day, counter.id);
    const choice = config && chooseNext({ hall, day, counter: config, at });
    if (!choice) continue;
    const next = { counter, choice };
    const rank = rankOf(config, next);
    if (best !== null && !ranksBefore(rank, bestRank)) continue;
    best = next;
    bestRank = rank;
  }
  return best;
};

/**
 * The calls that the free counters could make now, one after the other: what the advice names. Each
 * stands on the hall that the calls before it would leave. No more than `most`: each asks every counter
 * anew. Rules: CALL-12.
 */
export const callsInOrder = (
  hall: HallState,
  day: Day,
  at: Instant,
  most = Number.POSITIVE_INFINITY,
): readonly NextCall[] => {
  const calls: NextCall[] = [];
  let after = hall;
  for (let next = nextToCall(after, day, at); next; next = nextToCall(after, day, at)) {
    if (calls.length >= most) return calls;
    const decision = decideCallNext(after, { type: 'CallNext', counter: next.counter.id }, at);
    if (!decision.ok) return calls;
    calls.push(next);
    after = afterEvents(after, decision.events, at);
  }
  return calls;
};
