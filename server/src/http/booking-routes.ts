/** `/bookings`: everything that happens to a booking. */
import type { BookingId } from '@tingxu/contract/appointments';
import type { Instant } from '@tingxu/contract/ids';
import { CheckInBody, IssueReply } from '@tingxu/contract/rest';
import {
  BookingReply,
  type BookingSummary,
  CancelBookingBody,
  MakeBookingBody,
  MakeBookingReply,
  MoveBookingBody,
} from '@tingxu/contract/rest-bookings';
import type { Actor } from '@tingxu/contract/roles';
import type { References } from '../appointments/reference.ts';
import { slotAt } from '../appointments/slots.ts';
import { addBookingReading, BookingParams, offeringOf, tell } from './booking-reading.ts';
import { addCommand, HallParams } from './command-route.ts';
import type { Api, Hosting } from './hosting.ts';
import { printIssued } from './print-issued.ts';
import { type RenderAccepted, rendered } from './render.ts';
import { renderIssue } from './render-ticket.ts';
import { addWrongReferences } from './wrong-references.ts';

const instantOf = (time: string): Instant => Math.max(0, Math.floor(Date.parse(time)));

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

type Named = (asked: Asked) => BookingId;

const namedBy =
  ({ named }: References): Named =>
  ({ params, actor }) =>
    named(params.booking, actor.role);

const renderBooking =
  (namedIn: Named) =>
  (asked: Asked): RenderAccepted =>
  (outcome) =>
    rendered(200, { booking: afterOf(namedIn(asked), outcome) });

/** What a key remembers of a request on a booking: never the reference. Rules: BOOK-1. */
const withoutReference =
  (namedIn: Named) =>
  (asked: Asked & { readonly body: unknown }): unknown => [
    { ...asked.params, booking: namedIn(asked) },
    asked.body,
  ];

function addMaking(api: Api, hosting: Hosting): void {
  addCommand(api, hosting, {
    path: '/bookings',
    operationId: 'makeBooking',
    summary: 'Book a slot; the answer holds the reference, which is told only here',
    tag: 'bookings',
    params: HallParams,
    body: MakeBookingBody,
    status: 201,
    reply: MakeBookingReply,
    secret: hosting.references.next,
    command: ({ body }, hall, reference) => ({
      type: 'MakeBooking',
      booking: hosting.references.idOf(reference),
      service: body.service,
      slot: slotAt(offeringOf(hall), body.service, instantOf(body.startAt), hosting.clock.now()),
    }),
    render: (_parsed, reference) => (outcome) =>
      rendered(201, { reference, booking: afterOf(hosting.references.idOf(reference), outcome) }),
  });
}

export function addBookings(api: Api, hosting: Hosting): void {
  const namedIn = namedBy(hosting.references);
  addWrongReferences(api, hosting, hosting.references);
  addBookingReading(api, hosting);
  addMaking(api, hosting);
  const common = {
    tag: 'bookings',
    params: BookingParams,
    sent: withoutReference(namedIn),
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
      const slot = slotAt(offeringOf(hall), known?.service, startAt, hosting.clock.now());
      return { type: 'MoveBooking', booking, slot };
    },
    render: renderBooking(namedIn),
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
    render: renderBooking(namedIn),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/bookings/:booking/check-in',
    operationId: 'checkIn',
    summary: 'The customer of a booking is here: a ticket in the lane of bookings',
    body: CheckInBody,
    status: 201,
    reply: IssueReply,
    location: ({ ticket }) => `/tickets/${ticket.id}`,
    command: (asked) => ({ type: 'CheckIn', booking: namedIn(asked) }),
    happened: ({ body, actor }, hall, answer) =>
      printIssued(hosting, hall, { wanted: body.print, actor }, answer),
    render: () => renderIssue(hosting.links),
  });
}
