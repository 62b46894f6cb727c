/**
 * A problem on the wire, and what a page does with it. What each code means stands in the catalogue beside it
 * (problems.ts), which pages do not load: their words for customers and staff are in shared/i18n.
 */
import * as z from 'zod/mini';
import { ConfigurationConflict } from './configuration.ts';
import type { ProblemCode } from './problems.ts';

/** Every code of the catalogue, in its order; a test holds the two together. */
export const PROBLEM_CODES = [
  'day-not-open',
  'day-already-open',
  'day-not-later',
  'day-has-live-tickets',
  'configuration-in-file',
  'configuration-stale',
  'configuration-conflict',
  'configuration-plan-absent',
  'issuing-not-yet',
  'issuing-over',
  'issuing-stopped',
  'issuing-not-changed',
  'instant-passed',
  'service-unknown',
  'lane-unknown',
  'lane-needs-staff',
  'lane-needs-proof',
  'lane-needs-reason',
  'lane-needs-check-in',
  'service-not-bookable',
  'slot-unknown',
  'slot-passed',
  'slot-full',
  'booking-exists',
  'booking-unknown',
  'booking-checked-in',
  'booking-other-day',
  'rating-closed',
  'already-rated',
  'visit-not-served',
  'check-in-too-early',
  'check-in-too-late',
  'service-without-counter',
  'counter-unknown',
  'counter-already-open',
  'counter-closed',
  'counter-paused',
  'counter-away',
  'counter-not-paused',
  'counter-busy',
  'staff-at-other-counter',
  'sign-in-for-other',
  'counter-of-other',
  'nobody-waiting',
  'counter-dedicated',
  'ticket-unknown',
  'ticket-ended',
  'ticket-not-in-state',
  'ticket-at-other-counter',
  'ticket-kept',
  'miss-too-early',
  'too-many-services',
  'documents-not-asked',
  'transfer-needs-target',
  'counter-not-skilled',
  'wait-is-kept',
  'staff-not-signed-in',
  'lane-unchanged',
  'park-too-long',
  'return-expired',
  'choice-not-allowed',
  'would-pass-protected',
  'help-already-called',
  'help-not-called',
  'kiosk-unknown',
  'help-too-soon',
  'slip-under-way',
  'slip-not-under-way',
  'voice-not-set',
  'announced-just-now',
  'return-channel-closed',
  'override-not-allowed',
  'cancel-needs-staff',
  'malformed-request',
  'validation-failed',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'unauthenticated',
  'forbidden',
  'origin-refused',
  'hall-unknown',
  'device-unknown',
  'call-unknown',
  'speakers-full',
  'link-unknown',
  'day-unknown',
  'version-unknown',
  'route-unknown',
  'method-not-allowed',
  'payload-too-large',
  'unsupported-media-type',
  'upgrade-required',
  'too-many-requests',
  'hall-halted',
  'server-stopping',
  'internal-error',
] as const satisfies readonly ProblemCode[];

/** The outcome is unknown or temporary: the same command is sent again under its key. */
export const SAME_KEY_CODES: readonly ProblemCode[] = [
  'hall-halted',
  'server-stopping',
  'internal-error',
];
/** What a follow is refused with for the moment only. */
export const FOLLOW_AGAIN_CODES: readonly ProblemCode[] = [...SAME_KEY_CODES, 'too-many-requests'];

/** RFC 9457 body. `type` is a path of this server's documentation. Extra members are allowed by the RFC. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  detail: z.optional(z.string()),
  /** Which fields are wrong and why, for `validation-failed`. */
  /** Those of a configuration say more, see config-faults.ts. */
  errors: z.optional(z.array(z.looseObject({ path: z.string(), message: z.string() }))),
  /** Seconds after which the same request may succeed. */
  retryAfterSeconds: z.optional(z.int()),
  /** State of the ticket or counter that refused, where it helps to decide; of `park-too-long` the minutes allowed. */
  state: z.optional(z.string()),
  /** What speaks against a change of the configuration. */
  conflicts: z.optional(z.array(ConfigurationConflict)),
});
export type Problem = z.infer<typeof Problem>;
