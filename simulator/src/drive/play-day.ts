/**
 * Plays a scenario against a hall in virtual time: it moves to the next instant at which something is
 * due, and the commands of that instant are sent one by one, each answer awaited.
 * Deterministic: same scenario and rule, same commands in the same order.
 */
import type { HallConfig } from '@tingxu/contract/config';
import type { Instant } from '@tingxu/contract/ids';
import type { Scenario } from '../model/scenario.ts';
import { emptyAgenda } from './agenda.ts';
import {
  callWaiting,
  comeIn,
  finish,
  insist,
  leaveAtLatest,
  miss,
  ready,
  recall,
} from './counters.ts';
import { arrive, comeBack, giveUp } from './customers.ts';
import type { HallClient } from './hall-client.ts';
import type { Observed } from './observed.ts';
import { catchUp, type Happening, type Post, type Stage, schedule } from './stage.ts';

/** Something that the replay does besides, e.g. comparing screens. */
export type Interlude = { readonly at: Instant; readonly run: (at: Instant) => Promise<void> };

const posts = (scenario: Scenario): Map<Post['presence']['counter'], Post> =>
  new Map(
    scenario.counters.map((presence) => [
      presence.counter,
      { presence, state: 'closed', phase: 'free', freeSince: 0, visit: null, leave: null },
    ]),
  );

const setStage = (
  scenario: Scenario,
  hall: HallConfig,
  client: HallClient,
  interludes: readonly Interlude[],
): Stage => {
  const stage: Stage = {
    hall,
    scenario,
    client,
    agenda: emptyAgenda<Happening>(),
    posts: posts(scenario),
    visits: new Map(),
    waiting: new Set(),
    log: [],
    now: scenario.startsAt,
    clockAt: scenario.startsAt,
    openUntil: scenario.startsAt,
  };
  for (const post of stage.posts.values()) {
    schedule(stage, post.presence.opensAt, { type: 'come-in', post });
    for (const leave of post.presence.leaves) {
      schedule(stage, leave.meansToAt, { type: 'mean-to-leave', post, leave });
      schedule(stage, leave.atLatestAt, { type: 'leave', post, leave });
      if (leave.backAt !== null) schedule(stage, leave.backAt, { type: 'come-in', post });
    }
  }
  for (const plan of scenario.customers) schedule(stage, plan.arrivesAt, { type: 'arrive', plan });
  for (const { at, run } of interludes) schedule(stage, at, { type: 'interlude', run });
  return stage;
};

const happen = async (stage: Stage, what: Happening): Promise<void> => {
  switch (what.type) {
    case 'finish':
      return finish(stage, what.post);
    case 'ready':
      return ready(stage, what.post);
    case 'come-in':
      return comeIn(stage, what.post);
    case 'mean-to-leave':
      what.post.leave = what.leave;
      return;
    case 'leave':
      return leaveAtLatest(stage, what.post, what.leave);
    case 'arrive':
      return arrive(stage, what.plan);
    case 'recall':
      return recall(stage, what.post, what.calls);
    case 'miss':
      return miss(stage, what.post);
    case 'return':
      return comeBack(stage, what.visit);
    case 'give-up':
      return giveUp(stage, what.visit, what.round);
    case 'interlude':
      await catchUp(stage);
      return what.run(stage.now);
    default:
      return what satisfies never;
  }
};

export type PlayOptions = {
  readonly interludes?: readonly Interlude[];
  /** When nobody is left, before the day is closed. */
  readonly beforeClosing?: (at: Instant) => Promise<void>;
};

export type PlayedDay = {
  readonly log: readonly Observed[];
  /** When the day was closed. */
  readonly closedAt: Instant;
};

/** Plays until nobody is left, then closes the day. */
export const playDay = async (
  scenario: Scenario,
  hall: HallConfig,
  client: HallClient,
  { interludes = [], beforeClosing }: PlayOptions = {},
): Promise<PlayedDay> => {
  const stage = setStage(scenario, hall, client, interludes);
  for (let entry = stage.agenda.next(); entry; entry = stage.agenda.next()) {
    stage.now = Math.max(stage.now, entry.at);
    await happen(stage, entry.what);
    await callWaiting(stage);
  }
  // Missed tickets that nobody came back for end when their time is over.
  stage.now = Math.max(stage.now, stage.openUntil + 1000);
  await catchUp(stage);
  await beforeClosing?.(stage.now);
  await insist(stage, { type: 'CloseDay', remaining: 'refuse' });
  return { log: stage.log, closedAt: stage.now };
};
