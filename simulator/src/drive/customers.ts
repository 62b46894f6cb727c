/** What a customer does: takes a ticket, gives up, comes back after a missed call. */
import type { CustomerPlan } from '../model/scenario.ts';
import { insist } from './counters.ts';
import { ask, note, type Stage, schedule, type Visit } from './stage.ts';

const wait = (stage: Stage, visit: Visit): void => {
  visit.state = 'waiting';
  stage.waiting.add(visit);
  schedule(stage, stage.now + visit.plan.patienceMs, {
    type: 'give-up',
    visit,
    round: visit.round,
  });
};

export const arrive = async (stage: Stage, plan: CustomerPlan): Promise<void> => {
  const { service, lane } = plan;
  const answer = await ask(stage, { type: 'IssueTicket', service, lane });
  if (!answer.ok) {
    note(stage, { type: 'refused', at: stage.now, command: 'IssueTicket', code: answer.code });
    return;
  }
  const { ticket, told } = answer;
  if (!ticket || !told) throw new Error('an issue was answered without a ticket');
  note(stage, {
    type: 'issued',
    at: stage.now,
    ticket: ticket.id,
    number: ticket.number,
    customer: plan.key,
    lane,
    service,
    ...told,
  });
  const visit: Visit = { plan, ticket: ticket.id, state: 'waiting', round: 0 };
  stage.visits.set(ticket.id, visit);
  wait(stage, visit);
};

export const giveUp = async (stage: Stage, visit: Visit, round: number): Promise<void> => {
  if (visit.state !== 'waiting' || visit.round !== round) return;
  stage.waiting.delete(visit);
  visit.state = 'gone';
  const { ticket } = visit;
  const reason = 'cancelled-by-customer';
  if (await insist(stage, { type: 'CancelTicket', ticket, reason })) {
    note(stage, { type: 'cancelled', at: stage.now, ticket });
  }
};

/** Who comes back too late is told so; that is no fault of the hall. */
export const comeBack = async (stage: Stage, visit: Visit): Promise<void> => {
  const { ticket } = visit;
  const answer = await ask(stage, { type: 'ReturnTicket', ticket });
  if (answer.ok) {
    note(stage, { type: 'returned', at: stage.now, ticket });
    visit.round += 1;
    wait(stage, visit);
    return;
  }
  if (answer.code !== 'return-expired' && answer.code !== 'ticket-ended') {
    note(stage, { type: 'refused', at: stage.now, command: 'ReturnTicket', code: answer.code });
  }
};
