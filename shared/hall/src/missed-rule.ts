/**
 * What a lane's missed rule means for one ticket: pure readings of the policy object, with the
 * defaults of its optional members. Source: product.md 4.2.
 */
import { LEAST_LIMIT_MS } from '@tingxu/contract/counter-rule';
import type { HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { type MissedRule, placeAfterReturn } from '@tingxu/contract/missed-rule';
import { laneConfig } from './lookup.ts';
import type { CallRecord, Day, Ticket } from './state.ts';

export const missedRuleOf = (
  day: Day | null,
  ticket: Pick<Ticket, 'lane'>,
): MissedRule | undefined => (day ? laneConfig(day, ticket.lane)?.missed : undefined);

export const versionOf = (rule: MissedRule): number => rule.version ?? 1;

/** From when one more call counts towards a miss. Rules: MISS-1. */
export const nextCountsAt = (
  rule: Pick<MissedRule, 'intervalMs'>,
  call: Pick<CallRecord, 'lastCountedAt'>,
): Instant => call.lastCountedAt + rule.intervalMs;

/** What keeps a miss waiting: the lobby manager who should look for the customer first. Rules: MISS-8. */
const escortEndsAt = (rule: MissedRule, call: CallRecord): Instant =>
  rule.escortMs === undefined || call.escorted ? call.firstAt : call.firstAt + rule.escortMs;

/**
 * The earliest instant at which the ticket may be declared missed; null while calls are lacking.
 * Rules: MISS-2, MISS-3, MISS-8.
 */
export const missAllowedAt = (rule: MissedRule, call: CallRecord): Instant | null =>
  call.counted < rule.minCalls
    ? null
    : Math.max(nextCountsAt(rule, call), call.firstAt + rule.minTotalMs, escortEndsAt(rule, call));

/**
 * When the system declares the miss itself; null without the timer or while calls are lacking. After a
 * change of the limits the interval and the timer pass once more, so that no change ends a call.
 * Rules: MISS-12, CONF-4.
 */
export const autoMissAt = (
  rule: MissedRule,
  { limitsFromAt }: Pick<Day, 'limitsFromAt'>,
  call: CallRecord,
): Instant | null => {
  const allowedAt = missAllowedAt(rule, call);
  if (allowedAt === null || rule.autoMissMs === undefined) return null;
  const noticeMs = Math.max(rule.intervalMs, LEAST_LIMIT_MS);
  const seenAt = call.firstAt < limitsFromAt ? limitsFromAt + noticeMs : 0;
  return Math.max(allowedAt, seenAt) + rule.autoMissMs;
};

/** What a miss sets going: members of the fact beside its time. Rules: MISS-12. */
export const missTimers = (rule: MissedRule, at: Instant) => ({
  ...(rule.toleranceCalls !== undefined && { toleranceCalls: rule.toleranceCalls }),
  ...(rule.autoReturnMs !== undefined && { returnsAt: at + rule.autoReturnMs }),
});

/** Where the wait begins that still counts for the score after a return. Rules: MISS-7. */
const waitAfterReturn = (rule: MissedRule, ticket: Ticket, at: Instant): Instant => {
  const isLast = placeAfterReturn(rule).place === 'last';
  const creditPermille = isLast ? 0 : (rule.waitCreditPermille ?? 1_000);
  return at - Math.floor(((at - ticket.waitFromAt) * creditPermille) / 1_000);
};

type Returned = Extract<HallEvent, { type: 'TicketReturned' }>;

/** Where a return has put the ticket, for whoever came back. Rules: MISS-4, MISS-7, MISS-10, MISS-15. */
export const standingOf = (
  rule: MissedRule,
  { first, hold }: Pick<Returned, 'first' | 'hold'>,
): ReturnType<typeof placeAfterReturn> =>
  first ? { place: 'first', hold: 0 } : { place: placeAfterReturn(rule).place, hold };

/** Where a return puts the ticket: members of the fact beside its place. Rules: MISS-4, MISS-7, MISS-15. */
export const returnStanding = (
  rule: MissedRule,
  ticket: Ticket,
  at: Instant,
): Pick<Returned, 'hold' | 'waitFromAt' | 'first'> => {
  const waitFromAt = waitAfterReturn(rule, ticket, at);
  const { place, hold } = placeAfterReturn(rule);
  return {
    hold,
    ...(waitFromAt !== ticket.waitFromAt && { waitFromAt }),
    ...(place === 'first' && { first: true as const }),
  };
};
