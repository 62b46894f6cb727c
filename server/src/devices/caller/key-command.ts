/**
 * What a key of a caller means at its counter now: the command that the counter's page would send for the same key,
 * or why there is none. Pure. Rules: CALLER-1.
 */
import { type HallCommand, PauseReason } from '@tingxu/contract/commands';
import { AskedHelp } from '@tingxu/contract/counter-rule';
import type { CounterId } from '@tingxu/contract/ids';
import { isPadKey, PAD_KEYS, type PadIntent } from '@tingxu/contract/pad-keys';
import { findLive } from '@tingxu/hall/live-tickets';
import { counterOf } from '@tingxu/hall/lookup';
import type { Counter, HallState, Ticket } from '@tingxu/hall/state';
import { type BoxOutcome, OUTCOME, type Press } from './frame.ts';

type Meaning = HallCommand | BoxOutcome;

/** Where a key is pressed: a counter with somebody signed in. */
type Post = { readonly counter: Counter; readonly ticket: Ticket | undefined };

const counterOnly =
  (type: 'CallNext' | 'ResumeCounter') =>
  ({ counter }: Post): Meaning => ({ type, counter: counter.id });

const onTicket =
  (type: 'RecallTicket' | 'StartService' | 'FinishService' | 'MissTicket') =>
  ({ counter, ticket }: Post): Meaning =>
    ticket ? { type, ticket: ticket.id, counter: counter.id } : OUTCOME.notNow;

const whatComesNext = (post: Post): Meaning => {
  if (post.ticket)
    return onTicket(post.ticket.state === 'serving' ? 'FinishService' : 'StartService')(post);
  return counterOnly(post.counter.state === 'paused' ? 'ResumeCounter' : 'CallNext')(post);
};

const pauseOrResume = (post: Post, choice: number): Meaning => {
  if (post.counter.state === 'paused') return counterOnly('ResumeCounter')(post);
  const reason = PauseReason.options[Math.max(0, choice - 1)];
  if (!reason) return OUTCOME.noSuchKey;
  return { type: 'PauseCounter', counter: post.counter.id, reason };
};

const help = ({ counter }: Post, choice: number): Meaning => {
  const kind = AskedHelp.options[Math.max(0, choice - 1)];
  if (!kind) return OUTCOME.noSuchKey;
  return { type: 'CallForHelp', counter: counter.id, kind };
};

type Means = (post: Post, choice: number) => Meaning;

const BY_INTENT: Readonly<Record<PadIntent, Means>> = {
  main: whatComesNext,
  finish: onTicket('FinishService'),
  recall: onTicket('RecallTicket'),
  miss: onTicket('MissTicket'),
  pause: pauseOrResume,
  help,
};

/** Keys that a box may have besides those of the number pad. */
const OWN: Readonly<Record<string, Means>> = {
  N: counterOnly('CallNext'),
  S: onTicket('StartService'),
};

const meansOf = (character: string): Means | undefined => {
  if (isPadKey(character)) return BY_INTENT[PAD_KEYS[character]];
  return Object.hasOwn(OWN, character) ? OWN[character] : undefined;
};

export const keyMeaning = (
  hall: HallState,
  id: CounterId,
  { key, choice }: Pick<Press, 'key' | 'choice'>,
): Meaning => {
  const character = String.fromCharCode(key);
  const means = meansOf(character);
  if (!means) return OUTCOME.noSuchKey;
  const counter = hall.day?.open ? counterOf(hall, id) : undefined;
  if (!counter) return OUTCOME.notNow;
  if (counter.staff === null) return OUTCOME.nobodySignedIn;
  const ticket = counter.ticket === null ? undefined : findLive(hall.tickets, counter.ticket);
  return means({ counter, ticket }, choice);
};
