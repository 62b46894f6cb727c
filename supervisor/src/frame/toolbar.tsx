/** The day and its rule, the search for a ticket, and who acts. */
import { Button } from '@tingxu/ui/button';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { StateDot } from '@tingxu/ui/state-dot';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { mayTurnDay } from '../person.ts';
import { useI18n } from '../texts.ts';
import { SearchBox } from '../trail/ticket-box.tsx';
import styles from './toolbar.module.css';

export function Toolbar(): JSX.Element {
  const { actions, trail, view } = useMonitor();
  const { t } = useI18n();
  const policy = view.value?.policy;
  const staff = actions.staff.value;
  return (
    <div class={cx(styles['bar'])}>
      <SearchBox open={trail.open} />
      <div class={cx(styles['facts'])}>
        <DayState />
        {policy && (
          <span class={cx(styles['fact'])}>
            <span class={cx(styles['name'])}>{t.supervisor.policy}</span>
            <span>{t.staff.policy[policy]}</span>
          </span>
        )}
        <Button
          size="s"
          variant="quiet"
          onClick={() => actions.open({ kind: 'staff', wanted: null })}
        >
          <span class={cx(styles['staff'])}>
            <Icon name="person" />
            <span>{staff ?? t.supervisor.signIn}</span>
          </span>
        </Button>
      </div>
    </div>
  );
}

function DayState(): JSX.Element {
  const { actions, role, view, live } = useMonitor();
  const { t } = useI18n();
  const day = view.value?.day;
  const open = day?.open ?? false;
  return (
    <span class={cx(styles['fact'])}>
      <StateDot tone={open ? 'ok' : 'quiet'}>
        {open ? t.supervisor.dayOpen(day?.businessDay ?? '') : t.supervisor.dayClosed}
      </StateDot>
      <NotIssuing />
      {mayTurnDay(role) && (
        <Button
          size="s"
          disabled={!live.value}
          data-testid="turn-day"
          onClick={() => actions.open({ kind: open ? 'closeDay' : 'openDay' })}
        >
          {open ? t.supervisor.closeDay : t.supervisor.openDay}
        </Button>
      )}
    </span>
  );
}

/** What kiosk and board say, too: that no numbers are given, until when and why. Rules: HOURS-6. */
function NotIssuing(): JSX.Element | null {
  const { view, now } = useMonitor();
  const { t, format } = useI18n();
  const issuing = view.value?.day.issuing;
  if (!issuing || issuing.state === 'open' || issuing.state === 'extended') return null;
  const { state, untilAt, reason } = issuing;
  const when = untilAt === null ? null : format.when(untilAt, now.value);
  const said = when ? t.common.issuingUntil[state](when) : t.common.issuing[state];
  return (
    <StateDot tone="warn">
      <span data-testid="not-issuing">
        {t.supervisor.notIssuing(said, reason ? t.common.issuingReason[reason] : '')}
      </span>
    </StateDot>
  );
}
