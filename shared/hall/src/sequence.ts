/** Several decisions in one command, each on the hall that the ones before it leave. */
import type { HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { accept, type Decision } from './decision.ts';
import { evolve } from './evolve.ts';
import type { HallState } from './state.ts';

export type Step = (hall: HallState) => Decision;

export const afterEvents = (
  hall: HallState,
  events: readonly HallEvent[],
  at: Instant,
): HallState => {
  let after = hall;
  for (const event of events) after = evolve(after, event, at);
  return after;
};

/** All of the steps, or the refusal of the first that is refused. */
export const inTurn = (hall: HallState, at: Instant, ...steps: readonly Step[]): Decision => {
  let after = hall;
  const events: HallEvent[] = [];
  for (const step of steps) {
    const decision = step(after);
    if (!decision.ok) return decision;
    events.push(...decision.events);
    after = afterEvents(after, decision.events, at);
  }
  return accept(...events);
};

/** The decision, and what follows it where that is possible. */
export const andThen = (hall: HallState, at: Instant, decision: Decision, step: Step): Decision => {
  if (!decision.ok) return decision;
  const next = step(afterEvents(hall, decision.events, at));
  return next.ok ? accept(...decision.events, ...next.events) : decision;
};
