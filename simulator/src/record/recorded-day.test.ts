import { expect, test } from 'vitest';
import { at, call, dayOf } from '../testing/small-day.ts';
import { recordedDay } from './recorded-day.ts';

test('an answered call is a customer with wait, lane, service and counter', () => {
  const day = dayOf({ arrives: 10, waits: 30, serves: 120, lane: 'vip', type: 'NE', by: 'S04' });
  expect(day.customers).toEqual([
    {
      key: expect.stringContaining('0-'),
      arrivedAt: at(day, 10),
      lane: 'vip',
      service: 'stocks',
      queued: true,
      waitMs: 30_000,
      served: { counter: 's04', startedAt: at(day, 40), endedAt: at(day, 160) },
    },
  ]);
});

test('who hung up in the queue is a customer who gave up', () => {
  const [customer] = dayOf({ arrives: 10, waits: 45 }).customers;
  expect(customer).toMatchObject({ waitMs: 45_000, served: null, queued: true });
});

test('who is served at once arrives when the menu ends, whatever the two clocks say', () => {
  const row = { ...call({ arrives: 20, serves: 60 }), ser_start: 8 * 3600 + 19 };
  const day = recordedDay('1999-01-05', [row]);
  expect(day.customers[0]).toMatchObject({ arrivedAt: at(day, 20), waitMs: 0, queued: false });
});

test.each([
  ['flagged', call({ arrives: 0, waits: 5, serves: 9, flags: 'so' })],
  ['flagged', { ...call({ arrives: 0 }), outcome: 'PHANTOM' as const }],
  ['never-queued', call({ arrives: 0 })],
  ['unknown-type', call({ arrives: 0, waits: 5, serves: 9, type: 'AA' })],
  ['before-the-day', call({ arrives: -7 * 3600, waits: 5, serves: 9 })],
  ['across-midnight', { ...call({ arrives: 0, waits: 5, serves: 9 }), ser_exit: 60 }],
])('a row that is %s is left out and counted', (reason, row) => {
  const day = recordedDay('1999-01-05', [row, call({ arrives: 1, serves: 9 })]);
  expect(day.customers).toHaveLength(1);
  expect(day.dropped).toMatchObject({ [reason]: 1 });
});

test('the flag "starts before the queue ends" is no reason to leave a row out', () => {
  expect(dayOf({ arrives: 0, waits: 5, serves: 9, flags: 'o' }).customers).toHaveLength(1);
});

test('services without an agent go to as few counters as never overlap', () => {
  const day = dayOf(
    { arrives: 0, serves: 60, by: '' },
    { arrives: 30, serves: 60, by: '' },
    { arrives: 70, serves: 60, by: '' },
  );
  expect(day.customers.map((customer) => customer.served?.counter)).toEqual(['u1', 'u2', 'u1']);
});
