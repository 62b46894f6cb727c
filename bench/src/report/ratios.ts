/** How the hall compares with what stood around it. Pure. */
import type { Commits, LoadFigures, Slice } from './figures.ts';
import { medianOf } from './percentiles.ts';

type Slices = {
  readonly hall: readonly Slice[];
  readonly echo: readonly Slice[];
  readonly commits: readonly Commits[];
};

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Each hall slice ÷ the mean of the two rival slices beside it. */
const besides = (
  own: readonly { readonly perSecond: number }[],
  rival: readonly { readonly perSecond: number }[],
): number[] =>
  own.map(({ perSecond }, index) => {
    const [before, after] = [rival[index], rival[index + 1]];
    if (!before || !after) throw new Error('a slice without its rivals');
    return rounded((2 * perSecond) / (before.perSecond + after.perSecond));
  });

const processorOf = (slices: readonly Slice[]): number | null => {
  const known = slices.flatMap(({ processorUs }) =>
    processorUs.server === null ? [] : [processorUs.server],
  );
  return known.length === slices.length ? medianOf(known) : null;
};

export const ratiosOf = ({ hall, echo, commits }: Slices): LoadFigures['ratios'] => {
  const toEchoSlices = besides(hall, echo);
  const [own, rival] = [processorOf(hall), processorOf(echo)];
  const speeds = echo.map(({ perSecond }) => perSecond);
  return {
    toEcho: medianOf(toEchoSlices),
    toEchoSlices,
    toEchoByProcessor: own === null || rival === null ? null : rounded(rival / own),
    toCommits: medianOf(besides(hall, commits)),
    noise: rounded(Math.max(...speeds) / Math.min(...speeds) - 1),
  };
};
