/** How soon a call is heard: from the teller's command leaving to the first sample that is not silence. */
import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf } from '@tingxu/chance/chance';
import { type Called, callOne, onTicket, openCounter } from './calls.ts';
import { numbersIn, type Sound } from './judge.ts';
import type { Board, VoiceRig } from './voice-rig.ts';

const LOOK_MS = 20;
const PATIENCE_MS = 60_000;
/** So long after its last sound a zone is idle. Units: ms. */
const IDLE_MS = 2_000;
/** Twenty calls a minute. Units: ms. */
const PACE_MS = 3_000;

const isOf =
  ({ hall, number }: Pick<Called, 'hall' | 'number'>) =>
  (sound: Sound): boolean =>
    sound.hall === hall && sound.from !== null && numbersIn(sound.clips).includes(number);

const eventually = async <T>(look: () => T | undefined | null | false): Promise<T | null> => {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(LOOK_MS)) {
    const found = look();
    if (found) return found;
  }
  return null;
};

/** The first sound of a call, wherever it comes from. */
const firstSound = (rig: VoiceRig, call: Called): Promise<Sound | null> =>
  eventually(() => rig.sounds.find(isOf(call)));

const isSilent = (rig: VoiceRig, hall: string): boolean =>
  rig.sounds.every(
    (sound) => sound.hall !== hall || Math.max(sound.until, sound.to ?? 0) < Date.now() - IDLE_MS,
  );

/** A board speaks once it has its clips. */
const warmUp = async (rig: VoiceRig, hall: string): Promise<void> => {
  await openCounter(rig, hall, 1);
  for (let tries = 0; tries < 20; tries += 1) {
    const call = await callOne(rig, hall, 1);
    if (!call) continue;
    const sounds = await Promise.race([firstSound(rig, call), pause(12_000)]);
    await onTicket(rig, call, 'start', 1);
    await onTicket(rig, call, 'finish', 1);
    if (sounds) return;
  }
  throw new Error(`${hall} does not speak`);
};

/** Calls one by one in a hall where nothing is being said. Units: ms. */
export const idleDelays = async (
  rig: VoiceRig,
  hall: string,
  calls: number,
): Promise<readonly number[]> => {
  const delays: number[] = [];
  await warmUp(rig, hall);
  while (delays.length < calls) {
    await eventually(() => isSilent(rig, hall));
    const call = await callOne(rig, hall, 1);
    if (!call) continue;
    const sound = await firstSound(rig, call);
    delays.push((sound?.from ?? Number.POSITIVE_INFINITY) - call.sentAt);
    await onTicket(rig, call, 'start', 1);
    await onTicket(rig, call, 'finish', 1);
  }
  return delays;
};

/** Twenty calls a minute from eight counters, each heard so long after its call. Units: ms. */
export const burstDelays = async (
  rig: VoiceRig,
  hall: string,
  minutes: number,
): Promise<readonly number[]> => {
  const random = chanceOf(20);
  const counters = [1, 2, 3, 4, 5, 6, 7, 8];
  const busy = new Map<number, Called>();
  const calls: Called[] = [];
  await warmUp(rig, hall);
  for (const counter of counters.slice(1)) await openCounter(rig, hall, counter);
  const startAt = Date.now();
  for (let i = 0; i < minutes * 20; i += 1) {
    const dueAt = startAt + i * PACE_MS + random.between(0, 1_500);
    await pause(Math.max(0, dueAt - Date.now()));
    const counter = counters[i % counters.length] ?? 1;
    const before = busy.get(counter);
    if (before) {
      await onTicket(rig, before, 'start', counter);
      await onTicket(rig, before, 'finish', counter);
    }
    const call = await callOne(rig, hall, counter);
    if (!call) continue;
    busy.set(counter, call);
    calls.push(call);
  }
  const sounds = await Promise.all(calls.map((call) => firstSound(rig, call)));
  return calls.map(({ sentAt }, i) => (sounds[i]?.from ?? Number.POSITIVE_INFINITY) - sentAt);
};

export const LOSSES = ['silent-line', 'refused-line', 'closed', 'frozen', 'offline'] as const;
export type Loss = (typeof LOSSES)[number];

const lose: Readonly<Record<Loss, (board: Board) => unknown>> = {
  'silent-line': ({ line }) => line.set({ blackHole: true }),
  'refused-line': ({ line }) => {
    line.set({ refuse: true });
    line.cut();
  },
  closed: ({ page }) => page.close({ runBeforeUnload: false }),
  frozen: ({ inside }) => inside.send('Page.setWebLifecycleState', { state: 'frozen' }),
  offline: ({ context }) => context.setOffline(true),
};

const bringBack = async (rig: VoiceRig, board: Board, loss: Loss): Promise<void> => {
  board.line.set({ blackHole: false, refuse: false });
  if (loss === 'frozen') {
    await board.inside.send('Page.setWebLifecycleState', { state: 'active' });
  }
  if (loss === 'offline') await board.context.setOffline(false);
  if (loss === 'closed') await rig.load(board);
};

const boardOf = (rig: VoiceRig, { page }: Sound): Board | undefined =>
  rig.boards.find(({ name }) => page.startsWith(`${name}-`));

export type Failover = { readonly loss: Loss; readonly ms: number };

/** The board that speaks is lost at the instant of a call: how soon another one is heard. */
export const failovers = async (
  rig: VoiceRig,
  hall: string,
  times: number,
): Promise<readonly Failover[]> => {
  const took: Failover[] = [];
  await warmUp(rig, hall);
  while (took.length < times) {
    // Whoever was away has its clips again, and stands in line.
    await pause(8_000);
    const owner = rig.sounds.findLast((sound) => sound.hall === hall && sound.from !== null);
    const board = owner && boardOf(rig, owner);
    const loss = LOSSES[took.length % LOSSES.length] ?? 'closed';
    if (!board) throw new Error(`nobody speaks in ${hall}`);
    await pause((took.length * 137) % 1_000);
    const lostAt = Date.now();
    await lose[loss](board);
    const call = await callOne(rig, hall, 1);
    const sound = call && (await firstSound(rig, call));
    took.push({ loss, ms: (sound?.from ?? Number.POSITIVE_INFINITY) - lostAt });
    if (call) {
      await onTicket(rig, call, 'start', 1);
      await onTicket(rig, call, 'finish', 1);
    }
    await bringBack(rig, board, loss);
  }
  return took;
};
