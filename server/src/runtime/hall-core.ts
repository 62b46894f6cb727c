/** The pure hall as the runtime uses it. */
import { nextDeadline } from '@tingxu/hall/deadlines';
import { decide } from '@tingxu/hall/decide';
import { evolve } from '@tingxu/hall/evolve';
import { coreVersion } from '../journal/core-version.ts';

/** `version` changes with every source that folds events; without one nothing is bookmarked. */
export type HallCore = {
  readonly decide: typeof decide;
  readonly evolve: typeof evolve;
  readonly nextDeadline: typeof nextDeadline;
  readonly version?: () => string;
};

export const HALL_CORE: HallCore = { decide, evolve, nextDeadline, version: coreVersion };
