/** What can be booked, when, for how many, and how a booking checks in. Rules: BOOK-3, BOOK-5, BOOK-6, BOOK-10. */
import { adminBookings } from '@tingxu/i18n/admin-bookings';
import { SelectField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type Draft, withMembers } from '../draft/draft-config.ts';
import { replaceAt } from '../draft/rows.ts';
import { FaultAt, Tick } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { Sentence } from '../fields/sentence.tsx';
import { useFault } from '../fields/use-fault.ts';
import { useI18n } from '../texts.ts';
import { BookableFields } from './bookable-fields.tsx';

export type Bookings = NonNullable<Draft['appointments']>;
export type Bookable = Bookings['services'][number];
export type BookingsWords = (typeof adminBookings)['zh-CN'];

const MINUTE_MS = 60_000;

const bookable = (service: string): Bookable => ({
  ...{ service, slotMinutes: 30, capacity: 2 },
  hours: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
});

/** With a service, since there is nothing to book without one. */
const begun = ({ defaultLane, services }: Draft): Bookings => ({
  ...{ lane: defaultLane, earlyMs: 30 * MINUTE_MS, lateMs: 10 * MINUTE_MS, horizonDays: 30 },
  services: services.slice(0, 1).map(({ id }) => bookable(id)),
});

export function BookingsPage(): JSX.Element {
  const { draft, edit } = useDraft();
  const { locale } = useI18n();
  const words = adminBookings[locale.value];
  const { appointments } = draft;
  const put = (changes: Parameters<typeof withMembers<Bookings>>[1]): void =>
    edit((now) =>
      now.appointments ? { ...now, appointments: withMembers(now.appointments, changes) } : now,
    );
  return (
    <div class={cx(styles['stack'])}>
      <Panel>
        <Tick
          label={words.on}
          hint={words.onHint}
          value={appointments !== undefined}
          onChange={(on) =>
            edit((now) => withMembers(now, { appointments: on ? begun(now) : undefined }))
          }
        />
      </Panel>
      {appointments && (
        <>
          <CheckIn {...{ words, put }} bookings={appointments} />
          {appointments.services.map((row, index) => (
            <BookableFields
              key={row.service}
              {...{ words, row, index }}
              onChange={(next) => put({ services: replaceAt(appointments.services, index, next) })}
              onRemove={() =>
                put({ services: appointments.services.filter((_row, other) => other !== index) })
              }
            />
          ))}
          <AddService
            {...{ words }}
            bookings={appointments}
            onAdd={(id) => put({ services: [...appointments.services, bookable(id)] })}
          />
        </>
      )}
    </div>
  );
}

type PartProps = { readonly words: BookingsWords; readonly bookings: Bookings };

function CheckIn(
  props: PartProps & {
    readonly put: (changes: Parameters<typeof withMembers<Bookings>>[1]) => void;
  },
): JSX.Element {
  const { words, bookings, put } = props;
  const { draft } = useDraft();
  const { pick } = useI18n();
  const { lane, earlyMs, lateMs, horizonDays } = bookings;
  const wrongLane = useFault('appointments.lane');
  const nameOf = (id: string): string => {
    const row = draft.lanes.find((one) => one.id === id);
    return row ? pick(row.name) || id : id;
  };
  const minutes = (ms: number): string => words.minutes(Math.round(ms / MINUTE_MS));
  const known = [earlyMs, lateMs, horizonDays].every(Number.isFinite);
  return (
    <Panel title={words.checkIn}>
      <div class={cx(styles['stack'])}>
        <div class={cx(styles['grid'])}>
          <SelectField
            label={words.lane}
            name="appointments.lane"
            value={lane}
            error={wrongLane}
            options={draft.lanes.map(({ id }) => ({ value: id, label: nameOf(id) }))}
            onInput={(next) => put({ lane: next })}
          />
          <NumberEntry
            label={words.early}
            path="appointments.earlyMs"
            unit="minute"
            value={earlyMs}
            onChange={(value) => put({ earlyMs: value ?? Number.NaN })}
          />
          <NumberEntry
            label={words.late}
            path="appointments.lateMs"
            unit="minute"
            value={lateMs}
            onChange={(value) => put({ lateMs: value ?? Number.NaN })}
          />
          <NumberEntry
            label={words.horizon}
            path="appointments.horizonDays"
            value={horizonDays}
            hint={words.horizonHint}
            onChange={(value) => put({ horizonDays: value ?? Number.NaN })}
          />
        </div>
        {known && (
          <Sentence>
            {words.told(minutes(earlyMs), minutes(lateMs), nameOf(lane))}{' '}
            {words.toldDays(horizonDays)}
          </Sentence>
        )}
      </div>
    </Panel>
  );
}

function AddService(
  props: PartProps & { readonly onAdd: (service: string) => void },
): JSX.Element | null {
  const { words, bookings, onAdd } = props;
  const { draft } = useDraft();
  const { pick } = useI18n();
  const free = draft.services.filter(
    ({ id }) => !bookings.services.some(({ service }) => service === id),
  );
  return (
    <div class={cx(styles['stack'])}>
      <FaultAt path="appointments.services" />
      {free.length > 0 && (
        <div class={cx(styles['grid'])}>
          <SelectField
            label={words.addService}
            value=""
            placeholder="—"
            options={free.map(({ id, name }) => ({ value: id, label: pick(name) || id }))}
            onInput={onAdd}
          />
        </div>
      )}
    </div>
  );
}
