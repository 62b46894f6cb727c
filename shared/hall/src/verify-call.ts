/**
 * Deciding a recorded call again: the state before it, the policy of the day and the version of the
 * rules that it names must lead to the very same call. Pure; `journal:check` asks it for every call.
 * Source: docs/SPEC.md PROOF-1.
 */
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import type { Moment } from './eligibility.ts';
import { choiceByHand } from './hand-call.ts';
import type { Choice } from './lane-policy.ts';
import { findLive } from './live-tickets.ts';
import { counterConfig, counterOf } from './lookup.ts';
import { callingRule, momentOf } from './rule-versions.ts';
import type { HallState } from './state.ts';

/** One member of a recorded call that the rule decides otherwise. */
export type CallDifference = {
  readonly member: string;
  readonly recorded: string;
  readonly decided: string;
};

type Called = EventOf<'TicketCalled'>;

const shown = (value: string | number | null | undefined): string => String(value ?? 'none');

const differ = (
  member: string,
  recorded: string | number | null | undefined,
  decided: string | number | null | undefined,
): readonly CallDifference[] =>
  shown(recorded) === shown(decided)
    ? []
    : [{ member, recorded: shown(recorded), decided: shown(decided) }];

const ids = (tickets: Choice['passedOver']): string =>
  tickets.map(({ id }) => id).join(' ') || 'nobody';

/** What the rule chose, against what is recorded. */
const againstChoice = (event: Called, choice: Choice | null): readonly CallDifference[] => {
  const recorded = event.passedOver.join(' ') || 'nobody';
  return [
    ...differ('ticket', event.ticket, choice?.ticket.id),
    ...differ('score', event.score, choice?.score),
    ...differ('passedOver', recorded, choice ? ids(choice.passedOver) : 'nobody'),
    ...differ('protectedBy', event.protectedBy, choice?.protectedBy?.id),
    ...differ('tier', event.tier, choice?.tier),
  ];
};

/** That the counter could call at all, and who sat there. Rules: CALL-8. */
const againstCounter = (hall: HallState, event: Called): readonly CallDifference[] => {
  const counter = counterOf(hall, event.counter);
  return [
    ...differ('counter', 'open', counter?.state),
    ...differ('counter holds', null, counter?.ticket),
    ...differ('staff', event.staff, counter?.staff),
  ];
};

const againstRule = (event: Called, moment: Moment): readonly CallDifference[] => {
  const rule = callingRule(event.ruleVersion);
  if (!rule) return differ('ruleVersion', event.ruleVersion, 'a version that this program knows');
  if (event.chosen === undefined) return againstChoice(event, rule(moment));
  return againstHand(event, momentOf(event.ruleVersion, moment));
};

/** A choice by hand is taken as it is; what it passed, and whether it might, is decided again. Rules: CTR-6. */
const againstHand = (event: Called, moment: Moment): readonly CallDifference[] => {
  const ticket = findLive(moment.hall.tickets, event.ticket);
  if (ticket?.state !== 'waiting') return differ('ticket', event.ticket, 'not waiting');
  const choice = choiceByHand(moment, ticket);
  const passed = choice.protectedBy !== null && choice.protectedBy.place < ticket.place;
  return [
    ...differ('passed a protected ticket', null, passed ? choice.protectedBy?.id : null),
    ...againstChoice(event, choice),
  ];
};

/**
 * What is wrong with a recorded call; empty when the rule, asked again, makes the same one.
 * `hall` is the state just before it. Rules: PROOF-1.
 */
export const callDifferences = (
  hall: HallState,
  event: Called,
  at: Instant,
): readonly CallDifference[] => {
  const { day } = hall;
  if (!day?.open) return differ('day', 'open', 'not open');
  const counter = counterConfig(day, event.counter);
  if (!counter) return differ('counter', event.counter, 'no counter of the hall');
  const attempts = findLive(hall.tickets, event.ticket)?.attempts ?? 0;
  return [
    ...againstCounter(hall, event),
    ...differ('policy', event.policy, day.config.policy.kind),
    ...differ('attempt', event.attempt, attempts + 1),
    ...againstRule(event, { hall, day, counter, at }),
  ];
};
