/** What may be sent of visits of several services, of tickets set aside, and of bookings; often refused. */
import { allLive } from '@tingxu/hall/live-tickets';
import type { HallState } from '@tingxu/hall/state';

type Kind = { readonly weight: number; readonly command: unknown };
type About = { readonly counter: string | undefined; readonly ticket: string };

const HALF_HOUR_MS = 1_800_000;
const ABSENT = '20261123-9999';

/** Few references, so that they meet each other; near slots, so that some check in. */
const bookingKinds = (hall: HallState, random: () => number): readonly Kind[] => {
  const booking = String(Math.floor(random() * 10)).repeat(32);
  const known = hall.bookings[Math.floor(random() * hall.bookings.length)]?.booking ?? booking;
  const startAt =
    (Math.floor(hall.at / HALF_HOUR_MS) + 1 + Math.floor(random() * 3)) * HALF_HOUR_MS;
  const businessDay = hall.day?.businessDay;
  const slot = { businessDay, startAt, endAt: startAt + HALF_HOUR_MS };
  if (!businessDay) return [];
  return [
    { weight: 2, command: { type: 'MakeBooking', booking, service: 'cash', slot } },
    { weight: 0.5, command: { type: 'MoveBooking', booking: known, slot } },
    {
      weight: 0.5,
      command: { type: 'CancelBooking', booking: known, reason: 'cancelled-by-customer' },
    },
    { weight: 2, command: { type: 'CheckIn', booking: known } },
  ];
};

export const visitKinds = (
  hall: HallState,
  random: () => number,
  { counter, ticket }: About,
): readonly Kind[] => {
  const idIn = (...states: readonly string[]): string => {
    const known = allLive(hall.tickets).filter(({ state }) => states.includes(state));
    return known[Math.floor(random() * known.length)]?.id ?? ABSENT;
  };
  const here = { ticket, counter };
  const how = { keepWait: random() < 0.5, first: random() < 0.5 };
  const only = { counter };
  return [
    {
      weight: 1,
      command: { type: 'IssueTicket', service: 'cash', lane: 'normal', further: ['open'] },
    },
    {
      weight: 0.5,
      command: { type: 'IssueTicket', service: 'open', lane: 'normal', preparing: true },
    },
    { weight: 1, command: { type: 'TransferTicket', ...here, ...how, service: 'open' } },
    { weight: 1, command: { type: 'TransferTicket', ...here, ...how, only } },
    {
      weight: 0.5,
      command: { type: 'TransferTicket', ticket: idIn('waiting'), ...how, lane: 'normal' },
    },
    { weight: 1, command: { type: 'ParkTicket', ...here, keepFor: 'counter' } },
    { weight: 0.5, command: { type: 'ParkTicket', ...here, limitMs: 30_000 } },
    { weight: 1, command: { type: 'ResumeTicket', ticket: idIn('parked') } },
    { weight: 1, command: { type: 'SendBackTicket', ...here } },
    {
      weight: 0.5,
      command: { type: 'PrepareTicket', ticket: idIn('waiting'), reason: 'forms-missing' },
    },
    { weight: 1.5, command: { type: 'ReadyTicket', ticket: idIn('preparing') } },
    { weight: 0.3, command: { type: 'AddService', ticket, service: 'open' } },
    {
      weight: 0.2,
      command: { type: 'AddService', ticket, service: 'open', referral: 'corporate' },
    },
    { weight: 0.5, command: { type: 'PrintSlip', ticket, printer: 'p1' } },
    { weight: 0.5, command: { type: 'NoteShown', ticket, attempt: 1 } },
    {
      weight: 0.5,
      command: { type: 'NoteSign', ticket, attempt: 1, device: 'led', address: 2 },
    },
    {
      weight: 0.5,
      command: { type: 'EndAnnouncement', ticket, attempt: 1, end: 'shown-only', why: 'quiet' },
    },
    { weight: 0.5, command: { type: 'EndSlip', ticket, outcome: 'unsure', why: 'lost' } },
    {
      weight: 0.5,
      command: {
        type: 'ChangeLane',
        ...{ ticket: idIn('waiting', 'parked'), lane: 'vip', reason: 'proof-shown' },
      },
    },
    ...bookingKinds(hall, random),
  ];
};
