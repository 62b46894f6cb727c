/** Customers' days as figures count them: from the record, and from the evidence of a replay. */
import type { TicketId } from '@tingxu/contract/ids';
import type { Evidence, TicketEvidence } from '../evidence/evidence.ts';
import { standings } from '../evidence/fairness-checks.ts';
import { recordedPassOvers } from '../record/pass-overs.ts';
import { presences } from '../record/presence.ts';
import type { RecordedDay } from '../record/recorded-day.ts';
import type { Outcome } from './figures.ts';

export const recordedOutcomes = ({ customers }: RecordedDay): readonly Outcome[] => {
  const skills = new Map(presences(customers).map((one) => [one.counter, one.skills]));
  const passedOver = recordedPassOvers(customers, skills);
  return customers.map(({ lane, served, waitMs }, index) => ({
    lane,
    end: served ? 'served' : 'gave-up',
    waitMs,
    passedOver: passedOver[index] ?? 0,
    told: null,
    firstCallMs: null,
  }));
};

const callsOf = ({ trail }: TicketEvidence): readonly number[] =>
  trail.flatMap(({ at, event }) => (event.type === 'TicketCalled' ? [at] : []));

const endOf = ({ ticket }: TicketEvidence): Outcome['end'] => {
  if (ticket.endReason === 'served') return 'served';
  return ticket.endReason === 'cancelled-by-customer' ? 'gave-up' : 'no-show';
};

export const measuredOutcomes = (evidence: Evidence): readonly Outcome[] => {
  const issued = new Map(
    evidence.log.flatMap((one) => (one.type === 'issued' ? [[one.ticket, one] as const] : [])),
  );
  const passedOver = standings(evidence);
  const outcomeOf = (one: TicketEvidence): Outcome[] => {
    const id: TicketId = one.ticket.id;
    const told = issued.get(id);
    if (!told) return [];
    const calls = callsOf(one);
    const end = endOf(one);
    const last = end === 'gave-up' ? one.trail.at(-1)?.at : calls.at(-1);
    const [first] = calls;
    return [
      {
        lane: told.lane,
        end,
        waitMs: (last ?? told.at) - told.at,
        passedOver: passedOver.get(id)?.passedOver ?? 0,
        told: told.wait,
        firstCallMs: first === undefined ? null : first - told.at,
      },
    ];
  };
  return evidence.tickets.flatMap(outcomeOf);
};
