/** Dates with other hours than their weekday's, or none. */
import { useSignal } from '@preact/signals';
import { DayInput } from '@tingxu/ui/day-input';
import { cx } from '@tingxu/ui/lib/cx';
import { isDayOrNone } from '@tingxu/ui/lib/read-day';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useAdmin } from '../admin-context.tsx';
import { Act } from '../fields/act.tsx';
import { FaultAt } from '../fields/choices.tsx';
import { useI18n } from '../texts.ts';
import type { HoursPartProps } from './hours-page.tsx';
import styles from './week-editor.module.css';
import { Intervals } from './week-editor.tsx';

export function Holidays({ hours, put }: HoursPartProps): JSX.Element {
  const { readOnly } = useAdmin();
  const { t } = useI18n();
  const words = t.adminFields;
  const dates = Object.entries(hours.holidays ?? {}).sort(([a], [b]) => a.localeCompare(b));
  const change = (next: HoursPartProps['hours']['holidays']): void =>
    put({ holidays: next && Object.keys(next).length > 0 ? next : undefined });
  return (
    <Panel title={words.holidays}>
      {dates.length === 0 && <p>{words.noHolidays}</p>}
      {dates.map(([date, rows]) => (
        <fieldset key={date} class={cx(styles['date'])} aria-label={date}>
          <strong>{date}</strong>
          <Intervals
            path={`hours.holidays.${date}`}
            rows={rows}
            onChange={(next) => change({ ...hours.holidays, [date]: next })}
          />
          <Act
            size="s"
            variant="quiet"
            onClick={() => change(Object.fromEntries(dates.filter(([other]) => other !== date)))}
          >
            {words.remove}
          </Act>
        </fieldset>
      ))}
      {!readOnly && <AddDate onAdd={(date) => change({ [date]: [], ...hours.holidays })} />}
      <FaultAt path="hours.holidays" />
    </Panel>
  );
}

function AddDate({ onAdd }: { readonly onAdd: (date: string) => void }): JSX.Element {
  const { t } = useI18n();
  const words = t.adminFields;
  const id = useId();
  const date = useSignal('');
  const isDay = (): boolean => date.value !== '' && isDayOrNone(date.value);
  return (
    <form
      class={cx(styles['add'])}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isDay()) return;
        onAdd(date.value);
        date.value = '';
      }}
    >
      <div class={cx(styles['day-of'])}>
        <label for={id}>{words.holidayDate}</label>
        <DayInput
          id={id}
          class={styles['day-entry']}
          name="holiday"
          value={date.value}
          onInput={(value) => {
            date.value = value;
          }}
        />
      </div>
      <Act type="submit" size="s" disabled={!isDay()}>
        {words.addHoliday}
      </Act>
    </form>
  );
}
