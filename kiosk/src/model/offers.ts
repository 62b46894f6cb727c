/** What a customer may choose, in the order of the configuration. Pure. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { IssuingRow } from '@tingxu/contract/hours';
import type { LaneId, ServiceId, Text } from '@tingxu/contract/ids';
import { isOffered } from '@tingxu/contract/offered';
import type { GroupId, ServiceGroup, ServiceIcon } from '@tingxu/contract/service-look';
import type { KioskView, ServiceRow } from '@tingxu/contract/views';

type Lane = HallProfile['lanes'][number];
export type LaneRule = Lane['missed'];

/**
 * `queue-only`: no counter that serves it is open yet, a number can be had all the same.
 * `not-now`: it has hours of its own, and these are not they. `not-offered`: no counter of the hall serves
 * it. Rules: ISSUE-3, HOURS-12.
 */
export type Availability = 'open' | 'queue-only' | 'not-now' | 'not-offered';

export type ServiceOffer = {
  readonly service: ServiceId;
  readonly name: Text;
  readonly hint: Text | null;
  /** What must be brought. Rules: ISSUE-5. */
  readonly documents: readonly Text[];
  readonly icon: ServiceIcon | null;
  /** The group that it is found in, where there are too many to be shown at once. */
  readonly group: GroupId | null;
  readonly availability: Availability;
  /** People expected to be called before whoever takes a number now: what the ticket will say. */
  readonly ahead: number;
  readonly wait: ServiceRow['wait'];
  /** Why no number is given for it now, and from when one is. */
  readonly issuing: IssuingRow | null;
};

/** Whether a number can be had for it now. */
export const isToBeHad = ({ availability }: Pick<ServiceOffer, 'availability'>): boolean =>
  availability === 'open' || availability === 'queue-only';

export type LaneOffer = {
  readonly lane: LaneId;
  readonly name: Text;
  readonly hint: Text | null;
  /** It opens by the customer's own word. Rules: LANE-3. */
  readonly declared: boolean;
  /** Why no number is given in it now, and from when one is. Rules: HOURS-12. */
  readonly issuing: IssuingRow | null;
};

const availabilityOf = (
  profile: HallProfile,
  service: ServiceId,
  row: ServiceRow | undefined,
): Availability => {
  if (!isOffered(profile.counters, service)) return 'not-offered';
  if (row?.issuing) return 'not-now';
  return row !== undefined && row.countersOpen > 0 ? 'open' : 'queue-only';
};

export const serviceOffers = (view: KioskView): readonly ServiceOffer[] => {
  const { profile, services } = view;
  if (!profile) return [];
  return profile.services.map(({ id, name, hint, icon, group, documents = [] }) => {
    const row = services[id];
    return {
      service: id,
      name,
      hint: hint ?? null,
      documents,
      ...{ icon: icon ?? null, group: group ?? null },
      availability: availabilityOf(profile, id, row),
      ahead: row?.ahead ?? 0,
      wait: row?.wait ?? null,
      issuing: row?.issuing ?? null,
    };
  });
};

export type GroupOffer = {
  readonly group: ServiceGroup;
  readonly services: readonly ServiceOffer[];
};

/** Groups that hold something, in the order of the configuration. Rules: ISSUE-6. */
export const groupOffers = (
  profile: HallProfile | null,
  services: readonly ServiceOffer[],
): readonly GroupOffer[] =>
  (profile?.serviceGroups ?? [])
    .map((group) => ({
      group,
      services: services.filter((offer) => offer.group === group.id),
    }))
    .filter((offer) => offer.services.length > 0);

/** Lanes that need no proof but the customer's word, the default lane first. Rules: ISSUE-2, LANE-3. */
export const laneOffers = (view: KioskView): readonly LaneOffer[] => {
  const { profile, lanes } = view;
  if (!profile) return [];
  const open = profile.lanes.filter(
    ({ selfSelect, proof }) => selfSelect || (proof?.declared && !proof.checkIn),
  );
  const first = open.filter(({ id }) => id === profile.defaultLane);
  const rest = open.filter(({ id }) => id !== profile.defaultLane);
  return [...first, ...rest].map(({ id, name, hint, selfSelect }) => ({
    lane: id,
    name,
    hint: hint ?? null,
    declared: !selfSelect,
    issuing: lanes[id]?.issuing ?? null,
  }));
};

/** The letters that numbers of this hall begin with, for the keypad. Rules: NUM-2, NUM-3. */
export const seriesLetters = (profile: HallProfile): readonly string[] => {
  const configured = [...profile.lanes, ...profile.services].flatMap(({ series }) => series ?? []);
  return [...new Set<string>([...configured, ...(profile.letters ?? [])])].sort();
};

export const laneRule = (profile: HallProfile | null, lane: LaneId): LaneRule | null =>
  profile?.lanes.find(({ id }) => id === lane)?.missed ?? null;
