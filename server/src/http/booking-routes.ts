/** `/slots` and `/bookings`: what can be booked, and everything that happens to a booking. */
import type { Booking, BookingId } from '@tingxu/contract/appointments';
import type { HallConfig } from '@tingxu/contract/config';
import { BusinessDay, HallId, type Instant, ServiceId } from '@tingxu/contract/ids';
import { EmptyBody, IssueReply } from '@tingxu/contract/rest';
import {
  BookingList,
  BookingRef,
  BookingReply,
  type BookingSummary,
  CancelBookingBody,
  MakeBookingBody,
  MakeBookingReply,
  MoveBookingBody,
  SlotList,
} from '@tingxu/contract/rest-bookings';
import type { Actor, Role } from '@tingxu/contract/roles';
import { roomIn } from '@tingxu/hall/booking';
import * as z from 'zod/mini';
import { bookingIdOf, bookingNamed, newReference } from '../appointments/reference.ts';
import { openSlots, slotAt } from '../appointments/slots.ts';
import { standingUnder } from '../appointments/standing.ts';
import { zoneTime } from '../day/zone-time.ts';
import { addCommand, HallParams } from './command-route.ts';
import { type Api, type HostedHall, type Hosting, hallOf } from './hosting.ts';
import { callerOf } from './identity.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { RequestProblem } from './problem.ts';
import { type RenderAccepted, rendered } from './render.ts';
import { renderIssue } from './render-ticket.ts';

const BookingParams = z.strictObject({ hall: HallId, booking: BookingRef });
const SlotParams = z.strictObject({ hall: HallId, service: ServiceId, day: BusinessDay });

/** A kiosk stands for a customer who has the reference. */
const CUSTOMERS: readonly Role[] = ['kiosk', 'teller', 'lobby', 'supervisor'];
const STAFF: readonly Role[] = ['teller', 'lobby', 'supervisor'];

const configOf = ({ runtime, config }: HostedHall): HallConfig =>
  runtime.state().day?.config ?? config;

const instantOf = (time: string): Instant => Math.max(0, Math.floor(Date.parse(time)));

function tell(zone: string, booking: Booking, ended = false): BookingSummary {
  const { service, businessDay, startAt, endAt, ticket } = booking;
  const { restTime } = zoneTime(zone);
  const live = ticket === null ? 'booked' : 'checked-in';
  return {
    ...{ service, businessDay, ticket },
    ...{ startAt: restTime(startAt), endAt: restTime(endAt), state: ended ? 'ended' : live },
  };
}

/** The booking as the command left it. */
const afterOf = (
  id: BookingId,
  { before, after }: Parameters<RenderAccepted>[0],
): BookingSummary => {
  const live = after.bookings.find((row) => row.booking === id);
  const known = live ?? before.bookings.find((row) => row.booking === id);
  const zone = after.day?.config.zone;
  if (!known || !zone) throw new Error('a booking is neither before nor after its command');
  return tell(zone, known, live === undefined);
};

type Asked = { readonly params: { readonly booking: string }; readonly actor: Actor };

const namedIn = ({ params, actor }: Asked): BookingId => bookingNamed(params.booking, actor.role);

const renderBooking =
  (asked: Asked): RenderAccepted =>
  (outcome) =>
    rendered(200, { booking: afterOf(namedIn(asked), outcome) });

/** What a key remembers of a request on a booking: never the reference. Rules: BOOK-1. */
const withoutReference = (asked: Asked & { readonly body: unknown }): unknown => [
  { ...asked.params, booking: namedIn(asked) },
  asked.body,
];

function addSlots(api: Api, hosting: Hosting): void {
  api.get(
    '/api/v1/halls/:hall/slots/:service/:day',
    {
      config: { roles: CUSTOMERS },
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
      const config = configOf(hall);
      const offer = config.appointments?.services.find((row) => row.service === service);
      if (!offer) throw new RequestProblem('service-not-bookable');
      const { restTime } = zoneTime(config.zone);
      const { bookings } = hall.runtime.state();
      const slots = openSlots(config, offer, day, hosting.clock.now()).map((slot) => ({
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

function addReading(api: Api, hosting: Hosting): void {
  api.get(
    '/api/v1/halls/:hall/bookings',
    {
      config: { roles: STAFF },
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
      const standing = standingUnder(config);
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
      config: { roles: CUSTOMERS },
      schema: {
        operationId: 'readBooking',
        summary: 'A booking by its reference',
        tags: ['bookings'],
        params: BookingParams,
        response: { 200: BookingReply, ...PROBLEM_RESPONSES },
      },
    },
    (request) => {
      const hall = hallOf(hosting, request.params.hall);
      const id = bookingNamed(request.params.booking, callerOf(request).role);
      const booking = hall.runtime.state().bookings.find((row) => row.booking === id);
      if (!booking) throw new RequestProblem('booking-unknown');
      return { booking: tell(configOf(hall).zone, booking) };
    },
  );
}

function addMaking(api: Api, hosting: Hosting): void {
  addCommand(api, hosting, {
    path: '/bookings',
    operationId: 'makeBooking',
    summary: 'Book a slot; the answer holds the reference, which is told only here',
    tag: 'bookings',
    roles: CUSTOMERS,
    params: HallParams,
    body: MakeBookingBody,
    status: 201,
    reply: MakeBookingReply,
    secret: newReference,
    command: ({ body }, hall, reference) => ({
      type: 'MakeBooking',
      booking: bookingIdOf(reference),
      service: body.service,
      slot: slotAt(configOf(hall), body.service, instantOf(body.startAt), hosting.clock.now()),
    }),
    render: (_parsed, reference) => (outcome) =>
      rendered(201, { reference, booking: afterOf(bookingIdOf(reference), outcome) }),
  });
}

export function addBookings(api: Api, hosting: Hosting): void {
  addSlots(api, hosting);
  addReading(api, hosting);
  addMaking(api, hosting);
  const common = {
    tag: 'bookings',
    roles: CUSTOMERS,
    params: BookingParams,
    sent: withoutReference,
  } as const;
  addCommand(api, hosting, {
    ...common,
    path: '/bookings/:booking/move',
    operationId: 'moveBooking',
    summary: 'Take another slot for a booking',
    body: MoveBookingBody,
    status: 200,
    reply: BookingReply,
    command: (asked, hall) => {
      const booking = namedIn(asked);
      const known = hall.runtime.state().bookings.find((row) => row.booking === booking);
      const startAt = instantOf(asked.body.startAt);
      const slot = slotAt(configOf(hall), known?.service, startAt, hosting.clock.now());
      return { type: 'MoveBooking', booking, slot };
    },
    render: renderBooking,
  });
  addCommand(api, hosting, {
    ...common,
    path: '/bookings/:booking/cancel',
    operationId: 'cancelBooking',
    summary: 'End a booking before it has checked in',
    body: CancelBookingBody,
    status: 200,
    reply: BookingReply,
    command: (asked) => ({
      type: 'CancelBooking',
      booking: namedIn(asked),
      reason: asked.body.reason,
    }),
    render: renderBooking,
  });
  addCommand(api, hosting, {
    ...common,
    path: '/bookings/:booking/check-in',
    operationId: 'checkIn',
    summary: 'The customer of a booking is here: a ticket in the lane of bookings',
    body: EmptyBody,
    status: 201,
    reply: IssueReply,
    location: ({ ticket }) => `/tickets/${ticket.id}`,
    command: (asked) => ({ type: 'CheckIn', booking: namedIn(asked) }),
    render: () => renderIssue(hosting.links),
  });
}
