/**
 * Which counters in service are there: a short pause changes nothing, one that lasts does. It is a
 * fact of time, so no event says it. Rules: CTR-10.
 */
import { AWAY_AFTER_MS } from '@tingxu/contract/counter-rule';
import type { Instant } from '@tingxu/contract/ids';
import type { Counter, Day } from './state.ts';

/** When a paused counter is away; null of any other. Rules: CTR-10. */
export const awayFrom = (day: Day, { state, sinceAt }: Counter): Instant | null =>
  state === 'paused' ? sinceAt + (day.config.counterRule?.awayAfterMs ?? AWAY_AFTER_MS) : null;

/** In service and not away: tickets may be left to it. Rules: CTR-10. */
export const isThere = (day: Day, counter: Counter, at: Instant): boolean => {
  if (counter.state === 'closed') return false;
  const away = awayFrom(day, counter);
  return away === null || at < away;
};
