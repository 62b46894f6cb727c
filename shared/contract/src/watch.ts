/** What nobody in charge of a hall may overlook: people who wait long, and calls that nobody answers. */
import * as z from 'zod/mini';
import { Instant, StaffId, TicketId } from './ids.ts';

const MINUTE_MS = 60_000;
const limit = () => z.int().check(z.gte(10_000), z.lte(240 * MINUTE_MS));

/** Every default filled in, as staff screens are told. Units: ms. Rules: CARE-1, CARE-3, HELP-4. */
export const Watch = z.strictObject({
  /** Whoever has waited for so long needs care, and again when as much has passed since. */
  careMs: limit(),
  /** After somebody went, the screens are quiet for so long, whoever passes the limit meanwhile; at most careMs. */
  careQuietMs: limit(),
  /** A call for help that nobody has answered for so long is late. */
  helpLateMs: limit(),
});
export type Watch = z.infer<typeof Watch>;

/** As a hall says it: a longer quiet than it keeps is accepted. Rules: CONF-8. */
export const WatchRule = z.partial(Watch);
export type WatchRule = z.infer<typeof WatchRule>;

/** For a hall that says nothing of it. */
export const DEFAULT_WATCH: Watch = {
  careMs: 15 * MINUTE_MS,
  careQuietMs: 5 * MINUTE_MS,
  helpLateMs: 2 * MINUTE_MS,
};

/** A quiet that is said to be longer than the wait that needs care counts as that wait. Rules: CARE-4, CONF-8. */
export const isQuietTooLong = ({ careMs, careQuietMs }: WatchRule): boolean =>
  careQuietMs !== undefined && careQuietMs > (careMs ?? DEFAULT_WATCH.careMs);

/** What counts in a hall that says this: the one place of every default and bound. Rules: CARE-4, HELP-4. */
export const watchLimits = (rule: WatchRule = {}): Watch => {
  const careMs = rule.careMs ?? DEFAULT_WATCH.careMs;
  return {
    careMs,
    // Longer, and whoever still waits a whole limit after the answer would not be told of again.
    careQuietMs: Math.min(rule.careQuietMs ?? DEFAULT_WATCH.careQuietMs, careMs),
    helpLateMs: rule.helpLateMs ?? DEFAULT_WATCH.helpLateMs,
  };
};

/** The newest answer of the day. For staff in charge only. Rules: CARE-2, CARE-3. */
export const CareRow = z.strictObject({ answeredAt: Instant, staff: z.nullable(StaffId) });
export type CareRow = z.infer<typeof CareRow>;

/** Command and fact. Part of the unions in commands.ts and events.ts. Rules: CARE-2. */
export const AnswerCare = z.strictObject({ type: z.literal('AnswerCare') });
/** Somebody goes to see to those who wait long: to all who needed it then. */
export const CareAnswered = z.strictObject({
  type: z.literal('CareAnswered'),
  tickets: z.array(TicketId).check(z.minLength(1)),
  staff: z.optional(StaffId),
});

/** What tells when the holder of a ticket in line needs care. */
export type CareClock = {
  /** Start of the wait that is shown. */
  readonly waitCountsFromAt: Instant;
  /** When somebody went to its holder last. */
  readonly caredAt?: Instant | undefined;
};

/** From when the holder of a ticket in line has waited over the limit. Rules: CARE-1. */
export const overAt = ({ waitCountsFromAt }: CareClock, careMs: number): Instant =>
  waitCountsFromAt + careMs;

/** From when the holder of a ticket in line needs care. Rules: CARE-1. */
const careDueAt = ({ waitCountsFromAt, caredAt }: CareClock, careMs: number): Instant =>
  Math.max(waitCountsFromAt, caredAt ?? waitCountsFromAt) + careMs;

/** Rules: CARE-1. */
export const needsCare = (
  ticket: CareClock & { readonly state: string },
  careMs: number,
  at: Instant,
): boolean => ticket.state === 'waiting' && careDueAt(ticket, careMs) <= at;
