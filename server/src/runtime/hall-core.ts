/** The pure hall as the runtime uses it. */
import { nextDeadline } from '@tingxu/hall/deadlines';
import { decide } from '@tingxu/hall/decide';
import { evolve } from '@tingxu/hall/evolve';

export type HallCore = {
  readonly decide: typeof decide;
  readonly evolve: typeof evolve;
  readonly nextDeadline: typeof nextDeadline;
};

export const HALL_CORE: HallCore = { decide, evolve, nextDeadline };
