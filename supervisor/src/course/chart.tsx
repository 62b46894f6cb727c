/** A small chart of today in the colours and letters of the page it stands on. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Series } from './series.ts';

export type ChartProps = {
  readonly series: Series;
  readonly look: 'bars' | 'line' | 'steps';
  /** Told to those who do not see it. */
  readonly label: string;
  /** Units: s since the epoch. */
  readonly timeOf: (at: number) => string;
};

/** A quarter of the full colour, behind its six digits. */
const PALE = '40';
/** Units: CSS px. */
const HEIGHT = 88;
const LEAST_WIDTH = 120;
const AXIS_WIDTH = 30;
const AXIS_HEIGHT = 20;
/** A day that has just begun is drawn as wide as so much of one. Units: s. */
const LEAST_SPAN = 2 * 3_600;
/** Whole hours, so far apart that their times do not touch. Units: s. */
const HOURS = [1, 2, 3, 4, 6].map((hours) => hours * 3_600);

const pathsOf = (look: ChartProps['look']): uPlot.Series.PathBuilder | undefined => {
  if (look === 'bars') return uPlot.paths.bars?.({ size: [0.7, 24], align: 1 });
  return look === 'steps' ? uPlot.paths.stepped?.({ align: 1 }) : uPlot.paths.linear?.();
};

const optionsOf = (
  { look, timeOf }: Pick<ChartProps, 'look' | 'timeOf'>,
  place: HTMLElement,
): uPlot.Options => {
  const style = getComputedStyle(place);
  const colour = (name: string): string => style.getPropertyValue(`--color-${name}`);
  const axis = {
    stroke: colour('text-muted'),
    font: `12px ${style.fontFamily}`,
    ticks: { show: false },
  };
  const accent = colour('accent');
  const paths = pathsOf(look);
  const fill = look === 'line' ? undefined : `${accent}${PALE}`;
  return {
    width: Math.max(LEAST_WIDTH, place.clientWidth),
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    padding: [6, 8, 0, 0],
    scales: {
      x: { range: (_chart, least, most) => [least, Math.max(most + 900, least + LEAST_SPAN)] },
      y: { range: (_chart, _least, most) => [0, Math.max(1, most * 1.1)] },
    },
    axes: [
      {
        ...axis,
        ...{ size: AXIS_HEIGHT, gap: 2, space: 56, incrs: HOURS, grid: { show: false } },
        values: (_chart, splits) => splits.map(timeOf),
      },
      {
        ...axis,
        ...{ size: AXIS_WIDTH, gap: 4, space: 26, incrs: [1, 2, 5, 10, 20, 50, 100, 200] },
        grid: { stroke: colour('line'), width: 1 },
      },
    ],
    series: [
      {},
      {
        ...{
          stroke: accent,
          width: 2,
          spanGaps: false,
          points: { show: look === 'line', size: 4 },
        },
        ...(fill !== undefined && { fill }),
        ...(paths && { paths }),
      },
    ],
  };
};

const dataOf = ({ at, values }: Series): uPlot.AlignedData => [[...at], [...values]];

export function Chart({ series, look, label, timeOf }: ChartProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const newest = useRef(series);
  newest.current = series;
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const drawn = new uPlot(optionsOf({ look, timeOf }, element), dataOf(newest.current), element);
    chart.current = drawn;
    const resized = new ResizeObserver(() => {
      drawn.setSize({ width: Math.max(LEAST_WIDTH, element.clientWidth), height: HEIGHT });
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      drawn.destroy();
    };
  }, [look, timeOf]);
  useLayoutEffect(() => chart.current?.setData(dataOf(series)), [series]);
  return <div ref={place} role="img" aria-label={label} />;
}
