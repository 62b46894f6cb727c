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
    case 'recall':
    case 'start':
    case 'finish':
    case 'miss':
      return onTicket(action.ticket, action.type);
    case 'return':
      return onTicket(action.ticket, 'return', {});
    case 'cancel':
      return onTicket(action.ticket, 'cancel', { reason: action.reason });
    default:
      return action satisfies never;
  }
};
