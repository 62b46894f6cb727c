/**
 * What a change of the configuration would do to the hall as it is now. Pure.
 * Rules: CONF-2, CONF-4, CONF-8, CARE-4, VOICE-12.
 */
import type { HallConfig } from '@tingxu/contract/config';
import type {
  ConfigurationConflict,
  ConfigurationDifference,
  PlannedFor,
} from '@tingxu/contract/configuration';
import type { ConfigurationPreview } from '@tingxu/contract/configuration-rest';
import { withoutEffect } from '@tingxu/contract/missed-rule';
import { isQuietTooLong } from '@tingxu/contract/watch';
import { configInForce, conflictsWith } from '@tingxu/hall/configuration';
import { allLive } from '@tingxu/hall/live-tickets';
import type { HallState } from '@tingxu/hall/state';
import {
  namesIn,
  tellConflict,
  tellDifference,
  tellIdle,
  tellQuiet,
  tellUnread,
} from '@tingxu/i18n/tell-configuration';
import { canBeRead } from '@tingxu/voice/sentence';
import type { Offering } from '../appointments/slots.ts';
import { standingIn } from '../appointments/standing.ts';
import { zoneTime } from '../day/zone-time.ts';
import { differencesOf } from './differences.ts';

/** Ids of the lanes, services or counters that something changes in. */
const touched = (
  changes: readonly ConfigurationDifference[],
  part: 'lanes' | 'services' | 'counters',
): ReadonlySet<string> =>
  new Set(
    changes.flatMap(({ path }) => {
      const [first, id] = path.split('.');
      return first === part && id !== undefined ? [id] : [];
    }),
  );

/** Whom the change would leave without the slot that they have now. Rules: BOOK-11, BOOK-13. */
const bookingsHit = (
  before: Offering,
  after: Offering,
): ConfigurationPreview['affected']['bookings'] => {
  const [was, is] = [standingIn(before), standingIn(after)];
  const { restTime } = zoneTime(configInForce(before.state, before.first).zone);
  return before.state.bookings
    .filter(({ ticket }) => ticket === null)
    .filter((row) => is(row) !== 'offered' && is(row) !== was(row))
    .sort((a, b) => a.startAt - b.startAt)
    .map((row) => ({
      ...{ id: row.booking, service: row.service, startAt: restTime(row.startAt) },
      standing: is(row),
    }));
};

/** The hall as the change leaves it, as far as bookings look ahead; a plan of before is withdrawn. */
const changed = (
  { state, first }: Offering,
  config: HallConfig,
  when: PlannedFor | 'now',
): Offering => {
  const { day, configuration } = state;
  if (!day) return { state, first: config };
  if (when === 'now' || (when !== 'next-day' && when <= state.at)) {
    const inForce = { day: { ...day, config }, configuration: { ...configuration, plan: null } };
    return { state: { ...state, ...inForce }, first };
  }
  const plan = { config, urgencies: {}, version: configuration.latest + 1, when };
  return { state: { ...state, configuration: { ...configuration, plan } }, first };
};

const affectedBy = (
  hall: HallState,
  changes: readonly ConfigurationDifference[],
): Omit<ConfigurationPreview['affected'], 'bookings'> => {
  const lanes = touched(changes, 'lanes');
  const services = touched(changes, 'services');
  const counters = touched(changes, 'counters');
  // Rules of the counter bind every counter in service, and whoever is at one.
  const rules = changes.some(({ path }) => path.split('.')[0] === 'counterRule');
  const tickets = allLive(hall.tickets).filter(
    ({ lane, service, call }) =>
      lanes.has(lane) || services.has(service) || (rules && call !== null),
  );
  const inService = hall.counters.filter(
    ({ id, state }) => state !== 'closed' && (rules || counters.has(id)),
  );
  return { tickets: tickets.length, counters: inService.map(({ id }) => id) };
};

/** Another hall's configuration is refused whenever it shall begin; the rest only now matters now. */
const conflictsAt = (
  hall: HallState,
  config: HallConfig,
  atNextDay: boolean,
): readonly ConfigurationConflict[] => {
  const conflicts = conflictsWith(hall, config);
  return atNextDay ? conflicts.filter(({ kind }) => kind === 'hall') : conflicts;
};

/** By the names of before, so that a new name is told of the one that people know. */
export const toldDifferences = (before: HallConfig, after: HallConfig) => {
  const names = namesIn(before, after);
  return differencesOf(before, after).map((change) => ({
    ...change,
    text: tellDifference(change, names),
  }));
};

/** Settings of missed rules that their others leave without effect. Rules: CONF-8. */
const idleIn = (config: HallConfig): ConfigurationPreview['idle'] =>
  config.lanes.flatMap(({ id, missed }) =>
    withoutEffect(missed).map((member) => {
      const path = `lanes.${id}.missed.${member}`;
      return { path, text: tellIdle(path, namesIn(config)) };
    }),
  );

/** A quiet after an answer that is longer than the hall keeps it. Rules: CARE-4, CONF-8. */
const quietIn = (config: HallConfig): ConfigurationPreview['idle'] => {
  if (!isQuietTooLong(config.watch ?? {})) return [];
  const path = 'watch.careQuietMs';
  return [{ path, text: tellQuiet(path, namesIn(config)) }];
};

/** Counters whose label the clips cannot say; whether a recording of their own says it is known to boards alone. */
const unreadIn = (config: HallConfig): ConfigurationPreview['idle'] => {
  if (!config.voice || config.voice.speech === 'browser') return [];
  return config.counters
    .filter(({ label }) => !canBeRead(label))
    .map(({ id }) => {
      const path = `counters.${id}.label`;
      return { path, text: tellUnread(path, namesIn(config)) };
    });
};

/** `first` speaks for a hall that never opened a day. */
export function previewOf(
  hall: HallState,
  first: HallConfig,
  config: HallConfig,
  when: PlannedFor | 'now',
): ConfigurationPreview {
  const offering = { state: hall, first };
  const before = configInForce(hall, first);
  const changes = toldDifferences(before, config);
  return {
    basedOn: hall.configuration.latest,
    changes,
    conflicts: conflictsAt(hall, config, when === 'next-day').map((conflict) => ({
      ...conflict,
      tickets: [...conflict.tickets],
      text: tellConflict(conflict, namesIn(before, config)),
    })),
    affected: {
      ...affectedBy(hall, changes),
      bookings: bookingsHit(offering, changed(offering, config, when)),
    },
    withdraws: hall.configuration.plan?.version ?? null,
    idle: [...idleIn(config), ...quietIn(config), ...unreadIn(config)],
  };
}
