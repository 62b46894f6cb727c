/** The frame of every command's answer: the family's own reply, or the hall's refusal as a problem. */
import type { Clock } from '../runtime/clock.ts';
import type { Outcome, Render } from '../runtime/hall-runtime.ts';
import { rejectionProblem } from './problem.ts';

export type Accepted = Extract<Outcome, { decision: 'accepted' }>;
type Rendered = ReturnType<Render>;
/** Tells what an accepted command did. */
export type RenderAccepted = (outcome: Accepted) => Rendered;

export const rendered = (status: number, reply: object): Rendered => ({
  status,
  body: JSON.stringify(reply),
});

/** Stored with the key and given again byte for byte, so it is rendered inside the commit. */
export const renderWith =
  (accepted: RenderAccepted, clock: Clock): Render =>
  (outcome) => {
    if (outcome.decision === 'accepted') return accepted(outcome);
    const problem = rejectionProblem(outcome.rejection, clock.now());
    return rendered(problem.status, problem);
  };
