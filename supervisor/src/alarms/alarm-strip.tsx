/** What must not be overlooked, across the page; calls for help carry their answer. */
import { placeOf } from '@tingxu/feed-client/help-calls';
import { NumberLink } from '@tingxu/trail/number-link';
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel, laneOf } from '@tingxu/ui/lib/profile';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { noSpeakerWords } from '../voice/voice-state.ts';
import { AlarmFrame as Frame } from './alarm-frame.tsx';
import styles from './alarm-strip.module.css';
import type { Alarm } from './alarms.ts';
import { Care } from './care.tsx';
import { Closing } from './closing.tsx';
import { Help } from './help.tsx';

export function AlarmStrip(): JSX.Element | null {
  const { alarms } = useMonitor();
  const { t } = useI18n();
  if (alarms.value.length === 0) return null;
  return (
    <ul class={cx(styles['strip'])} aria-label={t.supervisor.alarms} data-testid="alarms">
      {alarms.value.map((alarm) => (
        <AlarmItem key={keyOf(alarm)} alarm={alarm} />
      ))}
    </ul>
  );
}

const keyOf = (alarm: Alarm): string => {
  if (alarm.kind === 'help') return `help ${placeOf(alarm.call.from)}`;
  if (alarm.kind === 'device') return `device ${alarm.device.device}`;
  if ('counter' in alarm) return `${alarm.kind} ${alarm.counter}`;
  return 'lane' in alarm ? `${alarm.kind} ${alarm.lane}` : alarm.kind;
};

function AlarmItem({ alarm }: { readonly alarm: Alarm }): JSX.Element {
  switch (alarm.kind) {
    case 'help':
      return <Help call={alarm.call} late={alarm.late} />;
    case 'stopped':
      return <Stopped alarm={alarm} />;
    case 'closing':
      return <Closing forecast={alarm.forecast} />;
    case 'device':
      return <Device alarm={alarm} />;
    case 'voice':
      return <Unheard alarm={alarm} />;
    case 'care':
      return <Care care={alarm.care} />;
    case 'work':
      return <Work alarm={alarm} />;
    case 'promise':
      return <BrokenPromise alarm={alarm} />;
    case 'open-call':
      return <OpenCall alarm={alarm} />;
    case 'open-calls':
      return <OpenCalls alarm={alarm} />;
    case 'aside':
      return <Aside count={alarm.count} />;
    default:
      return alarm satisfies never;
  }
}

type Of<K extends Alarm['kind']> = { readonly alarm: Extract<Alarm, { kind: K }> };

function Stopped({ alarm }: Of<'stopped'>): JSX.Element {
  const { now } = useMonitor();
  const { t, format } = useI18n();
  const { state, untilAt, reason } = alarm.issuing;
  return (
    <Frame icon="pause" tone="warn">
      <strong>
        {untilAt === null
          ? t.common.issuing[state]
          : t.common.issuingUntil[state](format.when(untilAt, now.value))}
      </strong>
      {reason && <span>{t.common.issuingReason[reason]}</span>}
    </Frame>
  );
}

function Device({ alarm }: Of<'device'>): JSX.Element {
  const { now } = useMonitor();
  const { t, pick, format } = useI18n();
  const { name, ready, troubles, addresses = [], sinceAt } = alarm.device;
  const [first] = troubles;
  return (
    <Frame icon="alert" tone={ready ? 'warn' : 'over'}>
      <strong>{first && t.devices.alarm(pick(name), t.devices.trouble[first], addresses)}</strong>
      <span class={cx(styles['muted'])}>{format.elapsed(now.value - sinceAt)}</span>
    </Frame>
  );
}

function Unheard({ alarm }: Of<'voice'>): JSX.Element {
  const { t } = useI18n();
  return (
    <Frame icon="sound" tone="over">
      <strong>{noSpeakerWords(alarm.voice, t.voice)}</strong>
    </Frame>
  );
}

function Work({ alarm }: Of<'work'>): JSX.Element {
  const { profile, now } = useMonitor();
  const { t, format } = useI18n();
  const counter = t.common.counter(counterLabel(profile.value, alarm.counter));
  return (
    <Frame icon="pause" tone="warn">
      <strong>{t.supervisor.alarm.work(counter, alarm.waiting)}</strong>
      <span class={cx(styles['muted'])}>{format.elapsed(now.value - alarm.sinceAt)}</span>
    </Frame>
  );
}

function OpenCall({ alarm }: Of<'open-call'>): JSX.Element {
  const { profile, now } = useMonitor();
  const { t, format } = useI18n();
  const { ticket, number, calledAt } = alarm.ticket;
  const counter = t.common.counter(counterLabel(profile.value, alarm.counter));
  return (
    <Frame icon="bell" tone="warn">
      <strong>{t.supervisor.alarm.openCall(counter)}</strong>
      <span class={cx(styles['muted'])}>{format.elapsed(now.value - (calledAt ?? now.value))}</span>
      <NumberLink ticket={ticket} number={number} />
    </Frame>
  );
}

function OpenCalls({ alarm }: Of<'open-calls'>): JSX.Element {
  const { now } = useMonitor();
  const { t, format } = useI18n();
  const { ticket, number, calledAt } = alarm.oldest;
  const age = format.elapsed(now.value - (calledAt ?? now.value));
  return (
    <Frame icon="bell" tone="warn">
      <strong>{t.supervisor.alarm.openCalls(alarm.count)}</strong>
      <span class={cx(styles['muted'])}>{t.supervisor.longest(age)}</span>
      <NumberLink ticket={ticket} number={number} />
    </Frame>
  );
}

function BrokenPromise({ alarm }: Of<'promise'>): JSX.Element {
  const { profile } = useMonitor();
  const { t, pick, format } = useI18n();
  const lane = laneOf(profile.value, alarm.lane);
  return (
    <Frame icon="alert" tone="warn">
      <strong>
        {lane &&
          t.supervisor.alarm.promise(
            pick(lane.name),
            format.share(alarm.share.within, alarm.share.known),
            `${lane.promise.sharePermille / 10}%`,
          )}
      </strong>
    </Frame>
  );
}

function Aside({ count }: { readonly count: number }): JSX.Element {
  const { t } = useI18n();
  return (
    <Frame icon="clock" tone="warn">
      <strong>{t.supervisor.alarm.aside(count)}</strong>
    </Frame>
  );
}
