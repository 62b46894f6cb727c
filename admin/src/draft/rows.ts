/** Rows of a draft: services, lanes, counters. What depends on a row that goes, goes with it. Pure. */
import type { Draft, DraftCounter, DraftLane, DraftService } from './draft-config.ts';
import { withMembers } from './draft-config.ts';

export const replaceAt = <T>(rows: readonly T[], index: number, row: T): T[] =>
  rows.map((old, i) => (i === index ? row : old));

/** One place up (-1) or down (1); at the end it stays. */
export const moveRow = <T>(rows: readonly T[], index: number, by: -1 | 1): readonly T[] => {
  const [row, other] = [rows[index], rows[index + by]];
  if (row === undefined || other === undefined) return rows;
  return rows.map((old, i) => (i === index ? other : i === index + by ? row : old));
};

/** The first of `stem-1`, `stem-2` … that nobody has. */
export const freeId = (rows: readonly { readonly id: string }[], stem: string): string => {
  for (let n = rows.length + 1; ; n += 1) {
    const id = `${stem}${n}`;
    if (!rows.some((row) => row.id === id)) return id;
  }
};

const LETTERS = 'ABCDEFGHJKLMNPRTUVWXY';

/** A letter that no lane and no service has; empty when all are taken. */
export const freeLetter = ({ lanes, services }: Pick<Draft, 'lanes' | 'services'>): string =>
  [...LETTERS].find((letter) => ![...lanes, ...services].some(({ series }) => series === letter)) ??
  '';

const FOUR_MINUTES_MS = 240_000;

export const newService = (draft: Draft): DraftService => ({
  id: freeId(draft.services, 'service-'),
  name: { 'zh-CN': '', en: '' },
  series: freeLetter(draft),
  expectedServiceMs: FOUR_MINUTES_MS,
});

/** As the hall's last lane, without its names and without a head start. */
export const newLane = (draft: Draft): DraftLane | null => {
  const like = draft.lanes.at(-1);
  if (!like) return null;
  const { promise, missed } = like;
  return {
    id: freeId(draft.lanes, 'lane-'),
    name: { 'zh-CN': '', en: '' },
    ...{ promise, missed, creditMs: 0, selfSelect: false },
  };
};

export const newCounter = (draft: Draft): DraftCounter => {
  const id = freeId(draft.counters, '');
  return { id, label: id, skills: draft.services.map((service) => service.id) };
};

const withoutSkill = (counter: DraftCounter, service: string): DraftCounter => {
  const secondary = counter.secondary?.filter((row) => row.service !== service);
  return withMembers(counter, {
    skills: counter.skills.filter((skill) => skill !== service),
    secondary: secondary?.length ? secondary : undefined,
  });
};

const withoutKey = <T>(table: Readonly<Record<string, T>> | undefined, key: string) =>
  table && Object.fromEntries(Object.entries(table).filter(([name]) => name !== key));

/** Where nothing is left to book, the hall takes no bookings. */
const withoutBooking = ({ appointments }: Draft, id: string): Draft['appointments'] => {
  const services = appointments?.services.filter(({ service }) => service !== id) ?? [];
  return appointments && services.length > 0 ? { ...appointments, services } : undefined;
};

export const removeService = (draft: Draft, id: string): Draft => ({
  ...withMembers(draft, {
    appointments: withoutBooking(draft, id),
    hours:
      draft.hours && withMembers(draft.hours, { services: withoutKey(draft.hours.services, id) }),
  }),
  services: draft.services.filter((row) => row.id !== id),
  counters: draft.counters.map((counter) => withoutSkill(counter, id)),
});

const withoutDedication = (counter: DraftCounter, lane: string): DraftCounter => {
  if (!counter.dedicated) return counter;
  const lanes = counter.dedicated.lanes.filter((row) => row !== lane);
  const dedicated = lanes.length > 0 ? { ...counter.dedicated, lanes } : undefined;
  return withMembers(counter, { dedicated });
};

export const removeLane = (draft: Draft, id: string): Draft => ({
  ...withMembers(draft, {
    hours: draft.hours && withMembers(draft.hours, { lanes: withoutKey(draft.hours.lanes, id) }),
  }),
  lanes: draft.lanes.filter((row) => row.id !== id),
  counters: draft.counters.map((counter) => withoutDedication(counter, id)),
});

/** How a counter takes a service. Rules: CALL-10. */
export const SKILLS = ['none', 'primary', 'secondary'] as const;
export type Skill = (typeof SKILLS)[number];

export const skillOf = (counter: DraftCounter, service: string): Skill => {
  if (!counter.skills.includes(service)) return 'none';
  return counter.secondary?.some((row) => row.service === service) ? 'secondary' : 'primary';
};

/** How long a secondary service waits before it counts as the others do. Units: ms. */
const TEN_MINUTES_MS = 600_000;

/** Skills stay in the order of the hall's services. */
export const withSkill = (
  counter: DraftCounter,
  service: string,
  skill: Skill,
  services: readonly DraftService[],
): DraftCounter => {
  const bare = withoutSkill(counter, service);
  if (skill === 'none') return bare;
  const taken = [...bare.skills, service];
  const known = services.map(({ id }) => id).filter((id) => taken.includes(id));
  const skills = [...known, ...taken.filter((id) => !known.includes(id))];
  if (skill === 'primary') return { ...bare, skills };
  const secondary = [...(bare.secondary ?? []), { service, limitMs: TEN_MINUTES_MS }];
  return { ...bare, skills, secondary };
};
