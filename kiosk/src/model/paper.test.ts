import { DeviceId, PublicDeviceRow, type SlipEnd } from '@tingxu/contract/devices';
import { TicketNumber } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import { paperOf } from './paper.ts';

const P1 = DeviceId.parse('p1');
const A001 = TicketNumber.parse('A001');
const printer = (ready: boolean, end?: SlipEnd, number = 'A001') => [
  PublicDeviceRow.parse({
    ...{ device: 'p1', kind: 'ticket-printer', ready },
    slip: end === undefined ? null : { number, end },
  }),
];

describe('a ticket on paper', () => {
  test.each([
    ['is coming while the printer is well', printer(true), 'coming'],
    ['is coming while it is printed', printer(true, 'printing'), 'coming'],
    ['does not come out of a printer that is not ready', printer(false), 'none'],
    ['does not come when the paper ends while it is printed', printer(false, 'printing'), 'none'],
    ['is out, whatever the printer has afterwards', printer(false, 'printed'), 'printed'],
    ['did not come', printer(true, 'not-printed'), 'none'],
    ['may not have come whole', printer(true, 'unsure'), 'none'],
    ['is not judged by the slip of somebody else', printer(true, 'not-printed', 'A009'), 'coming'],
    ['does not come from a printer that the hall does not have', [], 'none'],
  ])('%s', (_what, devices, paper) => {
    expect(paperOf(devices, P1, A001)).toBe(paper);
  });
  test('is not spoken of where there is no printer', () => {
    expect(paperOf(printer(true), null, A001)).toBeNull();
  });
});
