/** Whether every figure of a run is there. Says nothing of how good they are. Pure. */
import type { FanOutFigures, LoadFigures, StartFigures } from './figures.ts';

export type Figures = {
  readonly load: readonly LoadFigures[];
  readonly boards: readonly FanOutFigures[];
  readonly start: StartFigures;
};

/** Zero is a figure only here: a clock too coarse, a machine that did not vary. */
const MAY_BE_ZERO = /processor|noise/i;

/** The path of every number that is missing or makes no sense, as a sentence. */
export const unusable = (figures: unknown, path = 'figures'): string[] => {
  if (figures === null) return [];
  if (typeof figures === 'number') {
    const right = Number.isFinite(figures) && (figures > 0 || MAY_BE_ZERO.test(path));
    return right ? [] : [`${path} is ${figures}`];
  }
  if (typeof figures !== 'object' || figures === null) return [`${path} is no figure`];
  const members = Object.entries(figures);
  if (members.length === 0) return [`${path} is empty`];
  return members.flatMap(([name, value]) => unusable(value, `${path}.${name}`));
};
