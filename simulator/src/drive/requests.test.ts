import { CounterId, LaneId, ServiceId, StaffId, TicketId } from '@tingxu/contract/ids';
import { expect, test } from 'vitest';
import { requestOf } from './requests.ts';

const counter = CounterId.parse('s01');
const ticket = TicketId.parse('19990105-0001');
const service = ServiceId.parse('stocks');
const vip = LaneId.parse('vip');
const normal = LaneId.parse('normal');
const ask = (command: Parameters<typeof requestOf>[0]) => requestOf(command, new Set([vip]));

test('the kiosk issues, but a lane that needs proof is given by the lobby', () => {
  expect(ask({ type: 'IssueTicket', service, lane: normal })).toEqual({
    path: 'tickets',
    body: { service: 'stocks', lane: 'normal' },
    role: 'kiosk',
  });
  expect(ask({ type: 'IssueTicket', service, lane: vip })).toMatchObject({
    role: 'lobby',
    staff: 'lobby-1',
  });
});

test('tellers act at their own counter', () => {
  const staff = StaffId.parse('s01');
  expect(ask({ type: 'OpenCounter', counter, staff })).toEqual({
    path: 'counters/s01/open',
    body: { staff: 's01' },
    role: 'teller',
    staff: 's01',
  });
  expect(ask({ type: 'PauseCounter', counter, reason: 'break' })).toMatchObject({
    path: 'counters/s01/pause',
    body: { reason: 'break' },
  });
  expect(ask({ type: 'CallNext', counter })).toMatchObject({
    path: 'counters/s01/call-next',
    body: {},
  });
  expect(ask({ type: 'FinishService', ticket, counter })).toEqual({
    path: 'tickets/19990105-0001/finish',
    body: { counter: 's01' },
    role: 'teller',
    staff: 's01',
  });
});
