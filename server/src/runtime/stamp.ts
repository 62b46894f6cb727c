/** The instant at which a batch of commands happens, and what the clock did before. Rules: TIME-1, TIME-3. */
import type { HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import type { Clock, ClockStep } from './clock.ts';

export type Stamp = {
  /** Never earlier than the journal's last event. */
  readonly at: Instant;
  /** To be journaled before anything else, each step of the clock once. */
  readonly steps: readonly HallEvent[];
  /** Number of the newest step told. */
  readonly stepsTold: number;
};

const eventOf = ({ kind, fromAt, toAt }: ClockStep): HallEvent => ({
  type: kind === 'stepped' ? 'ClockStepped' : 'ClockCorrected',
  fromAt,
  toAt,
});

/**
 * @param told number of the newest step that the journal has
 * @param headAt the instant of the journal's last event
 */
export const stampOf = (clock: Clock, told: number, headAt: Instant): Stamp => {
  // Looking at the clock is what notices a step.
  const at = Math.max(clock.now(), headAt);
  const untold = clock.steps().filter(({ number }) => number > told);
  return { at, steps: untold.map(eventOf), stepsTold: untold.at(-1)?.number ?? told };
};
