/** What a duty manager must not overlook, the most urgent first. Pure. Source: H4, H5, H38, H54. */
import type { DeviceRow, FeedDevices } from '@tingxu/contract/devices';
import type { CounterId, Instant, LaneId } from '@tingxu/contract/ids';
import type { SupervisorView, TicketRow } from '@tingxu/contract/views';
import type { FeedVoice } from '@tingxu/contract/voice';
import { type CareAlarm, careAlarm } from '@tingxu/feed-client/care-alarm';
import { type HelpCall, helpCalls, isLate } from '@tingxu/feed-client/help-calls';
import { watchOf } from '@tingxu/feed-client/watch';
import { type NotIssuing, notIssuing } from '@tingxu/ui/lib/not-issuing';
import { type ClosingForecast, closingForecast } from '../closing/closing-forecast.ts';
import { laneFigures } from '../figures/lane-figures.ts';
import { keepsPromise, laneTotals, type OnTime, onTime } from '../figures/totals.ts';
import { isSpeakerMissed } from '../voice/voice-state.ts';
import type { WatchSettings } from './watch-settings.ts';

export type Alarm =
  | { readonly kind: 'closing'; readonly forecast: ClosingForecast }
  | { readonly kind: 'device'; readonly device: DeviceRow }
  | { readonly kind: 'voice'; readonly voice: FeedVoice }
  | { readonly kind: 'stopped'; readonly issuing: NotIssuing }
  | { readonly kind: 'help'; readonly call: HelpCall; readonly late: boolean }
  | { readonly kind: 'care'; readonly care: CareAlarm }
  | { readonly kind: 'promise'; readonly lane: LaneId; readonly share: OnTime }
  | {
      readonly kind: 'work';
      readonly counter: CounterId;
      readonly sinceAt: Instant;
      readonly waiting: number;
    }
  | { readonly kind: 'open-call'; readonly ticket: TicketRow; readonly counter: CounterId }
  | { readonly kind: 'open-calls'; readonly count: number; readonly oldest: TicketRow }
  | { readonly kind: 'aside'; readonly count: number };

/** So few waits say nothing about a share. */
const LEAST_WAITS = 5;

/** A manager has stopped issuing: kiosk and board say so, too. Rules: HOURS-4, HOURS-6. */
const stopAlarms = (view: SupervisorView): Alarm[] => {
  const issuing = notIssuing(view);
  return issuing?.state === 'stopped' ? [{ kind: 'stopped', issuing }] : [];
};

const closingAlarms = (view: SupervisorView, at: Instant): Alarm[] => {
  const forecast = closingForecast(view, at);
  return forecast ? [{ kind: 'closing', forecast }] : [];
};

/** The longest unanswered first. Rules: CTR-9, HELP-1, HELP-4. */
const helpAlarms = (view: SupervisorView, at: Instant): Alarm[] => {
  const { helpLateMs } = watchOf(view);
  return helpCalls(view).map((call) => ({
    kind: 'help',
    call,
    late: isLate(call, helpLateMs, at),
  }));
};

/** What has been answered is no more than told. Rules: CARE-3. */
const careAlarms = (care: CareAlarm | null, rings: boolean): Alarm[] =>
  care?.rings === rings ? [{ kind: 'care', care }] : [];

/** Lanes whose promised share is broken so far today. */
const promiseAlarms = (view: SupervisorView, at: Instant): Alarm[] =>
  laneFigures(view, at).flatMap(({ lane: { id, promise }, over }) => {
    const share = onTime(laneTotals(view, id), over);
    const broken = keepsPromise(share, promise.sharePermille) === false;
    return broken && share.known >= LEAST_WAITS ? [{ kind: 'promise', lane: id, share }] : [];
  });

/** Outside customers before inside work. Source: H5. */
const workAlarms = ({ counters }: SupervisorView, waiting: number, most: number): Alarm[] =>
  waiting <= most
    ? []
    : Object.values(counters)
        .filter(({ state, pauseReason }) => state === 'paused' && pauseReason === 'internal-work')
        .sort((a, b) => a.sinceAt - b.sinceAt)
        .map(({ counter, sinceAt }) => ({ kind: 'work' as const, counter, sinceAt, waiting }));

/** More of a kind than that are told as one, so that they hide nothing else. */
const MOST_OPEN_CALLS = 3;

/** Called, and neither has anybody come nor has the teller gone on. Rules: FEED-8. */
const openCallAlarms = (tickets: readonly TicketRow[], at: Instant, openMs: number): Alarm[] => {
  const open = tickets
    .filter(({ state, calledAt }) => state === 'called' && at - (calledAt ?? at) >= openMs)
    .sort((a, b) => (a.calledAt ?? 0) - (b.calledAt ?? 0));
  const [oldest] = open;
  if (oldest && open.length > MOST_OPEN_CALLS) {
    return [{ kind: 'open-calls', count: open.length, oldest }];
  }
  return open.flatMap((ticket) =>
    ticket.counter === null
      ? []
      : [{ kind: 'open-call' as const, ticket, counter: ticket.counter }],
  );
};

const asideAlarms = (tickets: readonly TicketRow[], at: Instant): Alarm[] => {
  const over = tickets.filter(
    ({ state, validUntilAt }) => state === 'parked' && validUntilAt !== null && validUntilAt <= at,
  );
  return over.length > 0 ? [{ kind: 'aside', count: over.length }] : [];
};

/** What needs a hand: it does not work, or will soon not. Those that do not work first. Rules: DEV-2. */
export const deviceAlarms = (devices: FeedDevices['devices']): Alarm[] =>
  devices
    .flatMap((row) => ('link' in row && row.troubles.length > 0 ? [row] : []))
    .sort((a, b) => Number(a.ready) - Number(b.ready) || a.sinceAt - b.sinceAt)
    .map((device) => ({ kind: 'device' as const, device }));

export const alarmsOf = (
  view: SupervisorView,
  at: Instant,
  { workWaiting, openMs }: WatchSettings,
  devices: FeedDevices['devices'] = [],
  voice: FeedVoice | null = null,
): Alarm[] => {
  const tickets = Object.values(view.tickets);
  const waiting = tickets.filter(({ state }) => state === 'waiting');
  const care = careAlarm(view, at);
  return [
    ...helpAlarms(view, at),
    ...stopAlarms(view),
    ...deviceAlarms(devices),
    ...(voice && isSpeakerMissed(voice, tickets) ? [{ kind: 'voice' as const, voice }] : []),
    ...closingAlarms(view, at),
    ...careAlarms(care, true),
    ...workAlarms(view, waiting.length, workWaiting),
    ...openCallAlarms(tickets, at, openMs),
    ...promiseAlarms(view, at),
    ...asideAlarms(tickets, at),
    ...careAlarms(care, false),
  ];
};
