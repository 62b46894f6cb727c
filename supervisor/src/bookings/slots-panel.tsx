/** The slots of a day by service: what is taken, and what can still be had. Rules: BOOK-2, BOOK-3. */
import type { BookingDay, OfferedService, OfferedSlot } from '@tingxu/contract/rest-bookings';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import styles from './bookings.module.css';
import { useBookings } from './bookings-context.tsx';
import { timeOf, useWords } from './words.ts';

export function SlotsPanel({ day }: { readonly day: BookingDay }): JSX.Element {
  const { moving } = useBookings();
  const { w } = useWords();
  const wanted = moving.value?.service;
  const services = day.services.filter(
    ({ slots, service }) => slots.length > 0 && (!wanted || service === wanted),
  );
  return (
    <Panel
      title={w.slots}
      actions={<span class={cx(styles['muted'])}>{wanted ? null : w.choose}</span>}
    >
      {services.length === 0 ? (
        <p class={cx(styles['nothing'])}>{w.noSlots}</p>
      ) : (
        services.map((service) => (
          <ServiceSlots key={service.service} day={day} service={service} />
        ))
      )}
    </Panel>
  );
}

function ServiceSlots(props: {
  readonly day: BookingDay;
  readonly service: OfferedService;
}): JSX.Element {
  const { service, day } = props;
  const { pick, w } = useWords();
  const { clock } = useMonitor();
  const isAhead = (startAt: string): boolean => Date.parse(startAt) > clock.value;
  // What has begun and nobody took says nothing any more.
  const shown = service.slots.filter(({ startAt, taken }) => taken > 0 || isAhead(startAt));
  const begun = service.slots.length - shown.length;
  return (
    <section class={cx(styles['service'])} data-service={service.service}>
      <h3 class={cx(styles['name'])}>
        {pick(service.name)}
        {begun > 0 && <span class={cx(styles['muted'])}> {w.begunSlots(begun)}</span>}
      </h3>
      <ul class={cx(styles['slots'])}>
        {shown.map((slot) => (
          <li key={slot.startAt}>
            <Slot day={day} service={service} slot={slot} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Slot(props: {
  readonly day: BookingDay;
  readonly service: OfferedService;
  readonly slot: OfferedSlot;
}): JSX.Element {
  const { day, service, slot } = props;
  const { live } = useMonitor();
  const { open, moving } = useBookings();
  const { w, pick } = useWords();
  const { taken, capacity, bookable } = slot;
  const time = timeOf(slot.startAt);
  const isFull = taken >= capacity;
  const inside = (
    <>
      <span class={cx(styles['time'])}>{time}</span>
      <VisuallyHidden>{pick(service.name)}</VisuallyHidden>
      <span class={cx(styles['places'])}>
        {bookable ? w.places(taken, capacity) : isFull ? w.full : w.begun}
      </span>
      <span class={cx(styles['meter'])} aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(100, (taken / capacity) * 100)}%` }} />
      </span>
    </>
  );
  if (!bookable || !live.value) {
    return (
      <div class={cx(styles['slot'], styles['closed'])} data-slot={time}>
        {inside}
      </div>
    );
  }
  const choose = (): void => {
    const chosen = { service: service.service, day: day.businessDay, slot };
    const booking = moving.value;
    open(booking ? { kind: 'move', booking, ...chosen } : { kind: 'make', ...chosen });
  };
  return (
    <button type="button" class={cx(styles['slot'])} data-slot={time} onClick={choose}>
      {inside}
    </button>
  );
}
