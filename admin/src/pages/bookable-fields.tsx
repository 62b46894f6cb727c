/** One service that can be booked: how long a slot is, for how many, on which weekdays and times. */
import { Weekday } from '@tingxu/contract/hours';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { replaceAt } from '../draft/rows.ts';
import { Act } from '../fields/act.tsx';
import { FaultAt, Ticks } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { Sentence } from '../fields/sentence.tsx';
import { TimeEntry } from '../fields/time-entry.tsx';
import { useI18n } from '../texts.ts';
import type { Bookable, BookingsWords } from './bookings-page.tsx';
import week from './week-editor.module.css';
import { weeklySlots } from './weekly-slots.ts';

type Times = Bookable['hours'][number];

const MOST_HOURS = 12;
const LATER: Times = { weekdays: [6], from: '09:00', to: '12:00' };

export function BookableFields(props: {
  readonly words: BookingsWords;
  readonly row: Bookable;
  readonly index: number;
  readonly onChange: (row: Bookable) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { words, row, index, onChange } = props;
  const { draft } = useDraft();
  const { pick } = useI18n();
  const path = `appointments.services.${index}`;
  const service = draft.services.find(({ id }) => id === row.service);
  const slots = weeklySlots(row);
  const title = (service && pick(service.name)) || row.service;
  return (
    <Panel
      title={title}
      actions={
        <Act size="s" icon="cross" onClick={props.onRemove}>
          {words.stop}
        </Act>
      }
    >
      <div class={cx(styles['stack'])} data-bookable={row.service}>
        <div class={cx(styles['grid'])}>
          <NumberEntry
            label={words.slot}
            path={`${path}.slotMinutes`}
            value={row.slotMinutes}
            onChange={(value) => onChange({ ...row, slotMinutes: value ?? Number.NaN })}
          />
          <NumberEntry
            label={words.capacity}
            path={`${path}.capacity`}
            value={row.capacity}
            onChange={(value) => onChange({ ...row, capacity: value ?? Number.NaN })}
          />
        </div>
        <TimesList
          {...{ words, title }}
          path={`${path}.hours`}
          rows={row.hours}
          onChange={(hours) => onChange({ ...row, hours })}
        />
        <FaultAt path={`${path}.service`} />
        {slots !== null && Number.isFinite(row.capacity) && (
          <Sentence>
            {words.weekly(slots, slots * row.capacity)} {draft.hours && words.within}
          </Sentence>
        )}
      </div>
    </Panel>
  );
}

function TimesList(props: {
  readonly words: BookingsWords;
  readonly title: string;
  readonly path: string;
  readonly rows: readonly Times[];
  readonly onChange: (rows: readonly Times[]) => void;
}): JSX.Element {
  const { words, path, rows, onChange } = props;
  return (
    <section class={cx(styles['stack'])} aria-label={`${props.title} · ${words.hours}`}>
      {rows.map((row, index) => (
        <TimesRow
          key={index}
          {...{ words, row }}
          path={`${path}.${index}`}
          onChange={(next) => onChange(replaceAt(rows, index, next))}
          onRemove={() => onChange(rows.filter((_row, other) => other !== index))}
        />
      ))}
      {rows.length < MOST_HOURS && (
        <div>
          <Act size="s" onClick={() => onChange([...rows, LATER])}>
            {words.addHours}
          </Act>
        </div>
      )}
      <FaultAt path={path} />
    </section>
  );
}

/** Monday is 1. */
const DAYS = Weekday.options.map((name, index) => ({ name, value: String(index + 1) }));

function TimesRow(props: {
  readonly words: BookingsWords;
  readonly path: string;
  readonly row: Times;
  readonly onChange: (row: Times) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { words, path, row, onChange } = props;
  const { t } = useI18n();
  const fields = t.adminFields;
  return (
    <div class={cx(week['times'])}>
      <Ticks
        label={words.weekdays}
        path={`${path}.weekdays`}
        options={DAYS.map(({ name, value }) => ({ value, label: fields.weekday[name] }))}
        value={row.weekdays.map(String)}
        onChange={(days) => onChange({ ...row, weekdays: days.map(Number) })}
      />
      <span class={cx(week['interval'])}>
        <TimeEntry
          label={fields.from}
          path={`${path}.from`}
          value={row.from}
          onChange={(from) => onChange({ ...row, from })}
        />
        <span aria-hidden="true">–</span>
        <TimeEntry
          label={fields.to}
          path={`${path}.to`}
          value={row.to}
          onChange={(to) => onChange({ ...row, to })}
        />
        <Act
          size="s"
          variant="quiet"
          icon="cross"
          aria-label={words.removeHours}
          onClick={props.onRemove}
        />
      </span>
      <FaultAt path={path} />
    </div>
  );
}
