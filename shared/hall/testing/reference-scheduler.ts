/**
 * Who is next, written from docs/SPEC.md alone: it shares no code with the rule it judges.
 * Rules: CALL-1..CALL-5, CALL-7, MISS-4. Source: quality.md INV-05.
 */
import type { HallConfig, LaneConfig } from '@tingxu/contract/config';
import type { Instant } from '@tingxu/contract/ids';

export type ReferenceTicket = {
  readonly id: string;
  readonly lane: string;
  readonly service: string;
  readonly issuedAt: Instant;
  readonly place: number;
  readonly passedOver: number;
  readonly cap: number;
  /** Calls of its lane that a returned ticket still lets pass. */
  readonly heldFor: number;
};

export type ReferenceChoice = {
  readonly id: string;
  /** Ids in place order. */
  readonly passedOver: readonly string[];
  readonly protectedBy: string | undefined;
};

/** CALL-1: millionths per minute, at least one. */
const urgency = ({ promise }: LaneConfig): number => {
  const perMinute = -Math.log(1 - promise.sharePermille / 1_000) / (promise.targetMs / 60_000);
  return Math.max(1, Math.round(perMinute * 1_000_000));
};

/** What makes one ticket come before another: the smaller figure, the first one that differs. */
const ranks = (config: HallConfig, ticket: ReferenceTicket, at: Instant): readonly number[] => {
  const index = config.lanes.findIndex((lane) => lane.id === ticket.lane);
  const lane = config.lanes[index];
  if (!lane) throw new Error(`no lane ${ticket.lane}`);
  switch (config.policy.kind) {
    case 'weighted-delay':
      return [-(at - ticket.issuedAt + lane.creditMs) * urgency(lane), ticket.place];
    case 'earliest-due':
      return [ticket.issuedAt + lane.promise.targetMs, ticket.place];
    case 'head-start':
      return [ticket.issuedAt - lane.creditMs, ticket.place];
    case 'strict':
      return [index, ticket.issuedAt, ticket.place];
    case 'fifo':
      return [ticket.issuedAt, ticket.place];
    default:
      return config.policy.kind satisfies never;
  }
};

const comesBefore = (left: readonly number[], right: readonly number[]): boolean => {
  const differs = left.findIndex((figure, i) => figure !== right[i]);
  return differs >= 0 && (left[differs] ?? 0) < (right[differs] ?? 0);
};

export const referenceChoice = (
  config: HallConfig,
  waiting: readonly ReferenceTicket[],
  skills: readonly string[],
  at: Instant,
): ReferenceChoice | null => {
  const able = waiting.filter(({ service }) => skills.includes(service));
  const free = able.filter(({ heldFor }) => heldFor === 0);
  const alone = able.filter(
    ({ heldFor, lane }) => heldFor > 0 && !free.some((other) => other.lane === lane),
  );
  const inOrder = [...free, ...alone].sort((a, b) => a.place - b.place);
  const limit = inOrder.find(({ passedOver, cap }) => passedOver >= cap);
  const allowed = limit ? inOrder.slice(0, inOrder.indexOf(limit) + 1) : inOrder;
  let best = allowed[0];
  for (const ticket of allowed) {
    if (best && comesBefore(ranks(config, ticket, at), ranks(config, best, at))) best = ticket;
  }
  if (!best) return null;
  const passedOver = inOrder.slice(0, inOrder.indexOf(best)).map(({ id }) => id);
  return { id: best.id, passedOver, protectedBy: limit?.id };
};
