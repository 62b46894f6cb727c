/** What may be done with a ticket by a lobby manager, the usual first. Pure. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import { mayReturnBy } from '@tingxu/contract/missed-rule';
import type { TicketRow } from '@tingxu/contract/views';
import type { TicketAction } from '@tingxu/feed-client/manager-action';
import { laneOf } from '@tingxu/ui/lib/profile';

/** Documents are looked at, and paper is printed, on rows of their own. */
export type Option = Exclude<TicketAction['type'], 'documents' | 'print'>;

type Lane = HallProfile['lanes'][number];

/** Rules: MISS-5, MISS-9, MISS-10. */
const ofMissed = (row: TicketRow, lane: Lane | undefined): Option[] => {
  const rule = lane?.missed;
  const staffMay = !rule || mayReturnBy(rule, 'staff');
  const left = rule ? row.returns < rule.maxReturns : true;
  return [...(staffMay && left ? (['return'] as const) : []), 'readmit', 'cancel'];
};

/** Another lane is worth offering only where staff may give one. Rules: LANE-4, LEG-8. */
const withLane = (profile: HallProfile | null, row: TicketRow): Option[] =>
  lanesFor(profile, row).length > 0 ? ['lane'] : [];

/** Lanes to which staff may move the ticket. Rules: LANE-4. */
export const lanesFor = (profile: HallProfile | null, row: TicketRow): readonly Lane[] =>
  staffLanes(profile).filter(({ id }) => id !== row.lane);

/** Lanes that staff may open for a customer. Rules: LANE-4. */
export const staffLanes = (profile: HallProfile | null): readonly Lane[] =>
  (profile?.lanes ?? []).filter(
    ({ selfSelect, proof }) => selfSelect || (proof?.staff !== false && !proof?.checkIn),
  );

export const optionsOf = (row: TicketRow, profile: HallProfile | null): readonly Option[] => {
  switch (row.state) {
    case 'waiting':
      return ['prepare', ...withLane(profile, row), 'call', 'cancel'];
    case 'preparing':
      return ['ready', ...withLane(profile, row), 'cancel'];
    case 'parked':
      return ['resume', ...withLane(profile, row), 'cancel'];
    case 'missed':
      return ofMissed(row, laneOf(profile, row.lane));
    case 'called':
      return row.escorted === false ? ['escort', 'cancel'] : ['cancel'];
    case 'serving':
      return [];
    default:
      return row.state satisfies never;
  }
};
