/**
 * Whether the machine's clock can be believed at a start, when nothing else tells the time.
 * Rules: TIME-5. Source: DS-13.
 */
import type { HallId, Instant } from '@tingxu/contract/ids';
import { StartRefusal } from '../config/start-refusal.ts';

/** No journal is older: a clock before it was never set. */
const FIRST_AT: Instant = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
/** A journal this far ahead of the clock is met by waiting; one further ahead is a wrong clock. */
const FURTHEST_BEHIND_MS = DAY_MS;
/** A server may have been off for long, but hardly for longer. */
const FURTHEST_AHEAD_MS = 366 * DAY_MS;

const told = (at: Instant): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const HINT = 'set the clock, or start with TINGXU_CLOCK_ACCEPT=1 if it is right';

/** Rejects: with `StartRefusal`, when the clock was never set. */
export function assertClockSet(wallAt: Instant): void {
  if (wallAt >= FIRST_AT) return;
  throw new StartRefusal(
    `The machine's clock shows ${told(wallAt)} and was never set: set it first.`,
  );
}

/**
 * @param headAt the instant of the hall's last event; 0 of an empty journal
 * Rejects: with `StartRefusal`, when the clock contradicts the journal and `accept` does not overrule.
 */
export function assertClockFits(
  wallAt: Instant,
  { hall, headAt }: { readonly hall: HallId; readonly headAt: Instant },
  accept: boolean,
): void {
  if (accept || headAt === 0) return;
  const fits = wallAt >= headAt - FURTHEST_BEHIND_MS && wallAt <= headAt + FURTHEST_AHEAD_MS;
  if (fits) return;
  const facts = `The machine's clock shows ${told(wallAt)}, but the last entry of hall ${hall} is of ${told(headAt)}`;
  throw new StartRefusal(`${facts}: ${HINT}.`);
}
