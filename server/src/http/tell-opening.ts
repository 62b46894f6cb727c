/** What would come back if the business day were opened now; nothing is changed by asking. Rules: DAY-5. */
import type { DayOpening } from '@tingxu/contract/day-rest';
import type { Instant } from '@tingxu/contract/ids';
import { configInForce } from '@tingxu/hall/configuration';
import { decide } from '@tingxu/hall/decide';
import { businessDayAt } from '../day/business-day.ts';
import { openingOf } from '../day/posted-hours.ts';
import type { HostedHall } from './hosting.ts';

export function dayOpening({ config, runtime }: HostedHall, at: Instant): DayOpening {
  const hall = runtime.state();
  const businessDay = businessDayAt(configInForce(hall, config), at);
  const command = openingOf(hall, config, businessDay, at);
  const decision = decide(hall, command, { at, actor: { role: 'supervisor' } });
  const events = decision.ok ? decision.events : [];
  const back = events.flatMap((event) => (event.type === 'TicketRestored' ? [event.state] : []));
  const count = (state: (typeof back)[number]): number =>
    back.filter((one) => one === state).length;
  return {
    businessDay,
    reopens: events.some(({ type }) => type === 'DayReopened'),
    ...{ waiting: count('waiting'), missed: count('missed') },
    ...{ parked: count('parked'), preparing: count('preparing') },
    bookings: events.filter(({ type }) => type === 'BookingRestored').length,
  };
}
