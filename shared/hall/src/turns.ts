/**
 * Turns of the lanes under the policy `ratio`: each call takes a lane one part of a turn further, a
 * small one for a lane of a large weight, and the lane that is least far goes next. A lane that had
 * nobody waiting saves nothing up: it joins where the others are. Folded from calls alone.
 * Rules: CALL-13. Source: product.md 4.1; start-time fair queueing (Goyal, Vin and Cheng 1996).
 */
import type { LaneConfig } from '@tingxu/contract/config';
import type { LaneId } from '@tingxu/contract/ids';
import { TURN } from '@tingxu/contract/scores';

/** Units: parts of a turn since the day opened. */
export type Turns = {
  /** How far the lane called last was before its call; never runs backwards. */
  readonly now: number;
  /** How far each lane is that has been called. */
  readonly lanes: Readonly<Record<LaneId, number>>;
};

export const NO_TURNS: Turns = { now: 0, lanes: {} };

/** What a lane has had in advance: 0 to TURN; nothing before its first call. */
export const inAdvance = ({ now, lanes }: Turns, lane: LaneId): number =>
  Math.max(0, (lanes[lane] ?? now) - now);

/** What a call takes its lane further; a weight divides TURN, so every figure stays whole. */
export const turnStep = ({ weight = 1 }: Pick<LaneConfig, 'weight'>): number => TURN / weight;

/** A call of the lane. Units: `step` parts of a turn. */
export const takeTurn = (turns: Turns, lane: LaneId, step: number): Turns => {
  const now = turns.now + inAdvance(turns, lane);
  return { now, lanes: { ...turns.lanes, [lane]: now + step } };
};
