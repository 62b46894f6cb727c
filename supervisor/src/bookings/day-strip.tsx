/** The days that can be booked and those with bookings; any other by its date. */
import { BusinessDay } from '@tingxu/contract/ids';
import type { BookingDay } from '@tingxu/contract/rest-bookings';
import { DayInput } from '@tingxu/ui/day-input';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import styles from './bookings.module.css';
import { useBookings } from './bookings-context.tsx';
import { useWords } from './words.ts';

/** More days than that are chosen by date. */
const MOST = 8;
const DAY_MS = 86_400_000;

const later = (day: BusinessDay, days: number): BusinessDay =>
  BusinessDay.parse(new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10));

/** From today on, as long as there is something to book, and the day that is looked at. */
export const daysShown = ({ today, lastDay, businessDay, booked }: BookingDay): BusinessDay[] => {
  const offered = Array.from({ length: MOST }, (_, index) => later(today, index)).filter(
    (day) => day <= lastDay,
  );
  const days = new Set([today, ...offered, ...booked.slice(0, 2).map((row) => row.businessDay)]);
  return [...days.add(businessDay)].sort();
};

export function DayStrip({ day }: { readonly day: BookingDay }): JSX.Element {
  const { show } = useBookings();
  const id = useId();
  const { w, day: nameOf } = useWords();
  const countOf = (one: BusinessDay): number =>
    day.booked.find(({ businessDay }) => businessDay === one)?.bookings ?? 0;
  return (
    <div class={cx(styles['days'])}>
      <ul class={cx(styles['strip'])} aria-label={w.days}>
        {daysShown(day).map((one) => (
          <li key={one}>
            <button
              type="button"
              class={cx(styles['day'])}
              aria-pressed={one === day.businessDay}
              data-day={one}
              onClick={() => void show(one)}
            >
              <span class={cx(styles['dayName'])}>{one === day.today ? w.today : nameOf(one)}</span>
              <span class={cx(styles['count'])}>
                {countOf(one) > 0 ? w.bookedOn(countOf(one)) : w.nobodyOn}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div class={cx(styles['other'])}>
        <label for={id}>{w.otherDay}</label>
        <DayInput
          id={id}
          class={styles['date']}
          value={day.businessDay}
          min={day.today}
          onInput={(value) => {
            const wanted = BusinessDay.safeParse(value);
            if (wanted.success && wanted.data >= day.today) void show(wanted.data);
          }}
        />
      </div>
    </div>
  );
}
