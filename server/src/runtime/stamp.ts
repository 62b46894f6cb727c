/** The instant at which a batch of commands happens. Rules: TIME-1. */
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';

/** A backward step this large or less is taken for jitter and only clamped. Units: ms. */
const JITTER_MS = 1_000;

export type Stamp = {
  /** Never earlier than the journal's last event. */
  readonly at: Instant;
  /** To be journaled before anything else, once per step of the clock. */
  readonly step: EventOf<'ClockStepped'> | null;
};

/**
 * @param now what the machine's clock says
 * @param lastNow what it said for the batch before
 * @param headAt the instant of the journal's last event
 */
export const stampOf = (now: Instant, lastNow: Instant, headAt: Instant): Stamp => ({
  at: Math.max(now, headAt),
  step: lastNow - now > JITTER_MS ? { type: 'ClockStepped', fromAt: lastNow, toAt: now } : null,
});
