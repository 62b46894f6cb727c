/** What staff may do from the monitor, as REST requests. Pure. */
import type { CancelReason } from '@tingxu/contract/commands';
import type { HallId, TicketId, TicketNumber } from '@tingxu/contract/ids';
import { DayReply, TicketReply } from '@tingxu/contract/rest';
import type { SendCommand } from '@tingxu/feed-client/send-command';

/** A ticket as a command names it and as the outcome tells it. */
export type Named = { readonly ticket: TicketId; readonly number: TicketNumber };

export type Action =
  | { readonly type: 'openDay' | 'closeDay' }
  | (Named & { readonly type: 'return' })
  | (Named & { readonly type: 'cancel'; readonly reason: CancelReason });

export type Reply = TicketReply | DayReply;

export type Request = {
  readonly path: string;
  readonly body: unknown;
  readonly replySchema: SendCommand<Reply>['replySchema'];
};

export const requestOf = (hall: HallId, action: Action): Request => {
  const root = `/api/v1/halls/${hall}`;
  switch (action.type) {
    case 'openDay':
      return { path: `${root}/day/open`, body: {}, replySchema: DayReply };
    case 'closeDay':
      return { path: `${root}/day/close`, body: { remaining: 'refuse' }, replySchema: DayReply };
    case 'return':
      return {
        path: `${root}/tickets/${action.ticket}/return`,
        body: {},
        replySchema: TicketReply,
      };
    case 'cancel': {
      const { ticket, reason } = action;
      return {
        path: `${root}/tickets/${ticket}/cancel`,
        body: { reason },
        replySchema: TicketReply,
      };
    }
    default:
      return action satisfies never;
  }
};
