/**
 * The voice of a hall in the real browser, measured by what its pages let be heard.
 * `npm run measure:voice -- --cuts 1000`: boards, lines and the server cut at random while tellers call, with
 * controls. `-- --delay [--calls 200]`: how soon a call is heard when nothing is being said. `-- --burst
 * [--minutes 5]`: the same at twenty calls a minute. `-- --failover [--times 40]`: how soon another board
 * speaks. Source: RT-06, RT-07, INV-14, ACC-11.
 */
import { parseArgs } from 'node:util';
import { loseTail } from '../faults/lose-tail.ts';
import { callOne, openCounter } from './calls.ts';
import { cutAtRandom } from './cuts.ts';
import { burstDelays, failovers, idleDelays, LOSSES } from './delays.ts';
import { breachesOf, type Story } from './judge.ts';
import type { BoardFault } from './sound-probe.ts';
import { hallsLike, ONCE, TIMES, VOICE_HALLS, ZONES } from './voice-halls.ts';
import { openVoiceRig, type VoiceRig } from './voice-rig.ts';

const { values } = parseArgs({
  options: {
    cuts: { type: 'string' },
    seed: { type: 'string', default: '1' },
    delay: { type: 'boolean', default: false },
    calls: { type: 'string', default: '200' },
    burst: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '5' },
    failover: { type: 'boolean', default: false },
    times: { type: 'string', default: '40' },
  },
});

/** Wanted at most. Units: ms. Source: RT-06, ACC-11. */
const WITHIN = { idle: 800, burst: 8_000, failover: 5_000 };
const BOARDS_PER_ZONE = 3;
const SIDE_BY_SIDE = ['h1', 'h2', 'h3', 'h4'];

const share = (all: readonly number[], part: number): number => {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};
const spread = (all: readonly number[]): string =>
  `p50 ${share(all, 0.5)} ms, p99 ${share(all, 0.99)} ms, max ${share(all, 1)} ms`;

const count = <T>(all: readonly T[], name: (one: T) => string): string =>
  [...Map.groupBy(all, name)].map(([key, rows]) => `${key} ${rows.length}`).join(', ');

const tellStory = ({ facts, sounds }: Story): void => {
  const heard = sounds.filter(({ from }) => from !== null);
  const ends = facts.filter((fact) => fact.type === 'ended');
  const calls = facts.filter(({ type }) => type === 'called').length;
  console.log(`${calls} calls and recalls, ${heard.length} sayings heard`);
  console.log(`ends: ${count(ends, ({ end, why }) => (why === null ? end : `${end} (${why})`))}`);
};

const boards = (each: number) => ZONES.flatMap((zone) => Array.from({ length: each }, () => zone));

const run = async (cuts: number, fault?: BoardFault): Promise<readonly string[]> => {
  const control = fault !== undefined;
  const rig = await openVoiceRig({
    ...{ halls: VOICE_HALLS, boards: boards(control ? 2 : BOARDS_PER_ZONE) },
    ...(control && { fault }),
  });
  try {
    const { story, figures } = await cutAtRandom(rig, {
      ...{ cuts, zones: ZONES, seed: Number(values.seed), everyMs: [400, 1_600] },
      onCut: (done, now) => {
        if (done > 0 && done % 100 === 0)
          console.log(`${done} cuts, ${rig.sounds.length} sayings, ${now().facts.length} facts`);
      },
    });
    if (!control) {
      console.log(figures);
      tellStory(story);
    }
    return [...breachesOf(story), ...rig.deaf.map((what) => `deaf: ${what}`)];
  } finally {
    await rig.close();
  }
};

const FAULTS = { 'asks-nobody': /^twice/, mute: /^unheard/ } as const;

