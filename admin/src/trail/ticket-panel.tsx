/** One ticket of a day, or two of them: the sheet is that of the monitor. Source: H44. */
import { computed, useSignal } from '@preact/signals';
import { BusinessDay } from '@tingxu/contract/ids';
import type { StaffRole } from '@tingxu/contract/roles';
import { adminTrail } from '@tingxu/i18n/admin-trail';
import { TrailContext } from '@tingxu/trail/seat';
import { SearchBox } from '@tingxu/trail/ticket-box';
import { TrailDialog } from '@tingxu/trail/trail-dialog';
import { createTrailModel } from '@tingxu/trail/trail-model';
import { DayField } from '@tingxu/ui/day-field';
import { cx } from '@tingxu/ui/lib/cx';
import { isDayOrNone } from '@tingxu/ui/lib/read-day';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { useAdmin } from '../admin-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './trail-page.module.css';

export function TicketPanel({ role }: { readonly role: StaffRole }): JSX.Element {
  const { url, hall, view, now } = useAdmin();
  const i18n = useI18n();
  const words = adminTrail[i18n.locale.value];
  const day = useSignal('');
  // A day that was typed wrongly is not the last one.
  const known = isDayOrNone(day.value);
  const seat = useMemo(() => {
    const trail = createTrailModel({ url, hall, role, feed: { view } });
    return { trail, profile: computed(() => view.value?.profile ?? null), now, i18n };
  }, [url, hall, role]);
  useEffect(() => () => seat.trail.end(), [seat]);
  return (
    <TrailContext.Provider value={seat}>
      <Panel title={words.ticketTitle}>
        <div class={cx(styles['ask'])}>
          <p class={cx(styles['hint'])}>{words.ticketText}</p>
          <div class={cx(styles['line'])}>
            <DayField
              name="business-day"
              label={words.businessDay}
              error={known ? undefined : words.dayWrong}
              value={day.value}
              onInput={(value) => {
                day.value = value;
              }}
            />
            <SearchBox
              open={(refs) => {
                if (known) seat.trail.open(refs, BusinessDay.safeParse(day.value).data);
              }}
            />
          </div>
          <p class={cx(styles['hint'])}>{words.businessDayHint}</p>
        </div>
        <TrailDialog />
      </Panel>
    </TrailContext.Provider>
  );
}
