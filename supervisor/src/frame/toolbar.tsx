/** The day and its rule, the search for a ticket, and who acts. */
import { WhoIsHere } from '@tingxu/session/who-is-here';
import { SearchBox } from '@tingxu/trail/ticket-box';
import { Button } from '@tingxu/ui/button';
import { FirstStepsButton } from '@tingxu/ui/first-steps';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { StateDot } from '@tingxu/ui/state-dot';
import type { JSX } from 'preact';
import { dateIn } from '../date-in.ts';
import { useMonitor } from '../monitor-context.tsx';
import { mayTurnDay } from '../person.ts';
import { BOOKINGS } from '../place.ts';
import { useI18n } from '../texts.ts';
import { VoiceButton } from '../voice/voice-button.tsx';
import styles from './toolbar.module.css';

export function Toolbar(): JSX.Element {
  const { trail, view, phone } = useMonitor();
  const { t } = useI18n();
  const policy = view.value?.policy;
  return (
    <div class={cx(styles['bar'])}>
      <SearchBox open={(refs) => trail.open(refs)} />
      <div class={cx(styles['facts'])} data-guide="day">
        <DayState />
        {policy && !phone.value && (
          <span class={cx(styles['fact'], styles['rule'])}>
            <span class={cx(styles['name'])}>{t.supervisor.policy}</span>
            <span>{t.staff.policy[policy]}</span>
          </span>
        )}
        <a class={cx(styles['go'])} href={BOOKINGS}>
          <Icon name="clock" />
          <span>{t.supervisor.bookings}</span>
        </a>
        <WhoIsHere compact />
        <Steps />
      </div>
    </div>
  );
}

function Steps(): JSX.Element {
  const { actions, trail } = useMonitor();
  const { t, locale } = useI18n();
  return (
    <FirstStepsButton
      of="supervisor"
      person={actions.staff}
      locale={locale.value}
      busy={actions.dialog.value !== null || trail.trail.value !== null}
      label={t.staff.firstSteps}
    />
  );
}

function DayState(): JSX.Element {
  const { actions, role, view, live, clock } = useMonitor();
  const { t, zone } = useI18n();
  // The head of the page has the date; a day that was never closed has another.
  const today = dateIn(zone.value, clock.value);
  const day = view.value?.day;
  const open = day?.open ?? false;
  const odd = day && day.businessDay !== today ? day.businessDay : null;
  return (
    <span class={cx(styles['fact'])}>
      <StateDot tone={open ? 'ok' : 'quiet'}>
        {open ? t.supervisor.dayOpen(odd) : t.supervisor.dayClosed}
      </StateDot>
      {mayTurnDay(role) && open && (
        <Button
          size="s"
          disabled={!live.value}
          data-testid="turn-issuing"
          onClick={() => actions.open({ kind: 'issuing' })}
        >
          {t.supervisor.issuing.button}
        </Button>
      )}
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
      <VoiceButton />
    </span>
  );
}
