/** Everything that decides what a teller may do now. Pure. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { Instant } from '@tingxu/contract/ids';
import type { CounterView, StaffCounterRow } from '@tingxu/contract/views';
import type { Station } from '../station.ts';
import type { Desk } from './desk.ts';

export type Situation = {
  readonly desk: Desk;
  readonly view: CounterView;
  readonly station: Station;
  readonly at: Instant;
  /** The server has confirmed the picture. */
  readonly live: boolean;
  /** The teller wants the next ticket with each finish. */
  readonly autoNext: boolean;
};

type CounterProfile = HallProfile['counters'][number];

export const ownProfile = ({ view, station }: Situation): CounterProfile | undefined =>
  view.profile?.counters.find(({ id }) => id === station.counter);

export const ownRow = ({ view, station }: Situation): StaffCounterRow | undefined =>
  view.counters[station.counter];
