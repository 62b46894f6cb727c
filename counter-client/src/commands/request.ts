/** Actions of a teller as REST requests. Pure. */
import type { HallId } from '@tingxu/contract/ids';
import { CounterReply, TicketReply } from '@tingxu/contract/rest';
import type { SendCommand } from '@tingxu/feed-client/send-command';
import type { Action } from '../desk/action.ts';
import type { Station } from '../station.ts';

export type Reply = CounterReply | TicketReply;

export type Request = {
  readonly path: string;
  readonly body: unknown;
  readonly replySchema: SendCommand<Reply>['replySchema'];
};

const VERBS = { sendBack: 'send-back', park: 'park', transfer: 'transfer' } as const;

type Detailed = Extract<Action, { type: keyof typeof VERBS | 'return' }>;

/** What the command says besides the ticket. */
const detailsOf = ({ type: _type, ticket: _ticket, number: _number, ...details }: Detailed) =>
  details;

const walkUpOf = ({ type: _type, ...body }: Extract<Action, { type: 'walkUp' }>) => body;

export const requestOf = (hall: HallId, station: Station, action: Action): Request => {
  const root = `/api/v1/halls/${hall}`;
  const { counter, staff } = station;
  const atCounter = (verb: string, body: unknown = {}): Request => ({
    path: `${root}/counters/${counter}/${verb}`,
    body,
    replySchema: CounterReply,
  });
  const onTicket = (ticket: string, verb: string, body: unknown = { counter }): Request => ({
    path: `${root}/tickets/${ticket}/${verb}`,
    body,
    replySchema: TicketReply,
  });
  switch (action.type) {
    case 'open':
      return atCounter('open', { staff });
    case 'callNext':
      return atCounter('call-next');
    case 'pause':
      return atCounter('pause', { reason: action.reason });
    case 'resume':
    case 'close':
      return atCounter(action.type);
    case 'help':
      return atCounter('help', { kind: action.kind });
    case 'endHelp':
      return atCounter('help/end');
    case 'handOver':
      return atCounter('hand-over', { staff: action.staff });
    case 'walkUp':
      return atCounter('walk-up', walkUpOf(action));
    case 'callTicket':
      return atCounter('call-ticket', { ticket: action.ticket, reason: action.reason });
    case 'finish':
      return onTicket(action.ticket, 'finish', { counter, afterwards: action.afterwards });
    case 'recall':
    case 'start':
    case 'miss':
      return onTicket(action.ticket, action.type);
    case 'ready':
      return onTicket(action.ticket, action.type, {});
    case 'return':
      return onTicket(action.ticket, 'return', detailsOf(action));
    case 'prepare':
      return onTicket(action.ticket, 'prepare', { reason: 'forms-missing' });
    case 'resumeTicket':
      return onTicket(action.ticket, 'resume', {});
    case 'addService':
      return onTicket(action.ticket, 'services', {
        service: action.service,
        referral: action.referral,
      });
    case 'documents': {
      const { service, missing } = action;
      return onTicket(action.ticket, 'documents', { service, missing });
    }
    case 'sendBack':
    case 'park':
    case 'transfer':
      return onTicket(action.ticket, VERBS[action.type], { counter, ...detailsOf(action) });
    case 'cancel':
      return onTicket(action.ticket, 'cancel', { reason: action.reason });
    default:
      return action satisfies never;
  }
};
