/** Every counter: what it does, since when, and what it costs when it does not. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { CounterState, StaffCounterRow } from '@tingxu/contract/views';
import { NumberLink } from '@tingxu/trail/number-link';
import { CounterName } from '@tingxu/ui/counter-name';
import { cx } from '@tingxu/ui/lib/cx';
import type { Tone } from '@tingxu/ui/lib/tone';
import { Panel } from '@tingxu/ui/panel';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './counters-panel.module.css';

/** More counters than that share the room; a wall, which nobody scrolls, has room for fewer. */
const ROOMY = { desk: 12, wall: 6 };

export function CountersPanel(): JSX.Element {
  const { view, profile, figures, settings } = useMonitor();
  const { t } = useI18n();
  const rows = view.value?.counters ?? {};
  const hall = figures.value;
  const counters = profile.value?.counters ?? [];
  const dense = counters.length > ROOMY[settings.wall ? 'wall' : 'desk'];
  return (
    <Panel
      title={t.supervisor.counters}
      class={styles['panel']}
      flush
      actions={
        hall && (
          <span class={cx(styles['muted'])}>
            {t.supervisor.countersOpen(hall.countersOpen, hall.counters)}
          </span>
        )
      }
    >
      <ul class={cx(styles['grid'], dense && styles['dense'])}>
        {counters.map((counter) => {
          const row = rows[counter.id];
          return row && <Card key={counter.id} counter={counter} row={row} dense={dense} />;
        })}
      </ul>
    </Panel>
  );
}

const TONES: Readonly<Record<CounterState, Tone>> = {
  closed: 'quiet',
  open: 'ok',
  paused: 'warn',
  calling: 'info',
  serving: 'info',
};

type CardProps = {
  readonly counter: HallProfile['counters'][number];
  readonly row: StaffCounterRow;
  /** Its number alone stands for the counter. */
  readonly dense: boolean;
};

function Card({ counter, row, dense }: CardProps): JSX.Element {
  const { now, course } = useMonitor();
  const { t, format } = useI18n();
  const figures = course.value?.counters[counter.id];
  const closed = row.state === 'closed';
  return (
    <li
      class={cx(styles['card'])}
      aria-label={t.common.counter(counter.label)}
      data-state={row.state}
      data-counter={counter.id}
    >
      <CounterName
        text={dense ? counter.label : t.common.counter(counter.label)}
        label={counter.label}
        size="s"
        tone={closed ? 'muted' : 'strong'}
      />
      <StatusPill tone={TONES[row.state]}>{t.staff.counterState[row.state]}</StatusPill>
      <span class={cx(styles['what'])}>
        {row.number && row.ticket && (
          <NumberLink ticket={row.ticket} number={row.number} size="m" />
        )}
        {row.pauseReason && t.staff.pauseReason[row.pauseReason]}
      </span>
      <span class={cx(styles['since'])}>{!closed && format.elapsed(now.value - row.sinceAt)}</span>
      <span class={cx(styles['staff'])}>
        {row.staff ?? ''}
        {/* Who chooses customers is seen by whoever answers for the hall. Source: SEC-08. */}
        {figures && figures.chosen > 0 && (
          <em data-testid="chosen">{t.supervisor.chosen(figures.chosen, figures.passedOver)}</em>
        )}
      </span>
      <span class={cx(styles['at'])}>{closed ? '' : t.staff.since(format.time(row.sinceAt))}</span>
    </li>
  );
}
