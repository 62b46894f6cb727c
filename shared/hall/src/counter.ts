/** The life of a counter: open, paused, closed. Source: product.md 3 (H5), 2 (counter session). */
import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import type { CounterId, Instant, StaffId, TicketId } from '@tingxu/contract/ids';
import type { Actor } from '@tingxu/contract/roles';
import { accept, type Decision, reject } from './decision.ts';
import { counterOf, type Found, findCounter } from './lookup.ts';
import type { Counter, HallState } from './state.ts';

const counterWith = (hall: HallState, staff: StaffId): Counter | undefined =>
  hall.counters.find((counter) => counter.staff === staff);

/** Whether a teller acts for somebody else: a teller acts under the own number alone. Rules: CTR-1, CTR-4, CTR-9, CTR-13. */
export const isSomebodyElse = ({ role, staff: own }: Actor, ...whom: (StaffId | null)[]): boolean =>
  role === 'teller' && own !== undefined && !whom.includes(own);

/**
 * A teller signs in. One person is at one counter.
 * Rules: CTR-1.
 * Rejects: day-not-open, counter-unknown, sign-in-for-other, counter-already-open, staff-at-other-counter.
 */
export const decideOpenCounter = (
  hall: HallState,
  command: CommandOf<'OpenCounter'>,
  actor: Actor,
): Decision => {
  const found = findCounter(hall, command.counter);
  if (!found.ok) return found;
  if (isSomebodyElse(actor, command.staff)) return reject('sign-in-for-other');
  if (found.value.state !== 'closed') return reject('counter-already-open');
  const elsewhere = counterWith(hall, command.staff);
  if (elsewhere) return reject('staff-at-other-counter', { state: elsewhere.id });
  return accept({ type: 'CounterOpened', counter: command.counter, staff: command.staff });
};

/** A counter in service with nobody at it. Rejects: counter-closed, counter-busy. */
const freeCounter = (
  hall: HallState,
  id: CounterId,
): Found<Pick<Counter, 'state' | 'help'> & { readonly staff: StaffId }> => {
  const found = findCounter(hall, id);
  if (!found.ok) return found;
  const { state, staff, ticket, help } = found.value;
  if (state === 'closed' || staff === null) return reject('counter-closed');
  if (ticket !== null) return reject('counter-busy', { state: ticket });
  return { ok: true, value: { state, staff, help } };
};

/**
 * Leaves service with a reason, once its ticket has ended.
 * Rules: CTR-2, CTR-3. Rejects: day-not-open, counter-unknown, counter-closed, counter-busy, counter-paused.
 */
export const decidePauseCounter = (
  hall: HallState,
  command: CommandOf<'PauseCounter'>,
): Decision => {
  const free = freeCounter(hall, command.counter);
  if (!free.ok) return free;
  if (free.value.state === 'paused') return reject('counter-paused');
  const { counter, reason } = command;
  return accept({ type: 'CounterPaused', counter, staff: free.value.staff, reason });
};

/** Rules: CTR-3. Rejects: day-not-open, counter-unknown, counter-closed, counter-not-paused. */
export const decideResumeCounter = (
  hall: HallState,
  command: CommandOf<'ResumeCounter'>,
): Decision => {
  const free = freeCounter(hall, command.counter);
  if (!free.ok) return free;
  if (free.value.state !== 'paused') return reject('counter-not-paused');
  return accept({ type: 'CounterResumed', counter: command.counter, staff: free.value.staff });
};

/** Rules: CTR-2. Rejects: day-not-open, counter-unknown, counter-closed, counter-busy. */
export const decideCloseCounter = (
  hall: HallState,
  command: CommandOf<'CloseCounter'>,
): Decision => {
  const free = freeCounter(hall, command.counter);
  if (!free.ok) return free;
  return accept({ type: 'CounterClosed', counter: command.counter, staff: free.value.staff });
};

/**
 * Another teller takes over without the counter closing: one session ends, the next begins.
 * Rules: CTR-1, CTR-2, CTR-4, CTR-9.
 * Rejects: day-not-open, counter-unknown, counter-closed, counter-busy, sign-in-for-other,
 * staff-at-other-counter.
 */
export const decideHandOverCounter = (
  hall: HallState,
  command: CommandOf<'HandOverCounter'>,
  actor: Actor,
): Decision => {
  const { counter, staff } = command;
  const free = freeCounter(hall, counter);
  if (!free.ok) return free;
  if (isSomebodyElse(actor, staff, free.value.staff)) return reject('sign-in-for-other');
  const elsewhere = counterWith(hall, staff);
  if (elsewhere) return reject('staff-at-other-counter', { state: elsewhere.id });
  return accept(
    {
      ...{ type: 'CounterClosed', counter, staff: free.value.staff, why: 'handover' },
      ...(free.value.help !== null && { helpStays: true }),
    },
    { type: 'CounterOpened', counter, staff },
  );
};

type CounterEvent = EventOf<'CounterOpened' | 'CounterPaused' | 'CounterResumed' | 'CounterClosed'>;

const NO_HELP: Partial<Counter> = { help: null };

/** What the events of a counter's life leave it in. */
const stateAfter = (event: CounterEvent): Partial<Counter> => {
  switch (event.type) {
    case 'CounterOpened':
      return { state: 'open', staff: event.staff };
    case 'CounterPaused':
      return { state: 'paused', pauseReason: event.reason };
    case 'CounterResumed':
      return { state: 'open', pauseReason: null };
    case 'CounterClosed':
      return { state: 'closed', staff: null, pauseReason: null, ...(!event.helpStays && NO_HELP) };
    default:
      return event satisfies never;
  }
};

/** Replaces some members of a counter. */
export const changeCounter = (
  hall: HallState,
  id: CounterId,
  more: Partial<Counter>,
): HallState => {
  const counter = counterOf(hall, id);
  if (!counter) return hall;
  const position = hall.counters.indexOf(counter);
  return { ...hall, counters: hall.counters.with(position, { ...counter, ...more }) };
};

export const evolveCounter = (hall: HallState, event: CounterEvent, at: Instant): HallState =>
  changeCounter(hall, event.counter, { ...stateAfter(event), sinceAt: at });

/** Puts a ticket at a counter, or takes it away (null). */
export const occupyCounter = (
  hall: HallState,
  counter: CounterId,
  ticket: TicketId | null,
  at: Instant,
): HallState => changeCounter(hall, counter, { ticket, sinceAt: at });
