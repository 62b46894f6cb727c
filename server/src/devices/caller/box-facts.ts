/** What the box of a counter shows. Pure. Rules: CALLER-4, CALLER-7. */
import type { CounterId, Instant } from '@tingxu/contract/ids';
import { publicCounterRow } from '@tingxu/hall/counter-rows';
import { eligibleFor } from '@tingxu/hall/eligibility';
import { counterConfig, counterOf } from '@tingxu/hall/lookup';
import type { HallState } from '@tingxu/hall/state';
import { crc16, X25 } from '../crc.ts';
import { type BoxPicture, COUNTER_STATE } from './frame.ts';

const HALL_CLOSED: BoxPicture = {
  ...{ state: COUNTER_STATE.hallClosed, ticket: '', waiting: 0, picture: 0 },
};

/**
 * The picture is made of what the keys depend on, so that it is the same one after a restart of the server, and
 * another one as soon as a key would mean something else.
 */
export const boxFacts = (hall: HallState, id: CounterId, at: Instant): BoxPicture => {
  const { day } = hall;
  const counter = day?.open ? counterOf(hall, id) : undefined;
  const config = day && counterConfig(day, id);
  if (!day || !counter || !config) return HALL_CLOSED;
  const { state, number } = publicCounterRow(hall, counter);
  const what = [day.businessDay, state, counter.staff, counter.ticket].join('|');
  return {
    state: COUNTER_STATE[state],
    ticket: number ?? '',
    waiting: eligibleFor({ hall, day, counter: config, at }).length,
    picture: crc16(X25, Buffer.from(what)),
  };
};
