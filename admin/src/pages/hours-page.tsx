/** Posted hours: the week, the dates that differ, and when issuing begins and ends. Rules: HOURS-1..HOURS-7. */
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type DraftHours, withMembers } from '../draft/draft-config.ts';
import { Tick } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { useI18n } from '../texts.ts';
import { Holidays } from './holidays.tsx';
import { OwnHours } from './own-hours.tsx';
import { WeekEditor } from './week-editor.tsx';

export type PutHours = (changes: Parameters<typeof withMembers<DraftHours>>[1]) => void;
export type HoursPartProps = { readonly hours: DraftHours; readonly put: PutHours };

const WORKING_DAY = [{ from: '09:00', to: '17:00' }];
const BEGUN: DraftHours = {
  week: {
    ...{ mon: WORKING_DAY, tue: WORKING_DAY, wed: WORKING_DAY, thu: WORKING_DAY },
    fri: WORKING_DAY,
  },
};
const PRE_ISSUE_MINUTES = 5;

export function HoursPage(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  const { hours } = draft;
  const put: PutHours = (changes) =>
    edit((now) => (now.hours ? { ...now, hours: withMembers(now.hours, changes) } : now));
  return (
    <div class={cx(styles['stack'])}>
      <Panel>
        <Tick
          label={words.posted}
          hint={words.postedHint}
          value={hours !== undefined}
          onChange={(on) => edit((now) => withMembers(now, { hours: on ? BEGUN : undefined }))}
        />
      </Panel>
      {hours && (
        <>
          <Panel title={words.week}>
            <WeekEditor path="hours.week" week={hours.week} onChange={(week) => put({ week })} />
          </Panel>
          <Holidays hours={hours} put={put} />
          <Edges hours={hours} put={put} />
          <OwnHours hours={hours} put={put} />
        </>
      )}
    </div>
  );
}

/** Around opening and closing. */
function Edges({ hours, put }: HoursPartProps): JSX.Element {
  const { t } = useI18n();
  const words = t.adminFields;
  return (
    <Panel>
      <div class={cx(styles['grid'])}>
        <NumberEntry
          label={words.preIssue}
          path="hours.preIssueMinutes"
          value={hours.preIssueMinutes ?? PRE_ISSUE_MINUTES}
          onChange={(value) => put({ preIssueMinutes: value ?? Number.NaN })}
        />
        <NumberEntry
          label={words.cutOff}
          path="hours.cutOffMinutes"
          value={hours.cutOffMinutes ?? 0}
          onChange={(value) => put({ cutOffMinutes: value ?? Number.NaN })}
        />
        <div>
          <Tick
            label={words.opensItself}
            value={hours.opensItself ?? false}
            onChange={(opensItself) => put({ opensItself })}
          />
          <Tick
            label={words.closesItself}
            value={hours.closesItself ?? false}
            onChange={(closesItself) => put({ closesItself })}
          />
        </div>
      </div>
    </Panel>
  );
}
