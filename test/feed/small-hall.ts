/** The default hall under the name of the test runtime, and the days and people that random commands use. */
import type { HallConfig } from '@tingxu/contract/config';
import { BusinessDay, StaffId } from '@tingxu/contract/ids';
import { appointments, hallConfig } from '@tingxu/hall/testing/config';
import { HALL } from '@tingxu/server/runtime/testing/hall-fixture';

export const smallHall: HallConfig = hallConfig({
  hall: HALL,
  appointments: appointments({ lane: 'vip', earlyMs: 3_600_000, lateMs: 3_600_000 }),
  visits: {
    ...{ stay: true, keepWait: true, first: false, afterPark: 'return' },
    ...{ parkMs: 60_000, parkMaxMs: 600_000, carryMs: 60_000 },
  },
});

/** The nth business day of a made-up year. */
export const businessDay = (index: number): BusinessDay =>
  BusinessDay.parse(new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10));

/** Personnel numbers that occur nowhere else, so that one in a public frame is a leak. */
export const staffAt = (counter: string): StaffId => StaffId.parse(`canary-${counter}`);
