/** What one event of the journal means for a ticket, with its reasons. Rules: PROOF-2. */

import type { ConfigInForce, FirstBy } from '@tingxu/contract/call-reasons';
import type { EventOf, HallEvent, JournalEntry } from '@tingxu/contract/events';
import type { ExplainedStep, LegTarget, StepOf } from '@tingxu/contract/explanation';
import type { TicketId } from '@tingxu/contract/ids';
import type { MissedRule } from '@tingxu/contract/missed-rule';
import { callReasons } from './explain-call.ts';
import { findLive } from './live-tickets.ts';
import { missedRuleOf, versionOf } from './missed-rule.ts';
import type { HallState, Ticket } from './state.ts';

/** An entry with the state just before it and the configuration in force. */
export type Seen<E extends HallEvent = HallEvent> = {
  readonly entry: JournalEntry & { readonly event: E };
  readonly before: HallState;
  readonly config: ConfigInForce;
};

const stamp = ({ entry: { seq, at, actor } }: Seen) => ({ seq, at, by: actor });

/** The steps of the ticket so far say what the state has forgotten. */
type Step<T extends HallEvent['type']> = (
  seen: Seen<EventOf<T>>,
  earlier: readonly ExplainedStep[],
) => ExplainedStep | null;

const ticketOf = ({ before, entry }: Seen): Ticket | undefined =>
  'ticket' in entry.event ? findLive(before.tickets, entry.event.ticket) : undefined;

const ruleOf = (seen: Seen): MissedRule | undefined => {
  const ticket = ticketOf(seen);
  return ticket && missedRuleOf(seen.before.day, ticket);
};

const issued: Step<'TicketIssued'> = (seen) => {
  const { lane, service, ahead, earlier, passOverCap, wait } = seen.entry.event;
  const { proof, further, preparing, preOpeningMs, noWorst, carried, laneReason } =
    seen.entry.event;
  return {
    ...{ kind: 'issued', ...stamp(seen), lane, service, ahead, earlier, passOverCap, wait },
    ...{ proof: proof ?? null, further: further ?? [] },
    ...{ preparing: preparing ?? false, preOpeningMs: preOpeningMs ?? 0 },
    ...(noWorst && { noWorst }),
    ...(laneReason && { laneReason }),
    ...(carried && { carried }),
  };
};

const checkedIn: Step<'BookingCheckedIn'> = (seen) => {
  const { booking } = seen.entry.event;
  const booked = seen.before.bookings.find((row) => row.booking === booking);
  const ticket = ticketOf(seen);
  if (!booked || !ticket) return null;
  const { waitFromAt } = ticket;
  return { kind: 'checked-in', ...stamp(seen), bookedAt: booked.startAt, waitFromAt };
};

/** Whether a step brought the ticket before every score. Rules: LEG-6. */
const putFirst = (step: ExplainedStep): FirstBy | null => {
  switch (step.kind) {
    case 'resumed':
      return step.first ? 'resumed' : null;
    case 'ready':
      return step.first ? 'form-corrected' : null;
    case 'transferred':
      return step.to?.first ? 'transferred' : null;
    case 'leg-finished':
      return step.to?.first ? 'next-service' : null;
    case 'released':
    case 'restored':
      return step.kind === 'released' || step.first ? step.kind : null;
    case 'returned':
      return step.first ? returnedFirst(step) : null;
    default:
      return null;
  }
};
const returnedFirst = ({ override }: StepOf<'returned'>): FirstBy =>
  override ? 'readmitted' : 'returned';

const firstByOf = (earlier: readonly ExplainedStep[]): FirstBy | null =>
  earlier.map(putFirst).findLast((found) => found !== null) ?? null;

const called: Step<'TicketCalled'> = (seen, earlier) => {
  const { before, config } = seen;
  const { event, at } = seen.entry;
  const reasons = callReasons(before, event, at, config);
  const { attempt, counter, staff } = event;
  if (!reasons) return null;
  const wentFirst = reasons.how === 'first' || reasons.within === 'first';
  const firstBy = wentFirst ? firstByOf(earlier) : null;
  return {
    ...{ kind: 'called', ...stamp(seen), attempt, counter, staff },
    reasons: { ...reasons, firstBy },
  };
};

const recalled: Step<'TicketRecalled'> = (seen) => {
  const { attempt, counter, staff, counted } = seen.entry.event;
  return {
    ...{ kind: 'recalled', ...stamp(seen), attempt, counter, staff, counted },
    sinceMs: seen.entry.at - (ticketOf(seen)?.call?.lastCountedAt ?? seen.entry.at),
    intervalMs: ruleOf(seen)?.intervalMs ?? 0,
  };
};

