/**
 * What a key of the desk does now, or why it does nothing. Pure: the hall decides in the end, this
 * spares hopeless tries and says the reason in words.
 */
import { MAX_FURTHER } from '@tingxu/contract/commands';
import type { TicketNumber } from '@tingxu/contract/ids';
import { awayTickets } from '../waiting/away-list.ts';
import { protectedFor } from '../waiting/expected-order.ts';
import { serviceOf } from '../waiting/waiting-list.ts';
import { type Action, type Intent, named } from './action.ts';
import { mainActions } from './loop.ts';
import { missGate } from './miss-gate.ts';
import { ownProfile, type Situation } from './situation.ts';

/** Units: whole seconds. */
export type Refusal =
  | {
      readonly kind:
        | 'offline'
        | 'day-closed'
        | 'taken'
        | 'closed'
        | 'paused'
        | 'no-ticket'
        | 'has-ticket'
        | 'not-called'
        | 'being-served'
        | 'nobody-away'
        | 'services-full'
        | 'no-documents'
        | 'walk-up-role';
    }
  | {
      readonly kind: 'calls-lacking';
      readonly counted: number;
      readonly needed: number;
      readonly seconds: number;
    }
  | { readonly kind: 'miss-in'; readonly seconds: number }
  | { readonly kind: 'protected'; readonly number: TicketNumber };

export type RefusalKind = Refusal['kind'];

export type Answer =
  | { readonly kind: 'do'; readonly actions: readonly Action[] }
  | { readonly kind: 'ask' }
  | { readonly kind: 'refused'; readonly why: Refusal };

const ASK: Answer = { kind: 'ask' };
const act = (...actions: readonly Action[]): Answer => ({ kind: 'do', actions });
const no = (
  why: Refusal | Exclude<RefusalKind, 'calls-lacking' | 'miss-in' | 'protected'>,
): Answer => ({
  kind: 'refused',
  why: typeof why === 'string' ? { kind: why } : why,
});

/** Why nothing at all can be done at this counter. */
const barred = ({ desk }: Situation): Answer | null => {
  if (desk.kind === 'taken') return no('taken');
  return desk.kind === 'day-closed' || desk.kind === 'unknown-counter' ? no('day-closed') : null;
};

/** Why the counter is not free for somebody new. */
const notFree = ({ desk }: Situation): Answer | null => {
  if (desk.kind === 'closed') return no('closed');
  if (desk.kind === 'paused') return no('paused');
  return desk.kind === 'idle' ? null : no('has-ticket');
};

const miss = ({ desk, at }: Situation): Answer => {
  if (desk.kind !== 'calling') return no(desk.kind === 'serving' ? 'not-called' : 'no-ticket');
  const { ticket } = desk;
  const gate = missGate(ticket, at);
  if (gate.kind === 'allowed') return act({ type: 'miss', ...named(ticket) });
  if (gate.kind === 'too-early') return no({ kind: 'miss-in', seconds: gate.seconds });
  const { countedCalls: counted, callsNeeded: needed } = ticket;
  return no({ kind: 'calls-lacking', counted, needed, seconds: gate.recallCountsIn });
};

/** A called customer whom nobody saw is not removed before they could be missed. Rules: END-2, END-4. */
const end = (now: Situation): Answer => {
  if (now.desk.kind === 'serving') return no('being-served');
  const missed = miss(now);
  return missed.kind === 'do' ? ASK : missed;
};

const walkUp = (now: Situation): Answer => {
  const busy = notFree(now);
  if (busy) return busy;
  if (!now.view.rules?.walkUpBy.includes('teller')) return no('walk-up-role');
  const counter = ownProfile(now);
  const first = counter && protectedFor({ view: now.view, counter, at: now.at });
  return first ? no({ kind: 'protected', number: first.number }) : ASK;
};

const withTicket = ({ desk }: Situation): Answer | null =>
  desk.kind === 'calling' || desk.kind === 'serving' ? null : no('no-ticket');

const freeToLeave = ({ desk }: Situation): Answer => {
  if (desk.kind === 'closed') return no('closed');
  return desk.kind === 'idle' || desk.kind === 'paused' ? ASK : no('has-ticket');
};

const addService = (now: Situation): Answer => {
  const { desk } = now;
  if (desk.kind !== 'calling' && desk.kind !== 'serving') return no('no-ticket');
  return desk.ticket.further.length >= MAX_FURTHER ? no('services-full') : ASK;
};

const documents = (now: Situation): Answer => {
  const { desk, view } = now;
  if (desk.kind !== 'calling' && desk.kind !== 'serving') return no('no-ticket');
  return serviceOf(view.profile, desk.ticket.service)?.documents ? ASK : no('no-documents');
};

const simple = (now: Situation, type: 'recall' | 'finish'): Answer => {
  const { desk } = now;
  if (desk.kind === 'serving' && type === 'recall') return no('not-called');
  if (desk.kind !== 'calling' && desk.kind !== 'serving') return no('no-ticket');
  return act({ type, ...named(desk.ticket) });
};

const possible = (intent: Exclude<Intent, 'main' | 'more' | 'keys'>, now: Situation): Answer => {
  const { desk, view } = now;
  switch (intent) {
    case 'recall':
    case 'finish':
      return simple(now, intent);
    case 'miss':
      return miss(now);
    case 'transfer':
    case 'park':
    case 'sendBack':
      return withTicket(now) ?? ASK;
    case 'addService':
      return addService(now);
    case 'documents':
      return documents(now);
    case 'end':
      return end(now);
    case 'away':
      return awayTickets(now).length === 0 ? no('nobody-away') : ASK;
    case 'ticket':
      return Object.keys(view.tickets).length === 0 ? no('nobody-away') : ASK;
    case 'walkUp':
      return walkUp(now);
    case 'help':
      return desk.kind === 'closed' ? no('closed') : ASK;
    case 'pause':
      return notFree(now) ?? ASK;
    case 'handOver':
    case 'close':
      return freeToLeave(now);
    default:
      return intent satisfies never;
  }
};

export const answerTo = (intent: Intent, now: Situation): Answer => {
  if (intent === 'keys' || intent === 'more') return ASK;
  if (intent === 'main') {
    const actions = mainActions(now);
    return actions.length > 0 ? { kind: 'do', actions } : (barred(now) ?? no('day-closed'));
  }
  const answer = barred(now) ?? possible(intent, now);
  // A dialog would be filled in from a picture that nobody confirms.
  return answer.kind === 'ask' && !now.live ? no('offline') : answer;
};
