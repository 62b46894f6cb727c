/** Tellers of the halls that speak: they call, call again, serve, and take their time. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '@tingxu/chance/chance';
import type { VoiceRig } from './voice-rig.ts';

export type Called = { readonly hall: string; readonly number: string; readonly sentAt: number };

export const openCounter = (rig: VoiceRig, hall: string, counter: number): Promise<unknown> =>
  rig.ask(`${hall}/counters/${counter}/open`, { staff: `t${counter}` }, teller(counter));

export const teller = (counter: number) => ({ role: 'teller', staff: `t${counter}` });
const LOBBY = { role: 'lobby', staff: 'l01' };

/** A customer comes and is called at once. Null where the server ended over it. */
export const callOne = async (
  rig: VoiceRig,
  hall: string,
  counter: number,
): Promise<Called | null> => {
  await rig.ask(`${hall}/tickets`, { service: 'cash', lane: 'normal' }, LOBBY);
  const sentAt = Date.now();
  const reply = await rig.ask(`${hall}/counters/${counter}/call-next`, {}, teller(counter));
  const number = (reply?.['ticket'] as { number: string } | undefined)?.number;
  return number === undefined ? null : { hall, number, sentAt };
};

export const onTicket = (
  rig: VoiceRig,
  { hall, number }: Pick<Called, 'hall' | 'number'>,
  verb: 'start' | 'finish' | 'recall',
  counter: number,
): Promise<unknown> =>
  rig.ask(`${hall}/tickets/${number}/${verb}`, { counter: String(counter) }, teller(counter));

/** Customer after customer, until it is over. Returns what it was told. */
export const work = async (
  rig: VoiceRig,
  { hall, counter }: { readonly hall: string; readonly counter: number },
  random: Chance,
  isOver: () => boolean,
): Promise<readonly Called[]> => {
  const called: Called[] = [];
  await openCounter(rig, hall, counter);
  while (!isOver()) {
    await pause(random.between(100, 4_000));
    const one = await callOne(rig, hall, counter);
    if (!one) continue;
    called.push(one);
    await pause(random.between(1_000, 16_000));
    if (random.next() < 0.2) {
      await pause(1_600);
      await onTicket(rig, one, 'recall', counter);
      await pause(random.between(300, 6_000));
    }
    await onTicket(rig, one, 'start', counter);
    await onTicket(rig, one, 'finish', counter);
  }
  return called;
};
