/** The hall in one line of figures. */

import { cx } from '@tingxu/ui/lib/cx';
import type { Tone } from '@tingxu/ui/lib/tone';
import { waitedMs } from '@tingxu/ui/lib/waited';
import { Metric } from '@tingxu/ui/metric';
import type { JSX } from 'preact';
import type { HallFigures } from '../figures/hall-figures.ts';
import { meanWaitMs, onTime } from '../figures/totals.ts';
import { useMonitor } from '../monitor-context.tsx';
import { type MonitorI18n, useI18n } from '../texts.ts';
import styles from './summary.module.css';

export function Summary(): JSX.Element | null {
  const { figures, now, phone } = useMonitor();
  const i18n = useI18n();
  const hall = figures.value;
  if (!hall) return null;
  const size = phone.value ? 'm' : 'l';
  return (
    <section class={cx(styles['summary'])}>
      {[...nowFigures(hall, now.value, i18n), ...dayFigures(hall, i18n)].map((figure) => (
        <Metric key={figure.label} size={size} {...figure} />
      ))}
    </section>
  );
}

type Figure = {
  readonly label: string;
  readonly value: string | number;
  readonly note: string;
  readonly tone?: Tone;
};

const nowFigures = (hall: HallFigures, at: number, { t, format }: MonitorI18n): Figure[] => {
  const { supervisor } = t;
  const { tickets, oldest, countersOpen, countersPaused, counters } = hall;
  return [
    { label: t.common.waiting, value: tickets.waiting, ...lateness(hall, supervisor) },
    {
      label: supervisor.longestWait,
      value: oldest ? format.elapsed(waitedMs(oldest, at)) : '—',
      note: oldest?.number ?? supervisor.nobody,
    },
    {
      label: supervisor.counters,
      value: `${countersOpen}/${counters}`,
      note:
        countersPaused > 0
          ? supervisor.countersPaused(countersPaused)
          : supervisor.countersOpen(countersOpen, counters),
    },
    {
      label: supervisor.total.serving,
      value: tickets.serving,
      note: `${supervisor.callState.calling} ${tickets.called} · ${supervisor.total.missed} ${tickets.missed}`,
    },
  ];
};

const lateness = (
  { over, dueSoon }: HallFigures,
  texts: MonitorI18n['t']['supervisor'],
): Pick<Figure, 'note' | 'tone'> & { readonly tone: Tone } => {
  if (over > 0) return { tone: 'over', note: texts.overPromise(over) };
  if (dueSoon > 0) return { tone: 'warn', note: texts.dueSoon(dueSoon) };
  return { tone: 'ok', note: texts.allOnTime };
};

const dayFigures = ({ totals, over }: HallFigures, { t, format }: MonitorI18n): Figure[] => {
  const { total, ...words } = t.supervisor;
  const mean = meanWaitMs(totals);
  const { within, known } = onTime(totals, over);
  return [
    { label: total.issued, value: totals.issued, note: total.visitsServed(totals.visitsServed) },
    {
      label: words.averageWait,
      value: mean === null ? '—' : format.elapsed(mean),
      note: mean === null ? words.noneYet : words.maxWait(format.elapsed(totals.waitMaxMs)),
    },
    {
      label: words.withinPromise,
      value: format.share(within, known),
      note: known === 0 ? words.noneYet : words.ofKnown(within, known, over),
    },
    {
      label: total.noShow,
      value: totals.noShow,
      note: `${total.cancelled} ${totals.cancelled} · ${total.left} ${totals.left}`,
    },
  ];
};
