/** What tellers and counters may do by themselves, and how long a counter may keep a ticket. */
import * as z from 'zod/mini';
import { Instant } from './ids.ts';
import { OverrideReason } from './override.ts';

/** A day. Units: ms. */
const DAY_MS = 86_400_000;
/** The shortest limit: none ends what has hardly begun. Units: ms. */
export const LEAST_LIMIT_MS = 10_000;
const limit = () => z.optional(z.int().check(z.gte(LEAST_LIMIT_MS), z.lte(DAY_MS)));

/** Roles that may be given the right to choose. */
export const ChoosingRole = z.enum(['teller', 'lobby', 'supervisor']);
export type ChoosingRole = z.infer<typeof ChoosingRole>;
const roles = () => z.optional(z.array(ChoosingRole));

/** `awayAfterMs` of a hall that says none. Units: ms. */
export const AWAY_AFTER_MS = 600_000;

/** Rules: CTR-5..CTR-8, CTR-10. Source: product.md 4.1, quality.md INV-13. */
export const CounterRule = z.strictObject({
  /** The next ticket is called as soon as a service is finished. Default no; a counter may differ. */
  autoCall: z.optional(z.boolean()),
  /** Who calls a chosen ticket, with a reason. Default lobby manager and supervisor. */
  chosenCallBy: roles(),
  /** Who serves a walk-up customer without a ticket. Default every member of staff. */
  walkUpBy: roles(),
  /** How long a ticket may be called without recall, start or end. Default no limit. */
  calledLimitMs: limit(),
  /** How long a service may last. Default no limit. */
  servingLimitMs: limit(),
  /** A counter paused for so long is away: nobody is left to it. Default ten minutes. */
  awayAfterMs: z.optional(z.int().check(z.gte(0), z.lte(DAY_MS))),
});
export type CounterRule = z.infer<typeof CounterRule>;

/** Why a call was not left to the rule. Rules: CTR-6, CTR-7. */
export const ChoiceReason = z.enum([...OverrideReason.options, 'walk-up']);
export type ChoiceReason = z.infer<typeof ChoiceReason>;

/**
 * What staff call the lobby manager to a counter for. A button box says a kind by its place in this list, so new ones
 * stand last. Rules: CALLER-1, CTR-9. Source: H54.
 */
export const AskedHelp = z.enum([
  'customer-needs-help',
  'approval',
  'dispute',
  'equipment',
  'cash-escort',
  'emergency',
]);
/** `teller-left`: the server calls to a customer whose teller has signed out. Rules: CTR-9, CTR-15. */
export const HelpKind = z.enum([...AskedHelp.options, 'teller-left']);
export type HelpKind = z.infer<typeof HelpKind>;

/** A counter that asks for the lobby manager. Rules: CTR-9. */
export const HelpRow = z.strictObject({
  kind: HelpKind,
  calledAt: Instant,
  /** When somebody said that they come. */
  answeredAt: z.nullable(Instant),
});
export type HelpRow = z.infer<typeof HelpRow>;

/** How a ticket or a session was taken from a counter. Rules: CTR-8. */
export const ReleaseReason = z.enum(['released', 'lease-over']);
export type ReleaseReason = z.infer<typeof ReleaseReason>;
