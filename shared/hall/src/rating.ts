/** What customers say of a service. Source: H85. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { CounterId, Instant } from '@tingxu/contract/ids';
import { RATING_WINDOW_MS } from '@tingxu/contract/rating';
import { changeCounter } from './counter.ts';
import { accept, type Decision, reject } from './decision.ts';
import { findCounter } from './lookup.ts';
import type { Counter, HallState } from './state.ts';

/** Rules: RATE-1..RATE-3. Rejects: day-not-open, counter-unknown, rating-closed. */
export const decideRateService = (
  hall: HallState,
  { counter, askedAt, score, channel }: CommandOf<'RateService'>,
  at: Instant,
): Decision => {
  const found = findCounter(hall, counter);
  if (!found.ok) return found;
  const { asked } = found.value;
  const open = asked !== null && asked.at === askedAt && at - asked.at <= RATING_WINDOW_MS;
  if (!open) return reject('rating-closed');
  const { ticket, leg, staff } = asked;
  return accept({ type: 'ServiceRated', ticket, leg, counter, staff, score, channel });
};

/** From now on the counter's pad asks for this service, and for none before it. Rules: RATE-1. */
export const askForRating = (
  hall: HallState,
  counter: CounterId,
  asked: NonNullable<Counter['asked']>,
): HallState => changeCounter(hall, counter, { asked });

/** One vote, and none for the customer before. Rules: RATE-2, RATE-3. */
export const stopAsking = (hall: HallState, counter: CounterId): HallState =>
  changeCounter(hall, counter, { asked: null });
