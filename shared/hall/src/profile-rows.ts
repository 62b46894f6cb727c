/** What every screen is told of the hall and its day. Rules: TELL-1, HOURS-6, HOURS-10. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { SeriesLetter } from '@tingxu/contract/ids';
import { standsOn } from '@tingxu/contract/notices';
import type { DayRow } from '@tingxu/contract/views';
import { closesAt, issuingAt } from './hours.ts';
import type { Day, HallState } from './state.ts';

/** Of the configuration, and of numbers given before it. Rules: NUM-3, CONF-5. */
const lettersOf = ({ lanes, services }: Day['config'], given: HallState['series']) => {
  const configured = [...lanes, ...services].flatMap(({ series }) => series ?? []);
  return [...new Set([...configured, ...(Object.keys(given) as SeriesLetter[])])].sort();
};

export const profileOf = (day: Day, given: HallState['series']): HallProfile => {
  const { hall, name, zone, lanes, services, counters, defaultLane } = day.config;
  const { appointments, kiosks, phoneTickets, serviceGroups } = day.config;
  return {
    hall,
    name,
    zone,
    lanes: lanes.map(({ id, name, hint, series, selfSelect, proof, promise, missed }) => ({
      ...{ id, name, selfSelect, promise, missed },
      ...(proof && { proof }),
      ...(hint && { hint }),
      ...(series && { series }),
    })),
    ...(serviceGroups && { serviceGroups }),
    services: services.map(({ id, name, hint, documents, icon, group, series }) => ({
      ...{ id, name, series },
      ...(icon && { icon }),
      ...(group && { group }),
      ...(hint && { hint }),
      ...(documents && { documents }),
    })),
    counters: counters.map(({ id, label, skills, secondary, dedicated }) => ({
      ...{ id, label, skills },
      ...(secondary && { secondary }),
      ...(dedicated && { dedicated }),
    })),
    defaultLane,
    ...(appointments && { appointments: true as const }),
    ...(phoneTickets && { phoneTickets }),
    ...(kiosks?.places && { kiosks: kiosks.places }),
    letters: lettersOf(day.config, given),
    ...toldOn(day),
  };
};

/** Notices and tables of the business day; a day has the same ones until its configuration changes. Rules: TELL-1. */
const toldOn = ({ businessDay, config }: Day): Pick<HallProfile, 'notices' | 'panels'> => {
  const notices = config.notices?.filter((notice) => standsOn(notice, businessDay));
  const panels = config.panels?.filter((panel) => standsOn(panel, businessDay));
  return {
    ...(notices && notices.length > 0 && { notices }),
    ...(panels && panels.length > 0 && { panels }),
  };
};

/** Of a closed day, too: that is when people ask. Rules: HOURS-13. */
const nextOf = ({ day }: HallState): Pick<DayRow, 'opensNextAt'> =>
  day?.opensNextAt === undefined ? {} : { opensNextAt: day.opensNextAt };

/** As of the last fact: the instants at which it turns by itself are facts, too. Rules: HOURS-6. */
const hoursOf = ({ day, at }: HallState): Pick<DayRow, 'issuing' | 'closesAt'> => {
  if (!day?.open) return {};
  const issuing = issuingAt(day, at);
  const closes = closesAt(day);
  return { ...(issuing && { issuing }), ...(closes !== null && { closesAt: closes }) };
};

export const dayRow = (hall: HallState): DayRow => ({
  open: hall.day?.open ?? false,
  businessDay: hall.day?.businessDay ?? null,
  ...hoursOf(hall),
  ...nextOf(hall),
});
