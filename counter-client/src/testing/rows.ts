/** Rows for tests, each with just enough said. Times count from an easy instant. */
import { CounterId, HallId, SeriesLetter, ServiceId, StaffId } from '@tingxu/contract/ids';
import type { StaffRules } from '@tingxu/contract/staff-rows';
import type { CounterView, StaffCounterRow, TicketRow } from '@tingxu/contract/views';
import { DEFAULT_WATCH } from '@tingxu/contract/watch';
import { AT, CASH, lane, NORMAL, T03, ticketRow, VIP } from '@tingxu/feed-client/testing/rows';
import type { Desk, DeskKind } from '../desk/desk.ts';
import type { Situation } from '../desk/situation.ts';
import type { Station } from '../station.ts';

export { AT, CASH, NORMAL, T03, ticketRow, VIP };

export const WEALTH = ServiceId.parse('wealth');
export const THREE = CounterId.parse('3');
export const STATION: Station = { counter: THREE, staff: T03 };
export const HALL = HallId.parse('demo');

export const counterRow = (more: Partial<StaffCounterRow> = {}): StaffCounterRow => ({
  counter: THREE,
  state: 'open',
  number: null,
  pauseReason: null,
  staff: T03,
  sinceAt: AT,
  ticket: null,
  ...more,
});

export const RULES: StaffRules = {
  awayAfterMs: 600_000,
  chosenCallBy: ['lobby', 'supervisor'],
  walkUpBy: ['teller', 'lobby', 'supervisor'],
  autoCall: [],
  stay: true,
  parkMs: 15 * 60_000,
  parkMaxMs: 120 * 60_000,
  afterPark: 'return',
  watch: DEFAULT_WATCH,
};

/** A hall with a lane for everybody and one that staff give. */
export const withLanes = (view: CounterView): CounterView => ({
  ...view,
  profile: view.profile && {
    ...view.profile,
    lanes: [lane(NORMAL, 15), lane(VIP, 15, { selfSelect: false })],
  },
});

export const viewWith = (
  tickets: readonly TicketRow[] = [],
  counter: StaffCounterRow = counterRow(),
): CounterView => ({
  audience: 'counter',
  profile: {
    hall: HALL,
    name: { 'zh-CN': '测试大厅', en: 'Test hall' },
    zone: 'Asia/Shanghai',
    lanes: [],
    services: [],
    counters: [{ id: THREE, label: '3', skills: [CASH] }],
    defaultLane: NORMAL,
  },
  day: { open: true, businessDay: null },
  lanes: {},
  services: {},
  rules: RULES,
  counters: { [counter.counter]: counter },
  tickets: Object.fromEntries(tickets.map((ticket) => [ticket.ticket, ticket])),
});

const CALLED = ticketRow(7, { state: 'called', missAllowedAt: AT + 1000 });

/** A desk of each kind. */
export const DESKS = {
  'day-closed': { kind: 'day-closed' },
  'unknown-counter': { kind: 'unknown-counter' },
  taken: { kind: 'taken', staff: T03 },
  closed: { kind: 'closed' },
  idle: { kind: 'idle', sinceAt: AT },
  paused: { kind: 'paused', sinceAt: AT, reason: 'break' },
  calling: { kind: 'calling', sinceAt: AT, ticket: CALLED },
  serving: { kind: 'serving', sinceAt: AT, ticket: { ...CALLED, state: 'serving' } },
} as const satisfies Readonly<Record<DeskKind, Desk>>;

export const situation = (desk: Desk, more: Partial<Situation> = {}): Situation => ({
  ...{ desk, view: viewWith(), station: STATION, at: AT, live: true, autoNext: true },
  ...more,
});

export const T05 = StaffId.parse('t05');
const FIVE = CounterId.parse('5');
const SIX = CounterId.parse('6');

/** Beside the own counter one that takes everything, and one that is closed. */
export const twoCounters = (): CounterView => {
  const view = viewWith();
  const { profile } = view;
  const service = (id: typeof CASH) => ({
    ...{ id, name: { 'zh-CN': id, en: id }, series: SeriesLetter.parse('A') },
  });
  return {
    ...view,
    profile: profile && {
      ...profile,
      services: [service(CASH), service(WEALTH)],
      counters: [
        ...profile.counters,
        { id: FIVE, label: '5', skills: [CASH, WEALTH] },
        { id: SIX, label: '6', skills: [CASH, WEALTH] },
      ],
    },
    counters: {
      ...view.counters,
      [FIVE]: counterRow({ counter: FIVE, staff: T05 }),
      [SIX]: counterRow({ counter: SIX, staff: null, state: 'closed' }),
    },
  };
};
