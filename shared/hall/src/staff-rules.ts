/** What the configuration in force lets staff do, as their screens are told. */
import { AWAY_AFTER_MS } from '@tingxu/contract/counter-rule';
import type { StaffRules } from '@tingxu/contract/staff-rows';
import { watchLimits } from '@tingxu/contract/watch';
import { CHOOSERS, WALK_UP } from './hand-call.ts';
import { visitRule } from './legs.ts';
import type { Day } from './state.ts';

/** Every default filled in. Rules: CTR-5..CTR-7, CTR-10, LEG-2, PARK-2, PARK-4, CARE-4. */
export const staffRules = (day: Day): StaffRules => {
  const { counterRule, counters } = day.config;
  const { stay, parkMs, parkMaxMs, afterPark } = visitRule(day);
  return {
    chosenCallBy: [...(counterRule?.chosenCallBy ?? CHOOSERS)],
    walkUpBy: [...(counterRule?.walkUpBy ?? WALK_UP)],
    autoCall: counters.flatMap(({ id, autoCall }) =>
      (autoCall ?? counterRule?.autoCall ?? false) ? [id] : [],
    ),
    awayAfterMs: counterRule?.awayAfterMs ?? AWAY_AFTER_MS,
    ...{ stay, parkMs, parkMaxMs, afterPark },
    watch: watchLimits(day.config.watch),
  };
};
