/** How much can be booked in a week without holidays. Pure. */
import type { Draft } from '../draft/draft-config.ts';

type Bookable = NonNullable<Draft['appointments']>['services'][number];

const MINUTES_OF = /^(\d\d):(\d\d)$/;

/** Units: minutes since midnight; NaN where no time is written. */
const minutesOf = (time: string): number => {
  const [, hour, minute] = MINUTES_OF.exec(time) ?? [];
  return Number(hour) * 60 + Number(minute);
};

/** Slots of a week, one after the other and whole; null while something is still to be written. */
export const weeklySlots = ({ slotMinutes, hours }: Omit<Bookable, 'service'>): number | null => {
  const slots = hours.reduce((sum, { weekdays, from, to }) => {
    const room = minutesOf(to) - minutesOf(from);
    return sum + weekdays.length * Math.max(0, Math.floor(room / slotMinutes));
  }, 0);
  return Number.isSafeInteger(slots) ? slots : null;
};
