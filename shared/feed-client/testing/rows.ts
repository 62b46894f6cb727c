/** Rows as the feed brings them, for tests of the pages of staff: each with just enough said. Times count from an easy instant. */
import type { HallProfile } from '@tingxu/contract/hall-profile';
import { LaneId, ServiceId, StaffId, TicketId, TicketNumber } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';

/** Units: epoch ms. */
export const AT = 1_000_000_000;
export const CASH = ServiceId.parse('cash');
export const NORMAL = LaneId.parse('normal');
export const VIP = LaneId.parse('vip');
export const T03 = StaffId.parse('t03');
const MINUTE = 60_000;

type Lane = HallProfile['lanes'][number];

/** A lane that promises to call within so many minutes. */
export const lane = (id: LaneId, minutes: number, more: Partial<Lane> = {}): Lane => ({
  id,
  name: { 'zh-CN': id, en: id },
  selfSelect: true,
  promise: { targetMs: minutes * MINUTE, sharePermille: 800 },
  missed: {
    minCalls: 2,
    intervalMs: 20_000,
    minTotalMs: 0,
    returnAfterCalls: 3,
    maxReturns: 1,
    validMs: 60 * MINUTE,
  },
  ...more,
});

/** `ordinal` gives id, number and place. */
export const ticketRow = (ordinal: number, more: Partial<TicketRow> = {}): TicketRow => ({
  ticket: TicketId.parse(`20261121-${String(ordinal).padStart(4, '0')}`),
  number: TicketNumber.parse(`A${String(ordinal).padStart(3, '0')}`),
  lane: NORMAL,
  service: CASH,
  state: 'waiting',
  issuedAt: AT - 60_000,
  waitFromAt: AT - 60_000,
  waitCountsFromAt: AT - 60_000,
  place: ordinal,
  scoreFromAt: AT - 60_000,
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

/** A ticket that has waited for so many minutes. */
export const waited = (
  ordinal: number,
  minutes: number,
  more: Partial<TicketRow> = {},
): TicketRow => {
  const from = AT - minutes * MINUTE;
  const since = { issuedAt: from, waitFromAt: from, waitCountsFromAt: from };
  return ticketRow(ordinal, { ...since, scoreFromAt: AT, ...more });
};
