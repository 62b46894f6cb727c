/**
 * Holds what boards let be heard against what the journal says of it. Shares no code with the ledger of
 * announcements. Rules: VOICE-2, VOICE-4, VOICE-6, VOICE-7. Source: INV-14, RT-07.
 */
import type { Fact } from './facts.ts';

/** One saying of one page. Units: epoch ms. */
export type Sound = {
  readonly hall: string;
  readonly zone: string;
  /** The page and its so-manieth load. */
  readonly page: string;
  readonly saying: number;
  /** Such as `zh-CN/letter-a`. */
  readonly clips: readonly string[];
  readonly at: number;
  /** When the last clip was to end. */
  readonly until: number;
  /** First and last sample that is no silence; null where there was none. */
  from: number | null;
  to: number | null;
};

export type Story = {
  readonly facts: readonly Fact[];
  readonly sounds: readonly Sound[];
  /** What a teller was told has been called. */
  readonly answered: readonly { readonly hall: string; readonly number: string }[];
  /** How often each hall says a call. */
  readonly times: ReadonlyMap<string, number>;
};

/** Of a saying that was heard to its end the last sample may be silence for so long. Units: ms. */
const SOFT_END_MS = 250;
/** Clocks of two threads, and blocks of sound. Units: ms. */
const BLUR_MS = 40;
const OLDEST_MS = 60_000;

type Called = Extract<Fact, { readonly type: 'called' }>;

const nameOf = ({ hall, number, attempt }: Omit<Called, 'type' | 'at'>): string =>
  `${hall} ${number} ${attempt}`;

/** `zh-CN/letter-a, d0, yao, d2` is A012: a letter begins a number, three digits follow. */
export const numbersIn = (clips: readonly string[]): readonly string[] => {
  const signs = clips.map((clip) => clip.replace(/^.*\//, '').replace('yao', 'd1'));
  return signs.flatMap((sign, i) => {
    const letter = /^letter-(.)$/.exec(sign)?.[1];
    if (letter === undefined) return [];
    const digits = signs.slice(i + 1, i + 4).map((one) => one.slice(1));
    return [`${letter.toUpperCase()}${digits.join('')}`];
  });
};

const languageOf = ({ clips }: Sound): string => (clips[0] ?? '').replace(/\/.*$/, '');
const isHeard = ({ from }: Sound): boolean => from !== null;
const isWhole = ({ to, until }: Sound): boolean => to !== null && to >= until - SOFT_END_MS;

/** Each saying by one page, once; each call in each language as often as the hall says it. */
const twice = ({ facts, sounds, times }: Story): readonly string[] => {
  const heard = sounds.filter(isHeard);
  const begun = Map.groupBy(heard, ({ hall, zone, saying }) => `${hall} ${zone} ${saying}`);
  const bySaying = [...begun]
    .filter(([, all]) => all.length > 1)
    .map(([name, all]) => `twice: saying ${name} on ${all.map(({ page }) => page).join(', ')}`);
  const said = heard.flatMap((sound) =>
    numbersIn(sound.clips).map((number) => `${sound.hall} ${number} ${languageOf(sound)}`),
  );
  const byNumber = [...Map.groupBy(said, (name) => name)].flatMap(([name, all]) => {
    const [hall = '', number] = name.split(' ');
    const calls = facts.filter(
      (fact) => fact.type === 'called' && fact.hall === hall && fact.number === number,
    );
    const most = calls.length * (times.get(hall) ?? 1);
    return all.length > most ? [`twice: ${name} said ${all.length} times, at most ${most}`] : [];
  });
  return [...bySaying, ...byNumber];
};

const overlaps = ({ sounds }: Story): readonly string[] =>
  [...Map.groupBy(sounds.filter(isHeard), ({ hall, zone }) => `${hall} ${zone}`)].flatMap(
    ([zone, all]) => {
      const sorted = all.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0));
      let before: Sound | null = null;
      return sorted.flatMap((sound) => {
        const last = before;
        if (!last || (sound.to ?? 0) > (last.to ?? 0)) before = sound;
        const together = (last?.to ?? 0) - (sound.from ?? 0);
        if (!last || together <= BLUR_MS) return [];
        return [
          `overlap: ${zone}: ${last.saying} of ${last.page} and ${sound.saying} of ${sound.page} for ${together} ms`,
        ];
      });
    },
  );

/** The newest call that a sound can be of. */
const callOf = ({ facts }: Story, { hall, from }: Sound, number: string): Called | undefined =>
  facts
    .filter(
      (fact): fact is Called =>
        fact.type === 'called' &&
        fact.hall === hall &&
        fact.number === number &&
        fact.at <= (from ?? 0) + BLUR_MS,
    )
    .at(-1);

const lateOrForeign = (story: Story): readonly string[] =>
  story.sounds.filter(isHeard).flatMap((sound) =>
    numbersIn(sound.clips).flatMap((number) => {
      const call = callOf(story, sound, number);
      const name = `${sound.hall} ${number}`;
      if (!call) return [`foreign: ${name} is said and was not called`];
      const age = (sound.to ?? 0) - call.at;
      return age > OLDEST_MS ? [`late: ${name} is said ${age} ms after its call`] : [];
    }),
  );

/** One end for each call, a reason for each that was not spoken, and *spoken* only of what was heard whole. */
const ends = (story: Story): readonly string[] => {
  const { facts, sounds } = story;
  const ended = facts.filter((fact) => fact.type === 'ended');
  const byCall = Map.groupBy(ended, nameOf);
  const calls = facts.filter((fact) => fact.type === 'called');
  return calls.flatMap((call) => {
    const name = nameOf(call);
    const [end, ...more] = byCall.get(name) ?? [];
    if (!end) return [`lost: ${name} has no end`];
    if (more.length > 0) return [`ends: ${name} has ${more.length + 1}`];
    if (end.end !== 'spoken') return end.why === null ? [`lost: ${name} without a reason`] : [];
    const heard = sounds.some(
      (sound) =>
        sound.hall === call.hall &&
        isWhole(sound) &&
        (sound.from ?? 0) >= call.at - BLUR_MS &&
        numbersIn(sound.clips).includes(call.number),
    );
    return heard ? [] : [`unheard: ${name} is told as spoken`];
  });
};

/** What a teller was told, and the journal does not know. */
const forgotten = ({ facts, answered }: Story): readonly string[] => {
  const known = new Set(facts.map(({ hall, number }) => `${hall} ${number}`));
  return answered
    .map(({ hall, number }) => `${hall} ${number}`)
    .filter((name) => !known.has(name))
    .map((name) => `forgotten: ${name} was called, and the journal does not know it`);
};

/** Everything that went wrong, each in a line that begins with its kind. */
export const breachesOf = (story: Story): readonly string[] => [
  ...twice(story),
  ...overlaps(story),
  ...lateOrForeign(story),
  ...ends(story),
  ...forgotten(story),
];