const missed: Step<'TicketMissed'> = (seen) => {
  const { at, event } = seen.entry;
  const { counter, staff, calls, validUntilAt, ruleVersion } = event;
  const { early, timer, toleranceCalls, returnsAt } = event;
  const ticket = ticketOf(seen);
  const rule = ruleOf(seen);
  if (!ticket || !rule) return null;
  return {
    ...{ kind: 'missed', ...stamp(seen), counter, staff, counted: calls },
    ...{ rule, validUntilAt, config: seen.config, ruleVersion: ruleVersion ?? versionOf(rule) },
    ...{ early: early ?? null, timer: timer ?? false },
    ...{ toleranceCalls: toleranceCalls ?? null, returnsAt: returnsAt ?? null },
    sinceFirstMs: at - (ticket.call?.firstAt ?? at),
    returns: ticket.returns,
  };
};

const returned: Step<'TicketReturned'> = (seen) => {
  const { hold, via, override, first, waitFromAt, ruleVersion, only } = seen.entry.event;
  const rule = ruleOf(seen);
  return {
    ...{ kind: 'returned', ...stamp(seen), hold, returns: (ticketOf(seen)?.returns ?? 0) + 1 },
    ...{ via: via ?? null, override: override ?? null, first: first ?? false },
    waitFromAt: waitFromAt ?? null,
    ruleVersion: ruleVersion ?? (rule ? versionOf(rule) : 1),
    ...(only && { only }),
  };
};

const transferred: Step<'TicketTransferred'> = (seen) => {
  const { counter, staff, serviceMs } = seen.entry.event;
  const ticket = ticketOf(seen);
  if (!ticket) return null;
  return {
    ...{ kind: 'transferred', ...stamp(seen), counter: counter ?? null, staff: staff ?? null },
    ...{ serviceMs: serviceMs ?? null, to: null },
    from: { service: ticket.service, lane: ticket.lane },
  };
};

const legFinished: Step<'LegFinished'> = (seen) => {
  const { counter, staff, serviceMs } = seen.entry.event;
  const ticket = ticketOf(seen);
  if (!ticket) return null;
  const { service } = ticket;
  return { kind: 'leg-finished', ...stamp(seen), counter, staff, service, serviceMs, to: null };
};

const resumed: Step<'TicketResumed'> = (seen, earlier) => {
  const parked = earlier.findLast(({ kind }) => kind === 'parked');
  const awayMs = parked ? seen.entry.at - parked.at : null;
  return { kind: 'resumed', ...stamp(seen), first: seen.entry.event.first, awayMs };
};

const laneChanged: Step<'LaneChanged'> = (seen) => {
  const { lane: to, reason } = seen.entry.event;
  const from = ticketOf(seen)?.lane ?? to;
  return { kind: 'lane-changed', ...stamp(seen), from, to, reason };
};

const documents: Step<'DocumentsChecked'> = (seen) => {
  const { service, missing } = seen.entry.event;
  const asked = seen.before.day?.config.services.find(({ id }) => id === service)?.documents ?? [];
  return {
    ...{ kind: 'documents', ...stamp(seen) },
    missing: missing.flatMap((position) => asked[position] ?? []),
  };
};

type Ended = StepOf<'ended'>;
const ended = (seen: Seen, reason: Ended['reason'], why: Ended['why'] = null): Ended => ({
  ...{ kind: 'ended', ...stamp(seen), reason, why },
});

