/**
 * What happens around a missed call, as one policy object of a lane. Every variant of the field is a
 * setting of it; without the optional members it is the default rule.
 * Source: product.md 4.2, H44, H45, H46, H49.
 */
import * as z from 'zod/mini';

/** A day, the longest duration of a rule. Units: ms. */
const DAY_MS = 86_400_000;
const upTo = (most: number) => z.int().check(z.gte(0), z.lte(most));

/** How a customer says "I am here". Rules: MISS-9. */
export const ReturnChannel = z.enum(['kiosk', 'phone', 'staff']);
export type ReturnChannel = z.infer<typeof ReturnChannel>;

/**
 * Where a returned ticket stands: behind at most some further calls of its lane, before everybody, or at the
 * end of its lane with a wait that begins anew. Rules: MISS-4, MISS-7.
 */
export const ReturnPlace = z.enum(['after-calls', 'first', 'last']);
export type ReturnPlace = z.infer<typeof ReturnPlace>;

/**
 * What must happen before a number may be passed over, and how a customer comes back. `maxReturns` 0
 * is the void rule: the number dies with the miss.
 * Rules: MISS-1..MISS-15.
 */
export const MissedRule = z.strictObject({
  /** Version of the rule, chosen by whoever writes it; every miss and return records it. Default 1. */
  version: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  /** Counted calls that must have been made. */
  minCalls: z.int().check(z.gte(1), z.lte(9)),
  /** Time between two counted calls, and after the last one, before a miss. */
  intervalMs: upTo(10 * 60_000),
  /** Least time between the first call and a miss. */
  minTotalMs: upTo(60 * 60_000),
  /** A returned ticket lets at most so many calls of its lane go first (`after-calls`). Rules: MISS-4, MISS-15. */
  returnAfterCalls: upTo(99),
  /** How often a ticket may come back. */
  maxReturns: upTo(9),
  /** How long after the miss the ticket may still come back. */
  validMs: upTo(DAY_MS),
  /** Default `after-calls`. */
  returnPlace: z.optional(ReturnPlace),
  /** How much of the earlier wait still counts after a return. Units: thousandths. Default 1000. */
  waitCreditPermille: z.optional(upTo(1_000)),
  /** The missed number dies when so many further tickets of its lane have been called. */
  toleranceCalls: z.optional(z.int().check(z.gte(1), z.lte(99))),
  /** A timer: so long after a miss would be allowed, the system declares it. */
  autoMissMs: z.optional(upTo(60 * 60_000)),
  /** A timer: so long after the miss the ticket comes back by itself. */
  autoReturnMs: z.optional(z.int().check(z.gte(1_000), z.lte(DAY_MS))),
  /** The lobby manager looks for the customer first; a miss waits for that, at most so long. */
  escortMs: z.optional(z.int().check(z.gte(1_000), z.lte(60 * 60_000))),
  /** Default all. */
  returnBy: z.optional(z.array(ReturnChannel).check(z.minLength(1))),
});
export type MissedRule = z.infer<typeof MissedRule>;

/**
 * Where a returned ticket stands by the rule, and how many calls of its lane it lets go first at most.
 * Rules: MISS-4, MISS-7, MISS-15.
 */
export const placeAfterReturn = ({
  returnPlace: place = 'after-calls',
  returnAfterCalls,
}: Pick<MissedRule, 'returnPlace' | 'returnAfterCalls'>): {
  readonly place: ReturnPlace;
  readonly hold: number;
} => ({ place, hold: place === 'after-calls' ? returnAfterCalls : 0 });

/** Whether a customer may come back this way. Rules: MISS-9. */
export const mayReturnBy = (rule: Pick<MissedRule, 'returnBy'>, channel: ReturnChannel): boolean =>
  rule.returnBy?.includes(channel) ?? true;

/** What a return does is never asked where nobody may come back. */
const OF_RETURNS = [
  ...(['returnPlace', 'waitCreditPermille', 'toleranceCalls', 'autoReturnMs', 'returnBy'] as const),
];
export type IdleSetting = 'returnAfterCalls' | (typeof OF_RETURNS)[number];

/** Settings that say something which the rest of the rule leaves without effect. Rules: CONF-8. */
export const withoutEffect = (rule: MissedRule): readonly IdleSetting[] => {
  const { place, hold } = placeAfterReturn(rule);
  const { maxReturns, returnAfterCalls, waitCreditPermille, autoReturnMs, validMs } = rule;
  const nobody = maxReturns === 0 || validMs === 0;
  const idle = new Set<IdleSetting>();
  if (returnAfterCalls > 0 && (hold === 0 || nobody)) idle.add('returnAfterCalls');
  if (place === 'last' && waitCreditPermille !== undefined) idle.add('waitCreditPermille');
  // It dies before, or as, it would come back.
  if (autoReturnMs !== undefined && autoReturnMs >= validMs) idle.add('autoReturnMs');
  if (nobody) for (const one of OF_RETURNS) if (rule[one] !== undefined) idle.add(one);
  return [...idle];
};
