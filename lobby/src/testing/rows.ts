/** Rows for tests, each with just enough said. Times count from an easy instant. */
import type { HallProfile } from '@tingxu/contract/hall-profile';
import { CounterId, HallId, LaneId, StaffId } from '@tingxu/contract/ids';
import type { StaffCounterRow, SupervisorView, TicketRow } from '@tingxu/contract/views';
import { AT, CASH, lane, NORMAL, waited } from '@tingxu/feed-client/testing/rows';

export { AT, CASH, NORMAL, waited };

export const ELDERLY = LaneId.parse('elderly');
export const BOOKED = LaneId.parse('booked');

export const PROFILE: HallProfile = {
  hall: HallId.parse('demo'),
  name: { 'zh-CN': '测试大厅', en: 'Test hall' },
  zone: 'Asia/Shanghai',
  lanes: [
    lane(ELDERLY, 8, { proof: { fromAge: 60 } }),
    lane(NORMAL, 15),
    lane(BOOKED, 10, { selfSelect: false, proof: { checkIn: true } }),
  ],
  services: [],
  counters: [],
  defaultLane: NORMAL,
};

export const counterRow = (id: string, more: Partial<StaffCounterRow> = {}): StaffCounterRow => ({
  counter: CounterId.parse(id),
  state: 'open',
  number: null,
  pauseReason: null,
  staff: StaffId.parse('t01'),
  sinceAt: AT,
  ticket: null,
  ...more,
});

export const viewWith = (more: {
  readonly tickets?: readonly TicketRow[];
  readonly counters?: readonly StaffCounterRow[];
}): SupervisorView => ({
  audience: 'supervisor',
  kioskHelp: {},
  care: null,
  profile: PROFILE,
  policy: 'weighted-delay',
  day: { open: true, businessDay: null },
  lanes: {},
  services: {},
  rules: null,
  counters: Object.fromEntries((more.counters ?? []).map((row) => [row.counter, row])),
  tickets: Object.fromEntries((more.tickets ?? []).map((row) => [row.ticket, row])),
  calls: [],
  totals: {},
});
