/** One ticket with its legs, calls and trail, from the read tables: the answer to a dispute. Source: H44. */
import type { JournalEntry } from '@tingxu/contract/events';
import type { BusinessDay, TicketRef } from '@tingxu/contract/ids';
import type { CallAttempt, Leg, TicketDetail, TrailEntry } from '@tingxu/contract/rest';
import { type Role, STAFF_ROLES } from '@tingxu/contract/roles';
import { type LegWait, legWaits } from '@tingxu/hall/leg-waits';
import { outlookOf } from '@tingxu/hall/phone-view';
import { type ZoneTime, zoneTime } from '../day/zone-time.ts';
import type { CallAttemptRecord, LegRecord, TicketRecord } from '../journal/schema.ts';
import type { HostedHall } from './hosting.ts';
import { RequestProblem } from './problem.ts';
import { waitSeconds } from './tell-ticket.ts';

type Time = ZoneTime['restTime'];

/** What the journal has of all legs of a ticket. */
type OfLegs = {
  readonly calls: readonly CallAttemptRecord[];
  readonly waits: readonly (LegWait | null)[];
};

const orNull = (time: Time, at: number | null) => (at === null ? null : time(at));

const callOf = (time: Time, call: CallAttemptRecord): CallAttempt => ({
  attempt: call.attempt,
  at: time(call.at),
  counter: call.counterId,
  staff: call.staffId,
  counted: call.counted,
  policy: call.policy,
  ruleVersion: call.ruleVersion,
  score: call.score,
  passedOver: [...call.passedOver],
  protectedBy: call.protectedBy,
  chosen: call.chosen,
});

const waitOf = (time: Time, wait: LegWait | null | undefined): Leg['wait'] =>
  wait ? { from: time(wait.from), to: orNull(time, wait.to), called: wait.called } : null;

const legOf = (time: Time, leg: LegRecord, { calls, waits }: OfLegs): Leg => ({
  index: leg.legIndex,
  service: leg.serviceId,
  lane: leg.laneId,
  enteredAt: time(leg.enteredAt),
  calls: calls.filter((call) => call.legIndex === leg.legIndex).map((call) => callOf(time, call)),
  startedAt: orNull(time, leg.startedAt),
  endedAt: orNull(time, leg.endedAt),
  endReason: leg.endReason,
  wait: waitOf(time, waits[leg.legIndex]),
});

const trailOf = (time: Time, { seq, at, actor, event }: JournalEntry): TrailEntry => {
  const { type, ...data } = event;
  return { seq, at: time(at), type, by: actor, data };
};

/** Whoever holds the ticket of a day before must find the new number, so this is for everybody. */
const successorIn = (trail: readonly JournalEntry[]): TicketDetail['goesOnAs'] => {
  for (const { event } of trail) {
    if (event.type === 'TicketCarried') return { id: event.to, number: event.number };
  }
  return undefined;
};

const rowOf = (hall: HostedHall, ref: TicketRef, day: BusinessDay | undefined): TicketRecord => {
  const row = hall.journal.ticketRow(ref, day);
  if (!row) throw new RequestProblem('ticket-unknown');
  return row;
};

/** For staff, who tell it to whoever asks. */
const outlookIn = (hall: HostedHall, ticket: TicketRecord): TicketDetail['outlook'] => {
  const outlook = outlookOf(hall.runtime.state(), ticket.id);
  return outlook ? { ...outlook, wait: waitSeconds(outlook.wait) } : undefined;
};

/** What a customer said of a colleague is for supervisors alone. Rules: RATE-4. */
const forRole =
  (role: Role) =>
  ({ event }: JournalEntry): boolean =>
    event.type !== 'ServiceRated' || role === 'supervisor';

/** Calls and trail name staff, so they are for staff only. Rejects: ticket-unknown. */
export function ticketDetail(
  hall: HostedHall,
  ref: TicketRef,
  role: Role,
  day: BusinessDay | undefined,
): TicketDetail {
  const row = rowOf(hall, ref, day);
  const forStaff = STAFF_ROLES.includes(role);
  const { zone } = hall.runtime.state().day?.config ?? hall.config;
  const time = zoneTime(zone).restTime;
  const calls = forStaff ? hall.journal.callAttempts(row.id) : [];
  const trail = hall.journal.ticketTrail(row.id);
  const waits = legWaits(trail);
  const goesOnAs = successorIn(trail);
  const outlook = forStaff ? outlookIn(hall, row) : undefined;
  return {
    ticket: {
      id: row.id,
      number: row.number,
      hall: hall.runtime.hall,
      businessDay: row.businessDay,
      lane: row.laneId,
      service: row.serviceId,
      state: row.state,
      counter: row.counterId,
      issuedAt: time(row.issuedAt),
      endedAt: orNull(time, row.endedAt),
      endReason: row.endReason,
    },
    legs: hall.journal.legs(row.id).map((leg) => legOf(time, leg, { calls, waits })),
    ...(goesOnAs && { goesOnAs }),
    ...(outlook && { outlook }),
    trail: forStaff ? trail.filter(forRole(role)).map((entry) => trailOf(time, entry)) : [],
  };
}
