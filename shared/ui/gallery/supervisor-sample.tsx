import type { JSX } from 'preact';
import { AppShell } from '../src/app-shell.tsx';
import { Clock } from '../src/clock.tsx';
import { DataTable } from '../src/data-table.tsx';
import { LaneTag } from '../src/lane-tag.tsx';
import { cx } from '../src/lib/cx.ts';
import type { Tone } from '../src/lib/tone.ts';
import { waitTold, waitTone } from '../src/lib/tone.ts';
import { List, ListItem } from '../src/list.tsx';
import { Metric } from '../src/metric.tsx';
import { Panel } from '../src/panel.tsx';
import { StateDot } from '../src/state-dot.tsx';
import { TicketNumber } from '../src/ticket-number.tsx';
import { WaitMeter } from '../src/wait-meter.tsx';
import { GalleryI18n } from './gallery-i18n.tsx';
import { AT, COUNTERS, HALL, laneOf, MIN, serviceOf, TICKETS, ZONE } from './sample-data.ts';
import styles from './samples.module.css';

const STATE_TONES: Readonly<Record<(typeof COUNTERS)[number]['state'], Tone>> = {
  closed: 'quiet',
  open: 'ok',
  paused: 'warn',
  calling: 'info',
  serving: 'info',
};

function Waiting(): JSX.Element {
  const { t, pick, format } = GalleryI18n.useI18n();
  return (
    <DataTable
      caption={t.supervisor.waitingTickets}
      rows={TICKETS}
      rowKey={(row) => row.number}
      rowTone={(row) => {
        const tone = waitTone(row.waitedMs, laneOf(row.lane).targetMs);
        return tone === 'ok' ? undefined : tone;
      }}
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
          key: 'service',
          head: t.staff.column.service,
          cell: (row) => pick(serviceOf(row.service).name),
        },
        {
          key: 'waited',
          head: t.staff.column.waited,
          width: '34%',
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
  );
}

/** On a phone a row of a table becomes two lines of a list. */
function WaitingOnPhone(): JSX.Element {
  const { t, pick, format } = GalleryI18n.useI18n();
  return (
    <List label={t.supervisor.waitingTickets}>
      {TICKETS.map((row) => {
        const { targetMs, name } = laneOf(row.lane);
        const tone = waitTone(row.waitedMs, targetMs);
        return (
          <ListItem
            key={row.number}
            tone={tone === 'ok' ? undefined : tone}
            start={<TicketNumber number={row.number} size="m" />}
            title={<LaneTag lane={row.lane} label={pick(name)} />}
            note={pick(serviceOf(row.service).name)}
            end={
              <WaitMeter
                waitedMs={row.waitedMs}
                targetMs={targetMs}
                text={format.age(row.waitedMs)}
                toneText={waitTold(row.waitedMs, targetMs, t.staff.wait)}
              />
            }
          />
        );
      })}
    </List>
  );
}

export function SupervisorSample(): JSX.Element {
  const { t, pick, format, locale } = GalleryI18n.useI18n();
  return (
    <AppShell title={pick(HALL)} end={<Clock at={AT} zone={ZONE} locale={locale.value} seconds />}>
      <div class={cx(styles['monitor'])}>
        <Panel class={styles['wide']}>
          <div class={cx(styles['metrics'])}>
            <Metric label={t.supervisor.inHall} value="12" size="l" />
            <Metric label={t.supervisor.total.issued} value="58" size="l" />
            <Metric label={t.supervisor.total.served} value="41" size="l" />
            <Metric
              label={t.supervisor.longestWait}
              value={format.age(21 * MIN)}
              size="l"
              tone="over"
            />
            <Metric
              label={t.supervisor.withinPromise}
              value={format.share(94, 100)}
              size="l"
              tone="ok"
            />
          </div>
        </Panel>
        <Panel title={t.supervisor.waitingTickets} class={styles['half']} flush>
          {document.documentElement.dataset['screen'] === 'phone' ? (
            <WaitingOnPhone />
          ) : (
            <Waiting />
          )}
        </Panel>
        <Panel title={t.supervisor.counters} class={styles['rest']} flush>
          <DataTable
            caption={t.supervisor.counters}
            rows={COUNTERS}
            rowKey={(row) => row.label}
            columns={[
              {
                key: 'counter',
                head: t.staff.column.counter,
                rowHead: true,
                cell: (row) => t.common.counter(row.label),
              },
              {
                key: 'state',
                head: t.staff.column.state,
                cell: (row) => (
                  <StateDot tone={STATE_TONES[row.state]}>
                    {t.staff.counterState[row.state]}
                  </StateDot>
                ),
              },
              {
                key: 'number',
                head: t.staff.column.number,
                cell: (row) => row.number && <TicketNumber number={row.number} size="s" />,
              },
              {
                key: 'since',
                head: t.staff.column.since,
                align: 'end',
                cell: (row) => format.age(row.sinceMs),
              },
            ]}
          />
        </Panel>
      </div>
    </AppShell>
  );
}
