/** The usual loop, one key: open, call, start, finish. Pure. */
import { type Action, named } from './action.ts';
import type { WithTicket } from './desk.ts';
import { followUp } from './follow-up.ts';
import type { Situation } from './situation.ts';

/** The counter calls by itself after a service, whatever the teller wants. Rules: CTR-5. */
export const callsByItself = ({ view, station }: Situation): boolean =>
  view.rules?.autoCall.includes(station.counter) ?? false;

/** Whether somebody else is called when the service at hand is done. */
export const nextFollows = (now: Situation): boolean => {
  const { desk, autoNext } = now;
  if (desk.kind !== 'serving' || followUp(now, desk.ticket)?.stays) return false;
  return autoNext || callsByItself(now);
};

const finishing = (now: Situation, { ticket }: WithTicket): readonly Action[] => {
  const finish: Action = { type: 'finish', ...named(ticket) };
  return nextFollows(now) && !callsByItself(now) ? [finish, { type: 'callNext' }] : [finish];
};

/** The commands of the loop, in order; none where it cannot go on. */
export const mainActions = (now: Situation): readonly Action[] => {
  const { desk } = now;
  switch (desk.kind) {
    case 'closed':
      return [{ type: 'open' }];
    case 'idle':
      return [{ type: 'callNext' }];
    case 'calling':
      return [{ type: 'start', ...named(desk.ticket) }];
    case 'serving':
      return finishing(now, desk);
    case 'paused':
      return [{ type: 'resume' }];
    case 'taken':
    case 'day-closed':
    case 'unknown-counter':
      return [];
    default:
      return desk satisfies never;
  }
};
