/** The live hall on one page: figures, lanes, counters, who waits, who missed, what was called. */
import { EmptyState } from '@tingxu/ui/empty-state';
import { later } from '@tingxu/ui/later';
import { cx } from '@tingxu/ui/lib/cx';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { ActionDialogs } from './actions/action-dialogs.tsx';
import { Messages } from './actions/messages.tsx';
import { AlarmStrip } from './alarms/alarm-strip.tsx';
import { BookingsDoor } from './bookings/bookings-door.tsx';
import { CountersPanel } from './counters/counters-panel.tsx';
import { CourseStrip } from './course/course-strip.tsx';
import { Frame } from './frame/frame.tsx';
import { Toolbar } from './frame/toolbar.tsx';
import { LanesStrip } from './lanes/lanes-strip.tsx';
import { SumLine } from './lanes/sum-line.tsx';
import { Summary } from './lanes/summary.tsx';
import { useMonitor } from './monitor-context.tsx';
import styles from './monitor-page.module.css';
import { RatingsPanel } from './ratings/ratings-panel.tsx';
import { AsidePanel } from './side/aside-panel.tsx';
import { CallsPanel } from './side/calls-panel.tsx';
import { MissedPanel } from './side/missed-panel.tsx';
import { useI18n } from './texts.ts';
import { WaitingPanel } from './waiting/waiting-panel.tsx';

const TicketTrail = later(() =>
  import('./trail/ticket-trail.tsx').then((come) => come.TicketTrail),
);

const VoiceDialog = later(() =>
  import('./voice/voice-dialog.tsx').then((come) => come.VoiceDialog),
);

export function MonitorPage(): JSX.Element {
  return (
    <Frame>
      <Scene />
      <ActionDialogs />
      <TicketTrail />
      <VoiceDialog />
      <Messages />
    </Frame>
  );
}

function Scene(): JSX.Element {
  const { view, settings, place, alarms } = useMonitor();
  const { t } = useI18n();
  const shown = view.value;
  if (!shown) {
    return (
      <div class={cx(styles['empty'])}>
        <Spinner label={t.common.loading} />
      </div>
    );
  }
  // Bookings are made and moved while the hall is closed, too, by the calendar of the hall. Rules: BOOK-4.
  if (place.value === 'bookings') {
    return (
      <div class={cx(styles['page'], styles['long'])}>
        <BookingsDoor />
      </div>
    );
  }
  if (!shown.profile) {
    return (
      <div class={cx(styles['page'])}>
        <Toolbar />
        <div class={cx(styles['empty'])}>
          <EmptyState icon="counter" title={t.supervisor.dayClosed}>
            {t.supervisor.dayClosedText}
          </EmptyState>
        </div>
      </div>
    );
  }
  return (
    <div class={cx(styles['page'])}>
      {settings.wall ? null : <Toolbar />}
      <AlarmStrip />
      <Summary />
      <SumLine onlyBroken />
      <LanesStrip />
      {/* A wall has no room for both, and what needs a hand goes before the course of the day. */}
      {settings.wall && alarms.value.length > 0 ? null : <CourseStrip />}
      <div class={cx(styles['work'])}>
        <WaitingPanel />
        <CountersPanel />
        <div class={cx(styles['side'])}>
          <MissedPanel />
          <AsidePanel />
          <CallsPanel />
          {settings.wall ? null : <RatingsPanel />}
        </div>
      </div>
    </div>
  );
}
