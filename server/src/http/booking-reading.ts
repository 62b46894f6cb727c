/** `/slots`, `/booking-days` and `/bookings`: what can be booked, and who has. */
import type { Booking } from '@tingxu/contract/appointments';
import type { HallConfig } from '@tingxu/contract/config';
import { AskedDay, HallId, ServiceId, type TicketId } from '@tingxu/contract/ids';
import {
  BookingDay,
  BookingList,
  BookingRef,
  type BookingSummary,
  FoundBooking,
  SlotList,
} from '@tingxu/contract/rest-bookings';
import { STAFF_ROLES } from '@tingxu/contract/roles';
import { roomIn } from '@tingxu/hall/booking';
import { configInForce } from '@tingxu/hall/configuration';
import * as z from 'zod/mini';
import { bookingDay } from '../appointments/booking-day.ts';
import { isBookable, type Offering, openSlots } from '../appointments/slots.ts';
import { standingIn } from '../appointments/standing.ts';
import { zoneTime } from '../day/zone-time.ts';
import { HallParams } from './command-route.ts';
import { type Api, type HostedHall, type Hosting, hallOf } from './hosting.ts';
import { callerOf } from './identity.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { RequestProblem } from './problem.ts';

export const BookingParams = z.strictObject({ hall: HallId, booking: BookingRef });
const DayParams = z.strictObject({ hall: HallId, day: AskedDay });
const SlotParams = z.strictObject({ hall: HallId, service: ServiceId, day: AskedDay });

const configOf = ({ runtime, config }: HostedHall): HallConfig =>
  configInForce(runtime.state(), config);

export const offeringOf = ({ runtime, config }: HostedHall): Offering => ({
  state: runtime.state(),
  first: config,
});

export function tell(zone: string, booking: Booking, ended = false): BookingSummary {
  const { service, businessDay, startAt, endAt, ticket } = booking;
  const { restTime } = zoneTime(zone);
  const live = ticket === null ? 'booked' : 'checked-in';
  return {
    ...{ service, businessDay, ticket },
    ...{ startAt: restTime(startAt), endAt: restTime(endAt), state: ended ? 'ended' : live },
  };
}

function addSlots(api: Api, hosting: Hosting): void {
  api.get(
    '/api/v1/halls/:hall/slots/:service/:day',
    {
      schema: {
        operationId: 'listSlots',
        summary: 'Slots of a service that can be booked on a day, with the places left',
        tags: ['bookings'],
        params: SlotParams,
        response: { 200: SlotList, ...PROBLEM_RESPONSES },
      },
    },
    (request) => {
      const { service, day } = request.params;
      const hall = hallOf(hosting, request.params.hall);
      const offering = offeringOf(hall);
      if (!isBookable(offering, service)) throw new RequestProblem('service-not-bookable');
      const { restTime } = zoneTime(configOf(hall).zone);
      const { bookings } = offering.state;
      const open = openSlots(offering, service, day, hosting.clock.now());
      const slots = open.map(({ slot, offer }) => ({
        businessDay: slot.businessDay,
        startAt: restTime(slot.startAt),
        endAt: restTime(slot.endAt),
        capacity: offer.capacity,
        free: roomIn(bookings, offer, slot),
      }));
      return { service, slots };
    },
  );
}

function addDay(api: Api, hosting: Hosting): void {
  api.get(
    '/api/v1/halls/:hall/booking-days/:day',
    {
      schema: {
        operationId: 'readBookingDay',
        summary: 'Slots and bookings of a day by service, with what is taken and who may check in',
        tags: ['bookings'],
        params: DayParams,
        response: { 200: BookingDay, ...PROBLEM_RESPONSES },
      },
    },
    (request) => {
      const hall = hallOf(hosting, request.params.hall);
      const numberOf = (ticket: TicketId) => hall.journal.ticketRow(ticket)?.number ?? null;
      return bookingDay({ ...offeringOf(hall), numberOf }, request.params.day, hosting.clock.now());
    },
  );
}

function addReading(api: Api, hosting: Hosting): void {
  api.get(
    '/api/v1/halls/:hall/bookings',
    {
      schema: {
        operationId: 'listBookings',
        summary: 'Bookings of the business day and later ones',
        tags: ['bookings'],
        params: HallParams,
        response: { 200: BookingList, ...PROBLEM_RESPONSES },
      },
    },
    (request) => {
      const hall = hallOf(hosting, request.params.hall);
      const config = configOf(hall);
      const standing = standingIn(offeringOf(hall));
      const rows = [...hall.runtime.state().bookings].sort((a, b) => a.startAt - b.startAt);
      const bookings = rows.map((row) => ({
        ...{ id: row.booking, ...tell(config.zone, row), standing: standing(row) },
      }));
      return { bookings };
    },
  );
  api.get(
    '/api/v1/halls/:hall/bookings/:booking',
    {
      schema: {
        operationId: 'readBooking',
        summary: 'A booking by its reference',
        tags: ['bookings'],
        params: BookingParams,
        response: { 200: FoundBooking, ...PROBLEM_RESPONSES },
      },
    },
    (request) => {
      const hall = hallOf(hosting, request.params.hall);
      const { role } = callerOf(request);
      const id = hosting.references.named(request.params.booking, role);
      const booking = hall.runtime.state().bookings.find((row) => row.booking === id);
      if (!booking) throw new RequestProblem('booking-unknown');
      const found = { booking: tell(configOf(hall).zone, booking) };
      return STAFF_ROLES.includes(role) ? { ...found, id } : found;
    },
  );
}

export function addBookingReading(api: Api, hosting: Hosting): void {
  addSlots(api, hosting);
  addDay(api, hosting);
  addReading(api, hosting);
}
