import type { JSX } from 'preact';
import { AppShell } from '../src/app-shell.tsx';
import { Clock } from '../src/clock.tsx';
import { ConnectionBanner } from '../src/connection-banner.tsx';
import { CounterName } from '../src/counter-name.tsx';
import { Icon } from '../src/icon.tsx';
import { LaneTag } from '../src/lane-tag.tsx';
import { cx } from '../src/lib/cx.ts';
import { TicketNumber } from '../src/ticket-number.tsx';
import { TicketSlip } from '../src/ticket-slip.tsx';
import { Seal } from '../src/wordmark.tsx';
import { GalleryI18n } from './gallery-i18n.tsx';
import { AT, CALLS, HALL, LANES, ZONE } from './sample-data.ts';
import styles from './samples.module.css';

export function BoardSample(): JSX.Element {
  const { t, pick, locale, format } = GalleryI18n.useI18n();
  const stale = new URLSearchParams(location.search).get('state') === 'stale';
  const [first, ...rest] = CALLS;
  return (
    <AppShell
      fixed
      mark={<Seal />}
      title={pick(HALL)}
      stale={stale}
      banner={
        <ConnectionBanner
          state={stale ? 'reconnecting' : 'live'}
          text={t.common.connection.reconnecting(format.clock(AT))}
        />
      }
      end={<Clock at={AT} zone={ZONE} locale={locale.value} />}
    >
      <div class={cx(styles['boardgrid'])}>
        <TicketSlip
          active
          row={innerWidth > innerHeight}
          class={styles['wide']}
          stub={
            <div class={cx(styles['goto'])}>
              <span>{t.board.goTo}</span>
              <CounterName text={t.board.counter(first.counter)} label={first.counter} size="xl" />
            </div>
          }
        >
          <div class={cx(styles['hero'])}>
            <TicketNumber number={first.number} size="xl" />
            <Icon name="bell" />
          </div>
        </TicketSlip>
        <div class={cx(styles['calls'])}>
          {rest.slice(0, 3).map((call) => (
            <div class={cx(styles['call'])} key={call.number}>
              <TicketNumber number={call.number} size="m" />
              <CounterName text={t.board.counter(call.counter)} label={call.counter} size="m" />
            </div>
          ))}
        </div>
        <div class={cx(styles['side'])}>
          {LANES.map((lane) => (
            <div class={cx(styles['lane'])} key={lane.id}>
              <LaneTag lane={lane.id} label={pick(lane.name)} />
              <span>{t.board.people(lane.waiting)}</span>
            </div>
          ))}
          <div class={cx(styles['missed'])} data-missed>
            {t.board.missed} <TicketNumber number="A019" tone="muted" />
          </div>
        </div>
      </div>
    </AppShell>
  );
}
