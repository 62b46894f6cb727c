/**
 * The demo hall moves: three of its counters call, serve and finish, and now and then somebody comes, so that
 * whoever looks for the first time sees a hall at work. Calm enough that a number that a newcomer has just
 * taken is still in line minutes later, and gone from a counter for good as soon as somebody has
 * signed in for it. What is done are commands of the hall like those of everybody. Only where the settings have the demo
 * hall, which keeps to a data folder of its own: a bank's hall never moves by itself, whatever its id.
 */
import type { BusinessDay, Instant } from '@tingxu/contract/ids';
import { StaffId } from '@tingxu/contract/ids';
import { decide } from '@tingxu/hall/decide';
import { allLive, findLive } from '@tingxu/hall/live-tickets';
import { counterOf } from '@tingxu/hall/lookup';
import type { Counter, HallState, Ticket } from '@tingxu/hall/state';
import { isNobodys } from '../identity/at-counter.ts';
import type { Identity } from '../identity/identity.ts';
import type { Clock } from '../runtime/clock.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';
import { type Act, ARRIVALS } from './demo-script.ts';
import { perform } from './seed-demo.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** Those with tellers in the morning, but the first, where a newcomer begins; together they take every service. */
const COUNTERS = ['2', '3', '5'] as const;
const staffOf = (counter: string): StaffId => StaffId.parse(`t0${counter}`);

/** How often it looks. Units: ms. */
const LOOK_MS = 2 * SECOND_MS;
/** Nobody is called earlier after the number was taken: it stays to be followed, and to be called by hand. */
const IN_LINE_MS = 4 * MINUTE_MS;
/** Between two calls: as long as the eye and the loudspeaker need. */
const BETWEEN_CALLS_MS = 30 * SECOND_MS;
/** A counter rests so long after a customer. */
const REST_MS = 20 * SECOND_MS;
/** From the call to the counter. */
const WALK_MS = 15 * SECOND_MS;
/** Nobody comes while so many wait for a service, or in all. */
const MOST = { service: 3, hall: 9 } as const;

/** What it remembers of itself. */
export type Pulse = {
  readonly calledAt: Instant;
  readonly cameAt: Instant;
  /** The last day on which its counters were opened. */
  readonly opened: BusinessDay | null;
};

/** Different for each number and the same for ever: nobody throws dice here. Units: ms. */
const spread = (nth: number, from: number, span: number): number =>
  from + ((nth * 37) % 100) * (span / 100);

const serviceMs = (ticket: Ticket): number =>
  spread(Number(ticket.id.slice(-4)), 100 * SECOND_MS, 140 * SECOND_MS);
const gapMs = ({ issued }: HallState): number => spread(issued, 35 * SECOND_MS, 50 * SECOND_MS);

/** Whether the one whom the rule would call there has been in line long enough. */
const isToCall = (hall: HallState, { id }: Counter, now: Instant): boolean => {
  const actor = { role: 'teller', staff: staffOf(id) } as const;
  const decision = decide(hall, { type: 'CallNext', counter: id }, { at: now, actor });
  if (!decision.ok) return false;
  const called = decision.events.find((event) => event.type === 'TicketCalled');
  const ticket = called && findLive(hall.tickets, called.ticket);
  return ticket !== undefined && now - ticket.issuedAt >= IN_LINE_MS;
};

const atCounter = (hall: HallState, counter: Counter, now: Instant, pulse: Pulse): Act | null => {
  const { id, ticket: held, sinceAt, state } = counter;
  if (state !== 'open') return null;
  const ticket = held === null ? undefined : findLive(hall.tickets, held);
  if (ticket?.state === 'called') {
    const since = ticket.call?.lastAt ?? now;
    return now - since >= WALK_MS ? { act: 'start', counter: id } : null;
  }
  if (ticket?.state === 'serving') {
    const since = ticket.startedAt ?? now;
    return now - since >= serviceMs(ticket) ? { act: 'finish', counter: id } : null;
  }
  const rested = now - sinceAt >= REST_MS && now - pulse.calledAt >= BETWEEN_CALLS_MS;
  return rested && isToCall(hall, counter, now) ? { act: 'call', counter: id } : null;
};