/** Steps with reasons; every other event of the ticket is named. */
const STEPS: { readonly [T in HallEvent['type']]?: Step<T> } = {
  TicketIssued: issued,
  BookingCheckedIn: checkedIn,
  TicketCalled: called,
  TicketRecalled: recalled,
  ServiceStarted: (seen) => {
    const { counter, staff } = seen.entry.event;
    return { kind: 'started', ...stamp(seen), counter, staff };
  },
  ServiceFinished: (seen) => {
    const { counter, staff, serviceMs } = seen.entry.event;
    return { kind: 'finished', ...stamp(seen), counter, staff, serviceMs };
  },
  TicketMissed: missed,
  TicketReturned: returned,
  TicketEscorted: (seen) => ({
    ...{ kind: 'escorted', ...stamp(seen), counter: seen.entry.event.counter },
  }),
  SlipAsked: (seen) => {
    const { printer, copy } = seen.entry.event;
    return { kind: 'slip-asked', ...stamp(seen), printer, copy: copy ?? false };
  },
  SlipEnded: (seen) => {
    const { printer, outcome, why } = seen.entry.event;
    return { kind: 'slip-ended', ...stamp(seen), printer, outcome, why: why ?? null };
  },
  CallShown: (seen) => ({
    ...{ kind: 'shown', ...stamp(seen), attempt: seen.entry.event.attempt },
  }),
  SignShown: (seen) => {
    const { attempt, device, address } = seen.entry.event;
    return { kind: 'sign-shown', ...stamp(seen), attempt, device, address };
  },
  AnnouncementEnded: (seen) => {
    const { attempt, end, why } = seen.entry.event;
    return { kind: 'announced', ...stamp(seen), attempt, end, why: why ?? null };
  },
  TicketReleased: (seen) => {
    const { counter, staff, why } = seen.entry.event;
    return { kind: 'released', ...stamp(seen), counter, staff, why };
  },
  ServiceAdded: (seen) => {
    const { service, referral } = seen.entry.event;
    return { kind: 'service-added', ...stamp(seen), service, ...(referral && { referral }) };
  },
  ServiceRated: (seen) => {
    const { counter, score, channel } = seen.entry.event;
    return { kind: 'rated', ...stamp(seen), counter, score, channel };
  },
  LegFinished: legFinished,
  TicketTransferred: transferred,
  LaneChanged: laneChanged,
  TicketParked: (seen) => {
    const { counter, staff, untilAt, only } = seen.entry.event;
    return { kind: 'parked', ...stamp(seen), counter, staff, untilAt, only: only ?? null };
  },
  TicketResumed: resumed,
  TicketPreparing: (seen) => ({
    ...{ kind: 'preparing', ...stamp(seen), reason: seen.entry.event.reason ?? null },
  }),
  DocumentsChecked: documents,
  TicketSentBack: (seen) => {
    const { counter, staff, only } = seen.entry.event;
    return { kind: 'sent-back', ...stamp(seen), counter, staff, only: only ?? null };
  },
  TicketReady: (seen) => ({
    ...{ kind: 'ready', ...stamp(seen), first: ticketOf(seen)?.first ?? false },
  }),
  TicketRestored: (seen) => {
    const { state, place } = seen.entry.event;
    return { kind: 'restored', ...stamp(seen), state, first: place !== undefined };
  },
  TicketCarried: (seen) => {
    const { to, number } = seen.entry.event;
    return { kind: 'carried', ...stamp(seen), to, number };
  },
  TicketNotCarried: (seen) => ({ kind: 'not-carried', ...stamp(seen) }),
  TicketCancelled: (seen) => ended(seen, seen.entry.event.reason),
  TicketExpired: (seen) => ended(seen, 'no-show', seen.entry.event.why),
  TicketLeft: (seen) => ended(seen, seen.entry.event.reason, seen.entry.event.why),
};

const ownStep = (seen: Seen, earlier: readonly ExplainedStep[]): ExplainedStep => {
  const { event } = seen.entry;
  const explain = STEPS[event.type] as Step<HallEvent['type']> | undefined;
  return explain?.(seen, earlier) ?? { kind: 'other', ...stamp(seen), type: event.type };
};

/** What a call of another ticket did to this one. Rules: CALL-4. */
const passedStep = (seen: Seen, id: TicketId): ExplainedStep | null => {
  const { event } = seen.entry;
  if (event.type !== 'TicketCalled' || !event.passedOver.includes(id)) return null;
  const ticket = findLive(seen.before.tickets, id);
  const winner = findLive(seen.before.tickets, event.ticket);
  if (!ticket || !winner) return null;
  return {
    ...{ kind: 'passed-over', ...stamp(seen), counter: event.counter, staff: event.staff },
    ...{ winner: winner.number, winnerLane: winner.lane },
    ...{ times: ticket.passedOver + 1, passOverCap: ticket.passOverCap },
  };
};

/** Somebody went to those who had waited long, its holder among them. Rules: CARE-2. */
const caredStep = (seen: Seen, id: TicketId): ExplainedStep | null => {
  const { event } = seen.entry;
  const cared = event.type === 'CareAnswered' && event.tickets.includes(id);
  return cared ? { kind: 'cared', ...stamp(seen) } : null;
};

/** The end of one leg and the entry of the next are one step. Rules: LEG-2..LEG-4. */
const entered = (
  { service, lane, first, only, waitFromAt, stays }: EventOf<'LegEntered'>,
  steps: ExplainedStep[],
): boolean => {
  const last = steps.at(-1);
  if (last?.kind !== 'transferred' && last?.kind !== 'leg-finished') return false;
  const standing = { first, only: only ?? null, waitFromAt, stays: stays ?? null };
  const to: LegTarget = { service, lane, ...standing };
  steps.splice(-1, 1, { ...last, to });
  return true;
};

/**
 * Adds what an entry means for a ticket to its steps; null when it has nothing to do with it, or only
 * says where the last step leads.
 */
export const addStep = (steps: ExplainedStep[], seen: Seen, id: TicketId): ExplainedStep | null => {
  const { event } = seen.entry;
  const own = 'ticket' in event && event.ticket === id;
  if (own && event.type === 'LegEntered' && entered(event, steps)) return null;
  const step = own ? ownStep(seen, steps) : (passedStep(seen, id) ?? caredStep(seen, id));
  if (step) steps.push(step);
  return step;
};