/** A journal that loses its end, and with it calls and what became of them. */
const forgetful = async (): Promise<readonly string[]> => {
  const rig = await openVoiceRig({ halls: VOICE_HALLS, boards: boards(1) });
  try {
    await openCounter(rig, ONCE, 1);
    const call = await callOne(rig, ONCE, 1);
    await rig.restart(false, () => void loseTail(rig.journalOf(ONCE), 0.5));
    const facts = rig.facts();
    return breachesOf({ facts, sounds: rig.sounds, answered: call ? [call] : [], times: TIMES });
  } finally {
    await rig.close();
  }
};

const isFound = (what: string, breaches: readonly string[], kind: RegExp): boolean => {
  const found = breaches.filter((line) => kind.test(line)).length;
  console.log(`control, ${what}: ${found} of its kind, ${breaches.length} in all`);
  return found > 0;
};

const cuts = async (): Promise<boolean> => {
  const breaches = await run(Number(values.cuts));
  for (const breach of breaches) console.error(breach);
  console.log(`${values.cuts} cuts, ${breaches.length} breaches`);
  let good = breaches.length === 0;
  for (const fault of ['asks-nobody', 'mute'] as const) {
    good = isFound(fault, await run(12, fault), FAULTS[fault]) && good;
  }
  return isFound('a journal that forgets', await forgetful(), /^(forgotten|foreign)/) && good;
};

const sideBySide = async <T>(
  each: number,
  voice: object,
  measure: (rig: VoiceRig, hall: string) => Promise<readonly T[]>,
  halls: readonly string[] = SIDE_BY_SIDE,
): Promise<readonly T[]> => {
  const rig = await openVoiceRig({
    halls: hallsLike(halls, voice),
    boards: halls.flatMap((hall) =>
      Array.from({ length: each }, () => ({ hall, zone: 'hall', counters: [1] })),
    ),
  });
  try {
    return (await Promise.all(halls.map((hall) => measure(rig, hall)))).flat();
  } finally {
    await rig.close();
  }
};

const judged = (what: string, all: readonly number[], most: number): boolean => {
  console.log(`${what}: ${all.length}, ${spread(all)} (wanted: ${most} ms)`);
  return share(all, 0.99) <= most;
};

const delay = async (): Promise<boolean> => {
  const calls = Math.ceil(Number(values.calls) / SIDE_BY_SIDE.length);
  const all = await sideBySide(1, { times: 1 }, (rig, hall) => idleDelays(rig, hall, calls));
  return judged('call → first sound, idle', all, WITHIN.idle);
};

const burst = async (): Promise<boolean> => {
  const minutes = Number(values.minutes);
  const voice = { languages: ['zh-CN', 'en'], times: 2 };
  const all = await sideBySide(1, voice, (rig, hall) => burstDelays(rig, hall, minutes), ['h1']);
  const halves = [all.slice(0, all.length / 2), all.slice(all.length / 2)];
  console.log(`first half ${spread(halves[0] ?? [])}; second half ${spread(halves[1] ?? [])}`);
  return judged('call → first sound, twenty calls a minute', all, WITHIN.burst);
};

const failover = async (): Promise<boolean> => {
  const times = Math.ceil(Number(values.times) / SIDE_BY_SIDE.length);
  const all = await sideBySide(2, { times: 1 }, (rig, hall) => failovers(rig, hall, times));
  for (const loss of LOSSES) {
    console.log(`${loss}: ${spread(all.filter((row) => row.loss === loss).map(({ ms }) => ms))}`);
  }
  const ms = all.map((row) => row.ms);
  return judged('owner lost → the next is heard', ms, WITHIN.failover) && share(ms, 1) <= 5_000;
};

const good = [
  ...(values.cuts === undefined ? [] : [await cuts()]),
  ...(values.delay ? [await delay()] : []),
  ...(values.burst ? [await burst()] : []),
  ...(values.failover ? [await failover()] : []),
];
if (good.length === 0) throw new Error('say --cuts N, --delay, --burst or --failover');
process.exitCode = good.every(Boolean) ? 0 : 1;
