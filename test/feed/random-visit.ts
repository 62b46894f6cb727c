/** Random commands of visits of several services, of tickets set aside, and of bookings. */

import type { Chance } from '@tingxu/chance/chance';
import { BookingId } from '@tingxu/contract/appointments';
import type { HallCommand } from '@tingxu/contract/commands';
import { DeviceId } from '@tingxu/contract/devices';
import { allLive } from '@tingxu/hall/live-tickets';
import type { HallState, Ticket } from '@tingxu/hall/state';

type Maker = (hall: HallState, chance: Chance) => HallCommand | null;

const HALF_HOUR_MS = 1_800_000;

export const oneOf = <T>(rows: readonly T[], chance: Chance): T | null => {
  const [first, ...rest] = rows;
  return first === undefined ? null : chance.pick([first, ...rest]);
};
const someIn = (hall: HallState, chance: Chance, ...states: Ticket['state'][]): Ticket | null =>
  oneOf(
    allLive(hall.tickets).filter(({ state }) => states.includes(state)),
    chance,
  );
const someService = ({ day }: HallState, chance: Chance) =>
  oneOf(day?.config.services ?? [], chance)?.id;
const someLane = ({ day }: HallState, chance: Chance) => oneOf(day?.config.lanes ?? [], chance)?.id;
const yes = (chance: Chance): boolean => chance.next() < 0.5;

/** To another service, lane or counter; of a ticket at a counter, or one in line. */
const transfer: Maker = (hall, chance) => {
  const ticket = someIn(hall, chance, 'called', 'serving', 'waiting');
  const service = someService(hall, chance);
  const lane = someLane(hall, chance);
  const keeper = oneOf(hall.counters, chance)?.id;
  if (!ticket || !service || !lane || !keeper) return null;
  return {
    ...{ type: 'TransferTicket', ticket: ticket.id, keepWait: yes(chance), first: yes(chance) },
    ...(ticket.call && { counter: ticket.call.counter }),
    ...(yes(chance) && { service }),
    ...(yes(chance) && { lane }),
    ...(yes(chance) && { only: { counter: keeper } }),
  };
};

/** Away from the counter for a while, or with a wrong form. */
const setAside: Maker = (hall, chance) => {
  const ticket = someIn(hall, chance, 'called', 'serving');
  if (!ticket?.call) return null;
  const about = { ticket: ticket.id, counter: ticket.call.counter };
  const keepFor = chance.pick(['counter', 'staff'] as const);
  if (yes(chance)) return { type: 'SendBackTicket', ...about, keepFor };
  return { type: 'ParkTicket', ...about, ...(yes(chance) && { limitMs: 30_000 }) };
};

const backInLine: Maker = (hall, chance) => {
  const ticket = someIn(hall, chance, 'parked', 'preparing');
  if (!ticket) return null;
  const type = ticket.state === 'parked' ? 'ResumeTicket' : 'ReadyTicket';
  return { type, ticket: ticket.id };
};

const prepare: Maker = (hall, chance) => {
  const ticket = someIn(hall, chance, 'waiting');
  return ticket && { type: 'PrepareTicket', ticket: ticket.id, reason: 'forms-missing' };
};

const addService: Maker = (hall, chance) => {
  const ticket = someIn(hall, chance, 'waiting', 'called', 'serving', 'parked');
  const service = someService(hall, chance);
  return ticket && service
    ? { type: 'AddService', ticket: ticket.id, service, referral: 'product-interest' }
    : null;
};

const changeLane: Maker = (hall, chance) => {
  const ticket = someIn(hall, chance, 'waiting', 'preparing', 'parked');
  const lane = someLane(hall, chance);
  return ticket && lane
    ? { type: 'ChangeLane', ticket: ticket.id, lane, reason: 'needs-care' }
    : null;
};

const checkDocuments: Maker = (hall, chance) => {
  const ticket = someIn(hall, chance, 'waiting', 'called', 'serving', 'preparing');
  const missing = [chance.between(0, 2)].slice(0, chance.between(0, 1));
  return ticket && { type: 'CheckDocuments', ticket: ticket.id, service: ticket.service, missing };
};

/** Few references, so that they meet each other; near slots, so that some check in. */
const booking: Maker = (hall, chance) => {
  const service = someService(hall, chance);
  if (!hall.day || !service) return null;
  const id = BookingId.parse(String(chance.between(0, 9)).repeat(32));
  const known = oneOf(hall.bookings, chance)?.booking ?? id;
  const begins = Math.floor(hall.at / HALF_HOUR_MS) + chance.between(1, 4);
  const startAt = begins * HALF_HOUR_MS;
  const { businessDay } = hall.day;
  const slot = { businessDay, startAt, endAt: startAt + HALF_HOUR_MS };
  return chance.pick<HallCommand>([
    { type: 'MakeBooking', booking: id, service, slot },
    { type: 'MakeBooking', booking: id, service, slot },
    { type: 'MoveBooking', booking: known, slot },
    { type: 'CancelBooking', booking: known, reason: 'removed-by-staff' },
    { type: 'CheckIn', booking: known },
    { type: 'CheckIn', booking: known },
  ]);
};

/** Paper of any ticket: asked for, and what became of it. */
const slip: Maker = (hall, chance) => {
  const ticket = oneOf(allLive(hall.tickets), chance)?.id;
  if (!ticket) return null;
  return chance.pick<HallCommand>([
    { type: 'PrintSlip', ticket, printer: DeviceId.parse('p1') },
    { type: 'EndSlip', ticket, outcome: 'printed' },
    { type: 'EndSlip', ticket, outcome: 'not-printed', why: 'paper-out' },
    { type: 'NoteShown', ticket, attempt: 1 },
    { type: 'NoteSign', ticket, attempt: 1, device: DeviceId.parse('led'), address: 2 },
    { type: 'EndAnnouncement', ticket, attempt: 1, end: 'spoken' },
    { type: 'TurnQuiet', quiet: chance.pick([true, false]) },
  ]);
};

/** How often, beside what `random-command.ts` has. */
export const VISIT_MAKERS: readonly (readonly [number, Maker])[] = [
  [8, transfer],
  [8, setAside],
  [12, backInLine],
  [3, prepare],
  [3, addService],
  [3, changeLane],
  [8, booking],
  [3, checkDocuments],
  [4, slip],
];
