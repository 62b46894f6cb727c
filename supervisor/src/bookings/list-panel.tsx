/** Who is expected on a day, in the order of their times, and what can be done for them. */
import type { BookingDay, DayBooking } from '@tingxu/contract/rest-bookings';
import { NumberLink } from '@tingxu/trail/number-link';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useMonitor } from '../monitor-context.tsx';
import styles from './bookings.module.css';
import { useBookings } from './bookings-context.tsx';
import { isLate, mayCheckIn, standingOf, TONES } from './standing.ts';
import { timeOf, useWords } from './words.ts';

export function ListPanel({ day }: { readonly day: BookingDay }): JSX.Element {
  const { w } = useWords();
  return (
    <Panel
      title={w.list}
      flush
      actions={
        <span class={cx(styles['muted'])}>
          {day.bookings.length > 0 && w.bookedOn(day.bookings.length)}
        </span>
      }
    >
      {day.bookings.length === 0 ? (
        <p class={cx(styles['nothing'], styles['inset'])}>{w.nobody}</p>
      ) : (
        <ul class={cx(styles['rows'])}>
          {day.bookings.map((row) => (
            <Row key={row.id} day={day} row={row} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

type RowProps = { readonly day: BookingDay; readonly row: DayBooking };

function Row({ day, row }: RowProps): JSX.Element {
  const { clock } = useMonitor();
  const { found } = useBookings();
  const { w, pick } = useWords();
  const place = useRef<HTMLLIElement>(null);
  const isFound = found.value === row.id;
  // Whoever scanned a reference looks for the row that it names.
  useLayoutEffect(() => {
    if (!isFound) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.querySelector('button')?.focus();
  }, [isFound]);
  const service = day.services.find((one) => one.service === row.service);
  const standing = standingOf(day, row, clock.value);
  return (
    <li
      class={cx(styles['row'])}
      ref={place}
      data-booking={timeOf(row.startAt)}
      data-found={isFound ? '' : undefined}
    >
      <span class={cx(styles['time'])}>{timeOf(row.startAt)}</span>
      <span class={cx(styles['what'])}>
        <span>{service ? pick(service.name) : row.service}</span>
        <span class={cx(styles['state'])}>
          <StatusPill tone={TONES[standing]}>{w.state[standing]}</StatusPill>
          <Note day={day} row={row} />
        </span>
      </span>
      {row.ticket && row.number ? (
        <NumberLink ticket={row.ticket} number={row.number} size="m" />
      ) : (
        <Actions day={day} row={row} />
      )}
    </li>
  );
}

/** When the customer may check in, unless that is over or done. */
function Note({ day, row }: RowProps): JSX.Element | null {
  const { clock } = useMonitor();
  const { w } = useWords();
  const isToday = row.businessDay === day.today;
  const { checkIn } = row;
  const isDone = checkIn === null || isLate(row, clock.value);
  if (isDone || row.standing === 'unserved' || !isToday) return null;
  const may = mayCheckIn(day, row, clock.value);
  const words = may ? w.until(timeOf(checkIn.until)) : w.from(timeOf(checkIn.from));
  return <span class={cx(styles['muted'])}>{day.openDay === day.today ? words : w.notOpen}</span>;
}

function Actions({ day, row }: RowProps): JSX.Element {
  const { clock, live } = useMonitor();
  const { run, move, open, pending } = useBookings();
  const { w, pick } = useWords();
  const service = day.services.find((one) => one.service === row.service);
  const named = (action: string): string =>
    w.of(action, timeOf(row.startAt), service ? pick(service.name) : row.service);
  const busy = pending.value;
  return (
    <span class={cx(styles['actions'])}>
      {mayCheckIn(day, row, clock.value) && (
        <Button
          size="s"
          variant="primary"
          aria-label={named(w.action.checkIn)}
          disabled={!live.value}
          pending={busy?.type === 'checkIn' && busy.booking === row.id}
          onClick={() => void run({ type: 'checkIn', booking: row.id })}
        >
          {w.action.checkIn}
        </Button>
      )}
      <Button
        size="s"
        aria-label={named(w.action.move)}
        disabled={!live.value}
        onClick={() => move(row)}
      >
        {w.action.move}
      </Button>
      <Button
        size="s"
        variant="quiet"
        aria-label={named(w.action.cancel)}
        disabled={!live.value}
        onClick={() => open({ kind: 'cancel', booking: row })}
      >
        {w.action.cancel}
      </Button>
    </span>
  );
}
