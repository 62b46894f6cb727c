/** How customers rated today, never without how many of them did. Not on a wall. Rules: RATE-5. */
import { type Column, DataTable } from '@tingxu/ui/data-table';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import styles from '../side/side.module.css';
import { useI18n } from '../texts.ts';
import { type Coverage, coverageOf, meanOf } from './coverage.ts';

export function RatingsPanel(): JSX.Element | null {
  const { course, profile } = useMonitor();
  const { t, format } = useI18n();
  const rows = coverageOf(course.value?.counters ?? {}, profile.value?.counters ?? []);
  const [hall] = rows;
  if (!hall) return null;
  const words = t.supervisor.ratings;
  const columns: readonly Column<Coverage>[] = [
    {
      ...{ key: 'where', head: words.where, rowHead: true },
      cell: ({ counter, label }) => (counter === null ? words.hall : t.common.counter(label)),
    },
    {
      ...{ key: 'answered', head: words.answered, align: 'end' },
      cell: ({ answered, asked }) => `${answered}/${asked}`,
    },
    {
      ...{ key: 'share', head: words.share, align: 'end' },
      cell: ({ answered, asked }) => format.share(answered, asked),
    },
    {
      ...{ key: 'mean', head: words.mean, align: 'end' },
      cell: (row) => meanOf(row) ?? '—',
    },
  ];
  return (
    <Panel
      title={words.title}
      flush
      actions={<span class={cx(styles['muted'])}>{words.given(hall.answered, hall.asked)}</span>}
    >
      {/* The list scrolls where the column is short: keys must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls. */}
      <section data-testid="ratings" aria-label={words.title} tabIndex={0}>
        <DataTable
          caption={words.title}
          columns={columns}
          rows={rows}
          rowKey={({ counter }) => counter ?? 'hall'}
          dense
        />
      </section>
    </Panel>
  );
}
