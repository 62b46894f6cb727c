import { DeviceId } from '@tingxu/contract/devices';
import {
  CounterId,
  HallId,
  KioskId,
  LaneId,
  ServiceId,
  TicketId,
  TicketNumber,
} from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { type ManagerAction, managerRequest } from './manager-action.ts';

const named = {
  ticket: TicketId.parse('20261121-0001'),
  number: TicketNumber.parse('A001'),
};
const requestOf = (action: ManagerAction) => {
  const { path, body } = managerRequest(HallId.parse('demo'), action);
  return [path.replace('/api/v1/halls/demo', ''), body];
};
const TICKET = '/tickets/20261121-0001';

describe('what a manager does by hand', () => {
  it('names the ticket by its id and never sends its number', () => {
    expect(requestOf({ type: 'ready', ...named })).toEqual([`${TICKET}/ready`, {}]);
    expect(requestOf({ type: 'cancel', reason: 'walked-out', ...named })).toEqual([
      `${TICKET}/cancel`,
      { reason: 'walked-out' },
    ]);
    const lane = LaneId.parse('vip');
    expect(requestOf({ type: 'lane', lane, reason: 'age', ...named })).toEqual([
      `${TICKET}/lane`,
      { lane, reason: 'age' },
    ]);
  });

  it('SLIP-2 asks for paper at a printer and leaves it to the hall whether that is a copy', () => {
    const printer = DeviceId.parse('printer-1');
    expect(requestOf({ type: 'print', printer, ...named })).toEqual([
      `${TICKET}/print`,
      { printer },
    ]);
  });

  it('PREP-4 records what was seen of the documents, for the service at hand', () => {
    const service = ServiceId.parse('cash');
    expect(requestOf({ type: 'documents', service, missing: [1], ...named })).toEqual([
      `${TICKET}/documents`,
      { service, missing: [1] },
    ]);
  });

  it('answers and ends the call of a counter, and of a kiosk', () => {
    const counter = CounterId.parse('3');
    expect(requestOf({ type: 'answerHelp', counter })).toEqual(['/counters/3/help/answer', {}]);
    expect(requestOf({ type: 'endHelp', counter })).toEqual(['/counters/3/help/end', {}]);
    const kiosk = KioskId.parse('K2');
    expect(requestOf({ type: 'answerHelp', kiosk })).toEqual(['/kiosks/K2/help/answer', {}]);
    expect(requestOf({ type: 'endHelp', kiosk })).toEqual(['/kiosks/K2/help/end', {}]);
  });

  it('says of an issued ticket that its forms are lacking only when they are', () => {
    const issue = { type: 'issue', service: ServiceId.parse('cash') } as const;
    const lane = LaneId.parse('normal');
    expect(requestOf({ ...issue, lane, preparing: false })).toEqual([
      '/tickets',
      { service: 'cash', lane },
    ]);
    expect(requestOf({ ...issue, lane, preparing: true })[1]).toMatchObject({ preparing: true });
  });

  it('stops issuing with or without an end, and never closes a day over customers', () => {
    const stop = { type: 'stopIssuing', reason: 'overcrowded' } as const;
    expect(requestOf({ ...stop, until: undefined })).toEqual([
      '/day/issuing/stop',
      { reason: 'overcrowded' },
    ]);
    const until = '2026-11-21T09:00:00+08:00';
    expect(requestOf({ ...stop, until })[1]).toEqual({ reason: 'overcrowded', until });
    const close = (endRemaining: boolean) => requestOf({ type: 'closeDay', endRemaining });
    expect(close(false)).toEqual(['/day/close', { remaining: 'refuse' }]);
    expect(close(true)).toEqual(['/day/close', { remaining: 'end-remaining' }]);
  });
});
