/** The default hall under the name of the test runtime, and the days and people that random commands use. */
import type { HallConfig } from '@tingxu/contract/config';
import { BusinessDay, StaffId } from '@tingxu/contract/ids';
import { hallConfig } from '@tingxu/hall/testing/config';
import { HALL } from '@tingxu/server/runtime/testing/hall-fixture';

export const smallHall: HallConfig = hallConfig({ hall: HALL });

/** The nth business day of a made-up year. */
export const businessDay = (index: number): BusinessDay =>
  BusinessDay.parse(new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10));

/** Personnel numbers that occur nowhere else, so that one in a public frame is a leak. */
export const staffAt = (counter: string): StaffId => StaffId.parse(`canary-${counter}`);
