/** Date and time by the hall's own zone, whatever the machine believes. */
import { formatClock, formatDate, formatDay, formatTime } from '@tingxu/i18n/format';
import type { PublicLocale } from '@tingxu/i18n/locale';
import type { JSX } from 'preact';
import styles from './clock.module.css';
import { cx } from './lib/cx.ts';

export type ClockProps = {
  /** Units: epoch ms. */
  readonly at: number;
  /** IANA zone of the hall. */
  readonly zone: string;
  readonly locale: PublicLocale;
  readonly seconds?: boolean | undefined;
  readonly date?: 'none' | 'short' | 'long' | undefined;
  /** Date above the time instead of beside it. */
  readonly stacked?: boolean | undefined;
  readonly class?: string | undefined;
};

export function Clock(props: ClockProps): JSX.Element {
  const { at, zone, locale, seconds = true, date = 'none' } = props;
  return (
    <time
      class={cx(styles['clock'], props.stacked && styles['stacked'], props.class)}
      dateTime={new Date(at).toISOString()}
    >
      {date !== 'none' && (
        <span class={cx(styles['date'])}>
          {date === 'long' ? formatDate(at, zone, locale) : formatDay(at, zone, locale)}
        </span>
      )}
      <span class={cx(styles['time'])}>
        {seconds ? formatClock(at, zone, locale) : formatTime(at, zone, locale)}
      </span>
    </time>
  );
}
