/** What a decision is asked with, and its two answers: events, or a refusal as a value. Nothing in the core throws. */
import type { ConfigurationConflict } from '@tingxu/contract/configuration';
import type { HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import type { RejectionCode } from '@tingxu/contract/problems';
import type { Actor } from '@tingxu/contract/roles';

/** When and by whom. `at` is never earlier than the hall's last event (the shell clamps it). */
export type Context = { readonly at: Instant; readonly actor: Actor };

export type Rejection = {
  readonly code: RejectionCode;
  /** What is there instead, e.g. the ticket's state. */
  readonly state?: string;
  /** When the same command may succeed. */
  readonly retryAt?: Instant;
  /** What speaks against a change of the configuration. */
  readonly conflicts?: readonly ConfigurationConflict[];
};

export type Accepted = { readonly ok: true; readonly events: readonly HallEvent[] };
export type Refused = { readonly ok: false; readonly rejection: Rejection };
export type Decision = Accepted | Refused;

export const accept = (...events: readonly HallEvent[]): Accepted => ({ ok: true, events });

export const reject = (code: RejectionCode, more: Omit<Rejection, 'code'> = {}): Refused => ({
  ok: false,
  rejection: { code, ...more },
});
