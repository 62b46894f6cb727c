/** Rows for tests, each with just enough said. Times count from an easy instant. */
import type { HallProfile } from '@tingxu/contract/hall-profile';
import { CounterId, HallId, type LaneId } from '@tingxu/contract/ids';
import { NO_TOTALS } from '@tingxu/contract/no-totals';
import type { TotalsRow } from '@tingxu/contract/totals-row';
import type { StaffCounterRow, SupervisorView, TicketRow } from '@tingxu/contract/views';

import { AT, CASH, lane, NORMAL, T03, VIP, waited } from '@tingxu/feed-client/testing/rows';

export { AT, CASH, NORMAL, T03, VIP, waited };

export const PROFILE: HallProfile = {
  hall: HallId.parse('demo'),
  name: { 'zh-CN': '测试大厅', en: 'Test hall' },
  zone: 'Asia/Shanghai',
  lanes: [
    lane(VIP, 5, { promise: { targetMs: 5 * 60_000, sharePermille: 950 } }),
    lane(NORMAL, 15),
  ],
  services: [],
  counters: [],
  defaultLane: NORMAL,
};

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
