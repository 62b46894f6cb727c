/** What an agent does: comes, calls, serves, wraps up, leaves. */
import type { PauseReason } from '@tingxu/contract/commands';
import { type Instant, StaffId } from '@tingxu/contract/ids';
import { laneOf } from '../model/bank-hall.ts';
import type { Leave } from '../record/presence.ts';
import type { WireCommand } from './hall-client.ts';
import type { AtCounter } from './observed.ts';
import { ask, compatible, note, type Post, type Stage, schedule, type Visit } from './stage.ts';

/** Sends a command that a correct hall accepts; says whether it did. */
export const insist = async (stage: Stage, command: WireCommand): Promise<boolean> => {
  const answer = await ask(stage, command);
  if (!answer.ok) {
    note(stage, { type: 'refused', at: stage.now, command: command.type, code: answer.code });
  }
  return answer.ok;
};

const COMMAND_OF = {
  recalled: 'RecallTicket',
  started: 'StartService',
  finished: 'FinishService',
  missed: 'MissTicket',
} as const;

const atCounter = async (
  stage: Stage,
  post: Post,
  visit: Visit,
  type: keyof typeof COMMAND_OF,
): Promise<void> => {
  const where = { ticket: visit.ticket, counter: post.presence.counter };
  if (await insist(stage, { type: COMMAND_OF[type], ...where })) {
    note(stage, { type, at: stage.now, ...where } satisfies AtCounter);
  }
};

export const comeIn = async (stage: Stage, post: Post): Promise<void> => {
  const { counter } = post.presence;
  if (post.leave?.backAt !== null) post.leave = null;
  if (post.state === 'open') return;
  const staff = StaffId.parse(counter);
  const command: WireCommand =
    post.state === 'closed'
      ? { type: 'OpenCounter', counter, staff }
      : { type: 'ResumeCounter', counter };
  await insist(stage, command);
  post.state = 'open';
  post.phase = 'free';
  post.freeSince = stage.now;
};

/** The record does not say why; long pauses look like breaks, short ones like inside work. */
const reasonOf = (leave: Leave, now: Instant): PauseReason =>
  (leave.backAt ?? now) - now >= 5 * 60_000 ? 'break' : 'internal-work';

const goAway = async (stage: Stage, post: Post, leave: Leave): Promise<void> => {
  const { counter } = post.presence;
  post.leave = null;
  const command: WireCommand =
    leave.kind === 'close'
      ? { type: 'CloseCounter', counter }
      : { type: 'PauseCounter', counter, reason: reasonOf(leave, stage.now) };
  await insist(stage, command);
  post.state = leave.kind === 'close' ? 'closed' : 'paused';
  post.phase = 'free';
};

/** The leave is void when its time is over before the agent could go. */
const dueLeave = (post: Post, now: Instant): Leave | null =>
  post.leave && (post.leave.backAt ?? Number.POSITIVE_INFINITY) > now ? post.leave : null;

export const leaveAtLatest = async (stage: Stage, post: Post, leave: Leave): Promise<void> => {
  if (post.leave !== leave || post.phase === 'busy' || post.state !== 'open') return;
  const due = dueLeave(post, stage.now);
  if (due) await goAway(stage, post, due);
};

/** After a customer: leave if meant to, else wrap up before the next call. */
const release = async (stage: Stage, post: Post, turnaroundMs: number): Promise<void> => {
  post.visit = null;
  const due = dueLeave(post, stage.now);
  if (due) {
    await goAway(stage, post, due);
    return;
  }
  post.leave = null;
  post.phase = 'wrapping-up';
  schedule(stage, stage.now + turnaroundMs, { type: 'ready', post });
};

export const ready = (stage: Stage, post: Post): void => {
  if (post.phase !== 'wrapping-up' || post.state !== 'open') return;
  post.phase = 'free';
  post.freeSince = stage.now;
};

export const finish = async (stage: Stage, post: Post): Promise<void> => {
  const { visit } = post;
  if (!visit) return;
  await atCounter(stage, post, visit, 'finished');
  visit.state = 'gone';
  await release(stage, post, visit.plan.turnaroundMs);
};

export const recall = async (stage: Stage, post: Post, calls: number): Promise<void> => {
  const { visit } = post;
  if (!visit) return;
  await atCounter(stage, post, visit, 'recalled');
  scheduleNextCall(stage, post, visit, calls + 1);
};

/** The next recall that counts, or the miss once enough calls were made. */
const scheduleNextCall = (stage: Stage, post: Post, visit: Visit, calls: number): void => {
  const rule = laneOf(stage.hall, visit.plan.lane).missed;
  const at = stage.now + rule.intervalMs;
  if (calls < rule.minCalls) {
    schedule(stage, at, { type: 'recall', post, calls });
    return;
  }
  const firstAt = stage.now - (calls - 1) * rule.intervalMs;
  schedule(stage, Math.max(at, firstAt + rule.minTotalMs), { type: 'miss', post });
};

export const miss = async (stage: Stage, post: Post): Promise<void> => {
  const { visit } = post;
  if (!visit) return;
  await atCounter(stage, post, visit, 'missed');
  visit.state = 'missed';
  const { validMs } = laneOf(stage.hall, visit.plan.lane).missed;
  stage.openUntil = Math.max(stage.openUntil, stage.now + validMs);
  if (visit.plan.backAfterMs !== null) {
    schedule(stage, stage.now + visit.plan.backAfterMs, { type: 'return', visit });
  }
  await release(stage, post, 0);
};

const serve = async (stage: Stage, post: Post, visit: Visit): Promise<void> => {
  stage.waiting.delete(visit);
  post.visit = visit;
  post.phase = 'busy';
  if (visit.plan.missesCall && visit.round === 0) {
    visit.state = 'called';
    scheduleNextCall(stage, post, visit, 1);
    return;
  }
  visit.state = 'serving';
  await atCounter(stage, post, visit, 'started');
  schedule(stage, stage.now + visit.plan.serviceMs, { type: 'finish', post });
};

const callNext = async (stage: Stage, post: Post, waiting: number): Promise<void> => {
  const { counter } = post.presence;
  const answer = await ask(stage, { type: 'CallNext', counter });
  if (!answer.ok) {
    note(stage, { type: 'called-nobody', at: stage.now, counter, waiting });
    // Asks again a second later, not for ever in the same instant.
    post.phase = 'wrapping-up';
    schedule(stage, stage.now + 1000, { type: 'ready', post });
    return;
  }
  const ticket = answer.ticket?.id;
  const visit = ticket ? stage.visits.get(ticket) : undefined;
  if (!ticket || !visit) throw new Error(`counter ${counter} was given an unknown ticket`);
  note(stage, { type: 'called', at: stage.now, ticket, counter });
  await serve(stage, post, visit);
};

/** Free counters take whom they may, the longest free first. */
export const callWaiting = async (stage: Stage): Promise<void> => {
  if (stage.waiting.size === 0) return;
  const free = [...stage.posts.values()]
    .filter((post) => post.state === 'open' && post.phase === 'free')
    .sort(
      (a, b) => a.freeSince - b.freeSince || (a.presence.counter < b.presence.counter ? -1 : 1),
    );
  for (const post of free) {
    const waiting = compatible(stage, post);
    if (waiting > 0) await callNext(stage, post, waiting);
  }
};
