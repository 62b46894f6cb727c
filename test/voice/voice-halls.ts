/** Halls that speak: one says each call once; the other in two zones, twice and in two languages. */
import { publicHall } from '../journeys/public-halls.ts';

export type Zone = {
  readonly hall: string;
  readonly zone: string;
  readonly counters: readonly number[];
};

export const ONCE = 'once';
export const TWICE = 'twice';

export const ZONES: readonly Zone[] = [
  { hall: ONCE, zone: 'hall', counters: [1, 2] },
  { hall: TWICE, zone: 'cash', counters: [1, 2] },
  { hall: TWICE, zone: 'wealth', counters: [3, 4] },
];

/** As often as each hall says a call. */
export const TIMES: ReadonlyMap<string, number> = new Map([
  [ONCE, 1],
  [TWICE, 2],
]);

const zones = ZONES.filter(({ hall }) => hall === TWICE).map(({ zone, counters }) => ({
  id: zone,
  counters: counters.map(String),
}));

export const VOICE_HALLS: readonly unknown[] = [
  { ...publicHall(ONCE, { services: 4, counters: 2 }), voice: { times: 1 } },
  {
    ...publicHall(TWICE, { services: 4, counters: 4 }),
    voice: { languages: ['zh-CN', 'en'], zones },
  },
];

/** So many halls of one zone, to measure side by side. `times` and languages as the configuration has them. */
export const hallsLike = (names: readonly string[], voice: object): readonly unknown[] =>
  names.map((name) => ({ ...publicHall(name, { services: 4, counters: 8 }), voice }));
