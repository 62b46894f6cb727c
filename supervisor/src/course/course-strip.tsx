/** Today so far in three small charts: who came, how long they waited, how many counters worked. */
import { useComputed } from '@preact/signals';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useCallback } from 'preact/hooks';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { Chart, type ChartProps } from './chart.tsx';
import styles from './course-strip.module.css';
import { SERIES, type SeriesKind, seriesOf } from './series.ts';

const LOOKS: Readonly<Record<SeriesKind, ChartProps['look']>> = {
  issued: 'bars',
  waits: 'line',
  counters: 'steps',
};

export function CourseStrip(): JSX.Element | null {
  const { course } = useMonitor();
  if (!course.value || course.value.course.length === 0) return null;
  return (
    <div class={cx(styles['strip'])} data-testid="course">
      {SERIES.map((kind) => (
        <CourseChart key={kind} kind={kind} />
      ))}
    </div>
  );
}

function CourseChart({ kind }: { readonly kind: SeriesKind }): JSX.Element {
  const { course } = useMonitor();
  const { t, format } = useI18n();
  const series = useComputed(() => seriesOf(kind, course.value?.course ?? []));
  const timeOf = useCallback((at: number) => format.time(at * 1_000), [format]);
  const { latest } = series.value;
  const words = t.supervisor.course[kind];
  return (
    <figure class={cx(styles['chart'])}>
      <figcaption class={cx(styles['name'])}>
        {words.name}
        <span class={cx(styles['muted'])}>{latest === null ? '—' : words.latest(latest)}</span>
      </figcaption>
      <Chart
        series={series.value}
        look={LOOKS[kind]}
        label={`${words.name} ${latest === null ? '—' : words.latest(latest)}`}
        timeOf={timeOf}
      />
    </figure>
  );
}
