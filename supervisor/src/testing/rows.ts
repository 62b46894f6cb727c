/** Rows for tests, each with just enough said. Times count from an easy instant. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import {
  CounterId,
  HallId,
  LaneId,
  ServiceId,
  StaffId,
  TicketId,
  TicketNumber,
} from '@tingxu/contract/ids';
import { NO_TOTALS } from '@tingxu/contract/no-totals';
import type { TotalsRow } from '@tingxu/contract/totals-row';
import type { StaffCounterRow, SupervisorView, TicketRow } from '@tingxu/contract/views';

const MINUTE = 60_000;
/** Units: epoch ms. */
export const AT = 1_000_000_000;
export const CASH = ServiceId.parse('cash');
export const NORMAL = LaneId.parse('normal');
export const VIP = LaneId.parse('vip');
export const T03 = StaffId.parse('t03');

const lane = (
  id: LaneId,
  minutes: number,
  sharePermille: number,
): HallProfile['lanes'][number] => ({
  id,
  name: { 'zh-CN': id, en: id },
  selfSelect: true,
  promise: { targetMs: minutes * MINUTE, sharePermille },
  missed: {
    minCalls: 2,
    intervalMs: 20_000,
    minTotalMs: 0,
    returnAfterCalls: 3,
    maxReturns: 1,
    validMs: 60 * MINUTE,
  },
});

export const PROFILE: HallProfile = {
  hall: HallId.parse('demo'),
  name: { 'zh-CN': '测试大厅', en: 'Test hall' },
  zone: 'Asia/Shanghai',
  lanes: [lane(VIP, 5, 950), lane(NORMAL, 15, 800)],
  services: [],
  counters: [],
  defaultLane: NORMAL,
};

/** A ticket that has waited for so many minutes; `ordinal` gives id, number and place. */
export const waited = (
  ordinal: number,
  minutes: number,
  more: Partial<TicketRow> = {},
): TicketRow => ({
  ticket: TicketId.parse(`20261121-${String(ordinal).padStart(4, '0')}`),
  number: TicketNumber.parse(`A${String(ordinal).padStart(3, '0')}`),
  lane: NORMAL,
  service: CASH,
  state: 'waiting',
  issuedAt: AT - minutes * MINUTE,
  waitFromAt: AT - minutes * MINUTE,
  waitCountsFromAt: AT - minutes * MINUTE,
  place: ordinal,
  scoreFromAt: AT,
  scoreWeight: 1,
  passedOver: 0,
  passOverCap: 9,
  hold: 0,
  returns: 0,
  counter: null,
  calls: 0,
  countedCalls: 0,
  callsNeeded: 2,
  recallCountsAt: null,
  missAllowedAt: null,
  calledAt: null,
  startedAt: null,
  validUntilAt: null,
  leg: 0,
  further: [],
  first: false,
  only: null,
  ...more,
});

export const counterRow = (id: string, state: StaffCounterRow['state']): StaffCounterRow => ({
  counter: CounterId.parse(id),
  state,
  number: null,
  pauseReason: null,
  staff: state === 'closed' ? null : T03,
  sinceAt: AT,
  ticket: null,
});

export const totalsRow = (of: LaneId, more: Partial<TotalsRow> = {}): TotalsRow => ({
  lane: of,
  ...NO_TOTALS,
  ...more,
});

export const viewWith = (more: {
  readonly tickets?: readonly TicketRow[];
  readonly counters?: readonly StaffCounterRow[];
  readonly totals?: readonly TotalsRow[];
  readonly day?: Partial<SupervisorView['day']>;
  readonly profile?: Partial<HallProfile>;
  readonly services?: SupervisorView['services'];
}): SupervisorView => ({
  audience: 'supervisor',
  kioskHelp: {},
  care: null,
  profile: { ...PROFILE, ...more.profile },
  policy: 'weighted-delay',
  day: { open: true, businessDay: null, ...more.day },
  lanes: {},
  services: more.services ?? {},
  rules: null,
  counters: Object.fromEntries((more.counters ?? []).map((row) => [row.counter, row])),
  tickets: Object.fromEntries((more.tickets ?? []).map((row) => [row.ticket, row])),
  calls: [],
  totals: Object.fromEntries((more.totals ?? []).map((row) => [row.lane, row])),
});
