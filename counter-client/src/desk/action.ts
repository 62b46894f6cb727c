/** What a teller may do, and when. Pure: the hall decides in the end, this spares hopeless tries. */
import type { CancelReason, PauseReason } from '@tingxu/contract/commands';
import type { Instant, TicketId, TicketNumber } from '@tingxu/contract/ids';
import type { Desk } from './desk.ts';
import { missGate } from './miss-gate.ts';

/** A ticket as a command names it and as the outcome tells it. */
export type Named = { readonly ticket: TicketId; readonly number: TicketNumber };

export type Action =
  | { readonly type: 'open' | 'resume' | 'close' | 'callNext' }
  | { readonly type: 'pause'; readonly reason: PauseReason }
  | (Named & { readonly type: 'recall' | 'start' | 'finish' | 'miss' | 'return' })
  | (Named & { readonly type: 'cancel'; readonly reason: CancelReason });

export type ActionType = Action['type'];

/** What a key or a button at the desk asks for. `main` is the usual loop. */
export type Intent = 'main' | 'recall' | 'miss' | 'finish' | 'pause' | 'close' | 'keys';

/** The commands of the usual loop, in order; none where the loop cannot go on. */
export const mainActions = (desk: Desk, autoNext: boolean): readonly Action[] => {
  switch (desk.kind) {
    case 'closed':
      return [{ type: 'open' }];
    case 'idle':
      return [{ type: 'callNext' }];
    case 'calling':
      return [{ type: 'start', ...named(desk.ticket) }];
    case 'serving': {
      const finish: Action = { type: 'finish', ...named(desk.ticket) };
      return autoNext ? [finish, { type: 'callNext' }] : [finish];
    }
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

/** The commands of the other keys; `ask` opens a dialog first, null means that it is not possible now. */
export const otherActions = (
  intent: Exclude<Intent, 'main'>,
  desk: Desk,
  at: Instant,
): readonly Action[] | 'ask' | null => {
  const calling = desk.kind === 'calling' ? desk.ticket : null;
  switch (intent) {
    case 'recall':
      return calling && [{ type: 'recall', ...named(calling) }];
    case 'miss': {
      const allowed = calling && missGate(calling, at).kind === 'allowed';
      return allowed ? [{ type: 'miss', ...named(calling) }] : null;
    }
    case 'finish': {
      const ticket = desk.kind === 'serving' ? desk.ticket : calling;
      return ticket && [{ type: 'finish', ...named(ticket) }];
    }
    case 'pause':
      return desk.kind === 'idle' ? 'ask' : null;
    case 'close':
      return desk.kind === 'idle' || desk.kind === 'paused' ? 'ask' : null;
    case 'keys':
      return 'ask';
    default:
      return intent satisfies never;
  }
};

export const named = ({ ticket, number }: Named): Named => ({ ticket, number });
