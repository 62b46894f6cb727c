/** The hours of a week, or of one date: intervals of local time. */
import { Weekday } from '@tingxu/contract/hours';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { type DraftInterval, type DraftWeek, withMembers } from '../draft/draft-config.ts';
import { replaceAt } from '../draft/rows.ts';
import { Act } from '../fields/act.tsx';
import { FaultAt } from '../fields/choices.tsx';
import { TimeEntry } from '../fields/time-entry.tsx';
import { useI18n } from '../texts.ts';
import styles from './week-editor.module.css';

const WORKING_DAYS = ['tue', 'wed', 'thu', 'fri'] as const;

export function WeekEditor(props: {
  readonly path: string;
  readonly week: DraftWeek;
  readonly onChange: (week: DraftWeek) => void;
}): JSX.Element {
  const { path, week, onChange } = props;
  const { t } = useI18n();
  const words = t.adminFields;
  const like = (rows: DraftWeek['mon']): DraftWeek =>
    Object.fromEntries(WORKING_DAYS.map((day) => [day, rows]));
  return (
    <div class={cx(styles['week'])}>
      {Weekday.options.map((day) => (
        <fieldset key={day} class={cx(styles['day'])} aria-label={words.weekday[day]}>
          <span class={cx(styles['name'])}>{words.weekday[day]}</span>
          <Intervals
            path={`${path}.${day}`}
            rows={week[day] ?? []}
            onChange={(rows) =>
              onChange(withMembers(week, { [day]: rows.length > 0 ? rows : undefined }))
            }
          />
        </fieldset>
      ))}
      <div>
        <Act size="s" onClick={() => onChange(withMembers(week, like(week.mon)))}>
          {words.copyToWeek}
        </Act>
      </div>
      <FaultAt path={path} />
    </div>
  );
}

const MOST_INTERVALS = 6;
const FIRST: DraftInterval = { from: '09:00', to: '17:00' };
const LATER: DraftInterval = { from: '', to: '' };

export function Intervals(props: {
  readonly path: string;
  readonly rows: readonly DraftInterval[];
  readonly onChange: (rows: readonly DraftInterval[]) => void;
}): JSX.Element {
  const { path, rows, onChange } = props;
  const { t } = useI18n();
  const words = t.adminFields;
  return (
    <div class={cx(styles['intervals'])}>
      {rows.length === 0 && <span class={cx(styles['closed'])}>{words.closed}</span>}
      {rows.map((row, i) => (
        <span key={i} class={cx(styles['interval'])}>
          <TimeEntry
            label={words.from}
            path={`${path}.${i}.from`}
            value={row.from}
            onChange={(from) => onChange(replaceAt(rows, i, { ...row, from }))}
          />
          <span aria-hidden="true">–</span>
          <TimeEntry
            label={words.to}
            path={`${path}.${i}.to`}
            value={row.to}
            onChange={(to) => onChange(replaceAt(rows, i, { ...row, to }))}
          />
          <Act
            size="s"
            variant="quiet"
            icon="cross"
            aria-label={words.removeInterval}
            onClick={() => onChange(rows.filter((_row, other) => other !== i))}
          />
        </span>
      ))}
      {rows.length < MOST_INTERVALS && (
        <Act
          size="s"
          variant="quiet"
          onClick={() => onChange([...rows, rows.length === 0 ? FIRST : LATER])}
        >
          {words.addInterval}
        </Act>
      )}
      <FaultAt path={path} />
    </div>
  );
}
