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
const LEAST_WIDTH = 120;
/** They grow with the letters of the page, which a wall has larger. Units: rem. */
const HEIGHT = 6;
const AXIS_WIDTH = 2.3;
const AXIS_HEIGHT = 1.6;
const LETTER = 0.84;
/** A day that has just begun is drawn as wide as so much of one. Units: s. */
const LEAST_SPAN = 2 * 3_600;
/** Whole hours, so far apart that their times do not touch. Units: s. */
const HOURS = [1, 2, 3, 4, 6].map((hours) => hours * 3_600);

const pathsOf = (look: ChartProps['look']): uPlot.Series.PathBuilder | undefined => {
  if (look === 'bars') return uPlot.paths.bars?.({ size: [0.7, 24], align: 1 });
  return look === 'steps' ? uPlot.paths.stepped?.({ align: 1 }) : uPlot.paths.linear?.();
};

/** Units: CSS px. */
const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
const heightPx = (): number => Math.round(HEIGHT * remPx());

const optionsOf = (
  { look, timeOf }: Pick<ChartProps, 'look' | 'timeOf'>,
  place: HTMLElement,
): uPlot.Options => {
  const style = getComputedStyle(place);
  const rem = remPx();
  const colour = (name: string): string => style.getPropertyValue(`--color-${name}`);
  const axis = {
    stroke: colour('text'),
    font: `${Math.round(LETTER * rem)}px ${style.fontFamily}`,
    ticks: { show: false },
  };
  const accent = colour('accent');
  const paths = pathsOf(look);
  const fill = look === 'line' ? undefined : `${accent}${PALE}`;
  return {
    width: Math.max(LEAST_WIDTH, place.clientWidth),
    height: heightPx(),
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    // Room for half a number above, and for half a time at the end.
    padding: [0.55 * rem, 1.4 * rem, 0, 0],
    scales: {
      x: { range: (_chart, least, most) => [least, Math.max(most + 900, least + LEAST_SPAN)] },
      y: { range: (_chart, _least, most) => [0, Math.max(1, most * 1.1)] },
    },
    axes: [
      {
        ...axis,
        ...{
          size: AXIS_HEIGHT * rem,
          gap: 0.35 * rem,
          space: 4 * rem,
          incrs: HOURS,
          grid: { show: false },
        },
        values: (_chart, splits) => splits.map(timeOf),
      },
      {
        ...axis,
        ...{
          size: AXIS_WIDTH * rem,
          gap: 4,
          space: 1.5 * rem,
          incrs: [1, 2, 5, 10, 20, 50, 100, 200],
        },
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
      drawn.setSize({ width: Math.max(LEAST_WIDTH, element.clientWidth), height: heightPx() });
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
