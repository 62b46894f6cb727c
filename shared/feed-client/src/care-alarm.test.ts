import { StaffId } from '@tingxu/contract/ids';
import type { SupervisorView, TicketRow } from '@tingxu/contract/views';
import { DEFAULT_WATCH, type WatchRule, watchLimits } from '@tingxu/contract/watch';
import { describe, expect, test } from 'vitest';
import { AT, ticketRow } from '../testing/rows.ts';
import { careAlarm } from './care-alarm.ts';

const MINUTE = 60_000;

const row = (ordinal: number, minutes: number, more: Partial<TicketRow> = {}): TicketRow =>
  ticketRow(ordinal, { waitCountsFromAt: AT - minutes * MINUTE, ...more });
const viewOf = (
  rows: readonly TicketRow[],
  answeredMinutesAgo: number | null = null,
): Pick<SupervisorView, 'tickets' | 'rules' | 'care'> => ({
  tickets: Object.fromEntries(rows.map((one) => [one.ticket, one])),
  rules: null,
  care:
    answeredMinutesAgo === null
      ? null
      : { answeredAt: AT - answeredMinutesAgo * MINUTE, staff: StaffId.parse('l7') },
});
const seen = (...view: Parameters<typeof viewOf>) => {
  const alarm = careAlarm(viewOf(...view), AT);
  return alarm && [alarm.rings, alarm.tickets.map(({ place }) => place)];
};
const cared = (minutes: number): Partial<TicketRow> => ({ caredAt: AT - minutes * MINUTE });

describe('the alarm for whoever has waited long', () => {
  test('CARE-1 rings from the limit on, the longest wait first, for whoever is in line', () => {
    expect(seen([row(1, 14), row(2, 15), row(3, 20)])).toEqual([true, [3, 2]]);
    expect(seen([row(1, 14)])).toBeNull();
    expect(seen([row(1, 40, { state: 'parked' })])).toBeNull();
  });

  test('CARE-3 is quiet after an answer, and still says of how many', () => {
    expect(seen([row(1, 17, cared(1)), row(2, 15)], 1)).toEqual([false, [1, 2]]);
  });

  test('CARE-3 rings again for who passed the limit since, not for those who were answered', () => {
    expect(seen([row(1, 21, cared(5)), row(2, 16)], 5)).toEqual([true, [2]]);
    expect(seen([row(1, 21, cared(5))], 5)).toEqual([false, [1]]);
    expect(seen([row(1, 31, cared(15))], 15)).toEqual([true, [1]]);
  });

  test('CARE-3 and says of how many more somebody went to', () => {
    const over = (rows: TicketRow[]) => careAlarm(viewOf(rows, 5), AT)?.over;
    expect(over([row(1, 21, cared(5)), row(2, 16), row(3, 14)])).toBe(2);
    expect(over([row(2, 16)])).toBe(1);
  });

  test('CARE-4 by the limits of the hall', () => {
    const rules = { watch: { ...DEFAULT_WATCH, careMs: 5 * MINUTE, careQuietMs: MINUTE } };
    const view = { ...viewOf([row(1, 5)], 1), rules: rules as SupervisorView['rules'] };
    expect(careAlarm(view, AT)?.rings).toBe(true);
    expect(careAlarm(view, AT - 1)).toBeNull();
  });

  test('CARE-3 comes back for whoever waits a whole limit after the answer, whatever the hall says', () => {
    const limits = [1, 4, 15, 60, 240].map((minutes) => minutes * MINUTE);
    for (const careMs of limits) {
      for (const careQuietMs of limits) {
        const rules = { watch: watchLimits({ careMs, careQuietMs } satisfies WatchRule) };
        const rows = [row(1, 300, { caredAt: AT })];
        const view = { ...viewOf(rows, 0), rules: rules as SupervisorView['rules'] };
        expect(careAlarm(view, AT)?.rings).toBe(false);
        expect(careAlarm(view, AT + careMs - 1)?.rings).toBe(false);
        expect(careAlarm(view, AT + careMs)?.rings).toBe(true);
      }
    }
  });

  test('CARE-3 an answer to all always silences it, and never for longer than a whole limit', () => {
    const waits = [0, 10, 14, 15, 16, 29, 30, 120];
    for (const minutes of waits.flatMap((a) => waits.flatMap((b) => waits.map((c) => [a, b, c])))) {
      const before = minutes.map((wait, index) => row(index, wait));
      const alarm = careAlarm(viewOf(before), AT);
      const somebody = minutes.some((wait) => wait >= 15);
      expect(alarm?.rings ?? false).toBe(somebody);
      const needed = new Set(alarm?.tickets);
      const rows = before.map((one) => (needed.has(one) ? { ...one, ...cared(0) } : one));
      const after = viewOf(rows, somebody ? 0 : null);
      const rings = (minutesLater: number): boolean =>
        careAlarm(after, AT + minutesLater * MINUTE)?.rings ?? false;
      expect(rings(0)).toBe(false);
      const soon = minutes.some((wait) => wait < 15 && wait + 5 >= 15);
      expect(rings(4)).toBe(!somebody && minutes.some((wait) => wait + 4 >= 15));
      expect(rings(5)).toBe(soon);
      // All of them still stand there.
      expect(rings(15)).toBe(true);
    }
  });
});
