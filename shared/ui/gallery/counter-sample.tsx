import type { JSX } from 'preact';
import { AppShell } from '../src/app-shell.tsx';
import { Button } from '../src/button.tsx';
import { Clock } from '../src/clock.tsx';
import { ConnectionBanner } from '../src/connection-banner.tsx';
import { DataTable } from '../src/data-table.tsx';
import { LaneTag } from '../src/lane-tag.tsx';
import { cx } from '../src/lib/cx.ts';
import { waitTold } from '../src/lib/tone.ts';
import { LocaleSwitch } from '../src/locale-switch.tsx';
import { Metric } from '../src/metric.tsx';
import { Panel } from '../src/panel.tsx';
import { StatusPill } from '../src/status-pill.tsx';
import { TicketNumber } from '../src/ticket-number.tsx';
import { WaitMeter } from '../src/wait-meter.tsx';
import { GalleryI18n } from './gallery-i18n.tsx';
import { AT, HALL, laneOf, serviceOf, TICKETS, ZONE } from './sample-data.ts';
import styles from './samples.module.css';

function Current(): JSX.Element {
  const { t, pick } = GalleryI18n.useI18n();
  return (
    <Panel
      title={t.counter.current}
      actions={<StatusPill tone="info">{t.staff.counterState.calling}</StatusPill>}
    >
      <div class={cx(styles['current'])}>
        <TicketNumber number="A038" size="hero" />
        <div class={cx(styles['row'])}>
          <LaneTag lane="normal" label={pick(laneOf('normal').name)} />
          <span>{pick(serviceOf(0).name)}</span>
          <span class={cx(styles['muted'])}>{t.staff.calls(1)}</span>
        </div>
        <div class={cx(styles['metrics'])}>
          <Metric label={t.counter.waited} value="12:40" />
          <Metric label={t.counter.calledAt} value="09:41:50" />
          <Metric label={t.counter.serving} value="00:00" />
        </div>
        <Button variant="primary" size="l" icon="play" keycap={t.counter.keySpace} block>
          {t.counter.start}
        </Button>
        <div class={cx(styles['actions'])}>
          <Button icon="bell" keycap="R">
            {t.counter.recall}
          </Button>
          <Button disabled keycap="M">
            {t.counter.missIn(18)}
          </Button>
          <Button icon="pause" keycap="P">
            {t.counter.pause}
          </Button>
          <Button variant="quiet">{t.counter.closeCounter}</Button>
        </div>
      </div>
    </Panel>
  );
}

export function CounterSample(): JSX.Element {
  const { t, pick, format, locale, locales, setLocale } = GalleryI18n.useI18n();
  const stale = new URLSearchParams(location.search).get('state') === 'stale';
  return (
    <AppShell
      fixed
      stale={stale}
      title={`${pick(HALL)} · ${t.common.counter('3')}`}
      banner={
        <ConnectionBanner
          state={stale ? 'stale' : 'live'}
          text={t.common.connection.stale(format.clock(AT))}
        />
      }
      end={
        <>
          <Clock at={AT} zone={ZONE} locale={locale.value} date="short" />
          <LocaleSwitch
            locales={locales}
            value={locale.value}
            onChange={setLocale}
            label={t.common.language}
          />
        </>
      }
    >
      <div class={cx(styles['counterpage'])}>
        <Current />
        <Panel
          title={t.counter.waitingList}
          actions={
            <span class={cx(styles['muted'])}>{t.counter.waitingCount(TICKETS.length)}</span>
          }
          flush
        >
          <DataTable
            caption={t.counter.waitingList}
            rows={TICKETS}
            rowKey={(row) => row.number}
            columns={[
              {
                key: 'number',
                head: t.staff.column.number,
                rowHead: true,
                cell: (row) => <TicketNumber number={row.number} size="s" />,
              },
              {
                key: 'lane',
                head: t.staff.column.lane,
                cell: (row) => <LaneTag lane={row.lane} label={pick(laneOf(row.lane).name)} />,
              },
              {
                key: 'waited',
                head: t.staff.column.waited,
                cell: (row) => (
                  <WaitMeter
                    waitedMs={row.waitedMs}
                    targetMs={laneOf(row.lane).targetMs}
                    text={format.age(row.waitedMs)}
                    toneText={waitTold(row.waitedMs, laneOf(row.lane).targetMs, t.staff.wait)}
                  />
                ),
              },
            ]}
          />
        </Panel>
      </div>
    </AppShell>
  );
}
