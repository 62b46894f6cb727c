/** What a customer may choose, in the order of the configuration. Pure. */
import type { LaneId, ServiceId, Text } from '@tingxu/contract/ids';
import type { HallProfile, KioskView, ServiceRow } from '@tingxu/contract/views';

type Lane = HallProfile['lanes'][number];
export type LaneRule = Lane['missed'];

/**
 * `queue-only`: no counter that serves it is open yet, a number can be had all the same.
 * `not-offered`: no counter of the hall serves it. Rules: ISSUE-3.
 */
export type Availability = 'open' | 'queue-only' | 'not-offered';

export type ServiceOffer = {
  readonly service: ServiceId;
  readonly name: Text;
  readonly hint: Text | null;
  readonly availability: Availability;
  /** People expected to be called before whoever takes a number now: what the ticket will say. */
  readonly ahead: number;
  readonly wait: ServiceRow['wait'];
};

export type LaneOffer = {
  readonly lane: LaneId;
  readonly name: Text;
  readonly hint: Text | null;
  /** It opens by the customer's own word. Rules: LANE-3. */
  readonly declared: boolean;
};

const availabilityOf = (
  profile: HallProfile,
  service: ServiceId,
  row: ServiceRow | undefined,
): Availability => {
  if (!profile.counters.some(({ skills }) => skills.includes(service))) return 'not-offered';
  return row !== undefined && row.countersOpen > 0 ? 'open' : 'queue-only';
};

export const serviceOffers = (view: KioskView): readonly ServiceOffer[] => {
  const { profile, services } = view;
  if (!profile) return [];
  return profile.services.map(({ id, name, hint }) => {
    const row = services[id];
    return {
      service: id,
      name,
      hint: hint ?? null,
      availability: availabilityOf(profile, id, row),
      ahead: row?.ahead ?? 0,
      wait: row?.wait ?? null,
    };
  });
};

/** Lanes that need no proof but the customer's word, the default lane first. Rules: ISSUE-2, LANE-3. */
export const laneOffers = (view: KioskView): readonly LaneOffer[] => {
  const { profile } = view;
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
  }));
};

/** The letters that numbers of this hall begin with, for the keypad. Rules: NUM-2, NUM-3. */
export const seriesLetters = (profile: HallProfile): readonly string[] => {
  const configured = [...profile.lanes, ...profile.services].flatMap(({ series }) => series ?? []);
  return [...new Set<string>([...configured, ...(profile.letters ?? [])])].sort();
};

export const laneRule = (profile: HallProfile | null, lane: LaneId): LaneRule | null =>
  profile?.lanes.find(({ id }) => id === lane)?.missed ?? null;
