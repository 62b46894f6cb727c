/** Where everybody is, by the driver's own account: customers of the day and counters with agents. */
import type { HallConfig } from '@tingxu/contract/config';
import type { CounterId, Instant, TicketId } from '@tingxu/contract/ids';
import type { CustomerPlan, Scenario } from '../model/scenario.ts';
import type { Leave, Presence } from '../record/presence.ts';
import type { Agenda } from './agenda.ts';
import type { Answer, HallClient, WireCommand } from './hall-client.ts';
import type { Observed } from './observed.ts';

export type Visit = {
  readonly plan: CustomerPlan;
  readonly ticket: TicketId;
  state: 'waiting' | 'called' | 'serving' | 'missed' | 'gone';
  /** How often the visit has come back: a patience that ran before is void. */
  round: number;
};

/** A counter as its agent knows it. */
export type Post = {
  readonly presence: Presence;
  state: 'closed' | 'open' | 'paused';
  phase: 'free' | 'busy' | 'wrapping-up';
  freeSince: Instant;
  visit: Visit | null;
  /** The agent means to leave after this service. */
  leave: Leave | null;
};

export type Happening =
  | { readonly type: 'finish'; readonly post: Post }
  | { readonly type: 'ready'; readonly post: Post }
  | { readonly type: 'come-in'; readonly post: Post }
  | { readonly type: 'mean-to-leave'; readonly post: Post; readonly leave: Leave }
  | { readonly type: 'leave'; readonly post: Post; readonly leave: Leave }
  | { readonly type: 'arrive'; readonly plan: CustomerPlan }
  | { readonly type: 'recall'; readonly post: Post; readonly calls: number }
  | { readonly type: 'miss'; readonly post: Post }
  | { readonly type: 'return'; readonly visit: Visit }
  | { readonly type: 'give-up'; readonly visit: Visit; readonly round: number }
  | { readonly type: 'interlude'; readonly run: (at: Instant) => Promise<void> };

/**
 * Order on the same second: counters get free before they leave, leave before anybody comes, and a
 * customer whose patience ends then is still called when a counter is free.
 */
export const RANK: Readonly<Record<Happening['type'], number>> = {
  finish: 0,
  ready: 1,
  'come-in': 2,
  'mean-to-leave': 3,
  leave: 4,
  arrive: 5,
  recall: 6,
  miss: 7,
  return: 8,
  'give-up': 9,
  interlude: 10,
};

export type Stage = {
  readonly hall: HallConfig;
  readonly scenario: Scenario;
  readonly client: HallClient;
  readonly agenda: Agenda<Happening>;
  readonly posts: ReadonlyMap<CounterId, Post>;
  readonly visits: Map<TicketId, Visit>;
  readonly waiting: Set<Visit>;
  readonly log: Observed[];
  now: Instant;
  /** Where the hall's clock stands; behind `now` while nobody asks anything of the hall. */
  clockAt: Instant;
  /** Until when the day cannot close: missed tickets that may still come back. */
  openUntil: Instant;
};

/** Brings the hall's clock to now: not at every happening, since many ask nothing of the hall. */
export const catchUp = async (stage: Stage): Promise<void> => {
  if (stage.clockAt === stage.now) return;
  await stage.client.advanceTo(stage.now);
  stage.clockAt = stage.now;
};

export const ask = async (stage: Stage, command: WireCommand): Promise<Answer> => {
  await catchUp(stage);
  return stage.client.send(command);
};

export const note = (stage: Stage, observed: Observed): void => {
  stage.log.push(observed);
};

export const schedule = (stage: Stage, at: Instant, what: Happening): void => {
  stage.agenda.add(at, RANK[what.type], what);
};

/** Waiting visits that the counter may take. */
export const compatible = (stage: Stage, post: Post): number => {
  let count = 0;
  for (const visit of stage.waiting) {
    if (post.presence.skills.includes(visit.plan.service)) count += 1;
  }
  return count;
};