/** Whoever comes next, by the hall's own story; null while nobody does. */
const arrival = (hall: HallState, now: Instant, { cameAt }: Pulse): Act | null => {
  if (now - cameAt < gapMs(hall)) return null;
  const waiting = allLive(hall.tickets).filter(({ state }) => state === 'waiting');
  if (waiting.length >= MOST.hall) return null;
  for (let nth = 0; nth < ARRIVALS.length; nth += 1) {
    const [, service = '', lane = ''] = ARRIVALS[(hall.issued + nth) % ARRIVALS.length] ?? [];
    const alike = waiting.filter((ticket) => ticket.service === service);
    if (alike.length < MOST.service) return { act: 'issue', service, lane };
  }
  return null;
};

/** What is to be done now, by the hall as it stands. */
export const actsOf = (
  hall: HallState,
  now: Instant,
  pulse: Pulse,
  isFree: Beating['isFree'],
): readonly Act[] => {
  const { day } = hall;
  if (!day?.open) return [];
  const free = COUNTERS.filter((id) => isFree(staffOf(id)));
  const rows = free.flatMap((id) => counterOf(hall, id as Counter['id']) ?? []);
  if (pulse.opened !== day.businessDay) {
    const closed = rows.filter(({ state }) => state === 'closed');
    if (closed.length > 0) {
      return closed.map(({ id }) => ({ act: 'open', counter: id, staff: staffOf(id) }));
    }
  }
  const own = rows.filter(({ id, staff }) => staff === staffOf(id));
  // One call at a time: the others look again in a moment.
  const acts = own.flatMap((counter) => atCounter(hall, counter, now, pulse) ?? []);
  const call = acts.find(({ act }) => act === 'call');
  const others = acts.filter(({ act }) => act !== 'call');
  const coming = arrival(hall, now, pulse);
  return [...others, ...(call ? [call] : []), ...(coming ? [coming] : [])];
};

const pulseAfter = (pulse: Pulse, act: Act, now: Instant): Pulse => {
  if (act.act === 'call') return { ...pulse, calledAt: now };
  return act.act === 'issue' ? { ...pulse, cameAt: now } : pulse;
};

type Beating = {
  readonly runtime: HallRuntime;
  readonly clock: Pick<Clock, 'now'>;
  /** Whether nobody has ever signed in as this teller. */
  readonly isFree: (staff: StaffId) => boolean;
};

export type HallWithPulse = Omit<Beating, 'isFree'> & {
  readonly identity: Identity;
  readonly log: { readonly warn: (about: object, text: string) => void };
};

/** One look at the hall, and what is done about it. */
export function pulseOf({ runtime, clock, isFree }: Beating): () => Promise<void> {
  const startedAt = clock.now();
  let pulse: Pulse = { calledAt: startedAt, cameAt: startedAt, opened: null };
  return async () => {
    const { day } = runtime.state();
    for (const act of actsOf(runtime.state(), clock.now(), pulse, isFree)) {
      await perform(runtime, act);
      pulse = pulseAfter(pulse, act, clock.now());
    }
    pulse = { ...pulse, opened: day?.open ? day.businessDay : pulse.opened };
  };
}

/** From now on, until the way to stop that it gives is taken. */
export function keepPulse({ identity, log, ...parts }: HallWithPulse): () => void {
  const beat = pulseOf({ ...parts, isFree: (staff) => isNobodys(identity, staff) });
  let isActing = false;
  let isOver = false;
  let isFailing = false;
  const look = async (): Promise<void> => {
    if (isActing) return;
    isActing = true;
    try {
      await beat();
      isFailing = false;
    } catch (err) {
      // A hall that cannot write is told of by itself, and one that stops has nothing to tell.
      if (!isFailing && !isOver) log.warn({ err }, 'the demo hall stands still');
      isFailing = true;
    }
    isActing = false;
  };
  const beating = setInterval(() => void look(), LOOK_MS);
  beating.unref();
  return () => {
    isOver = true;
    clearInterval(beating);
  };
}
