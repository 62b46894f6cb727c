/** What staff do to a booking, as REST requests. Pure. */
import type { BookingCancelReason, BookingId } from '@tingxu/contract/appointments';
import type { HallId, ServiceId } from '@tingxu/contract/ids';
import { IssueReply } from '@tingxu/contract/rest';
import { BookingReply, MakeBookingReply } from '@tingxu/contract/rest-bookings';
import type { SendCommand } from '@tingxu/feed-client/send-command';

/** `startAt` is RFC 3339 with offset. */
export type BookingAction =
  | { readonly type: 'make'; readonly service: ServiceId; readonly startAt: string }
  | { readonly type: 'move'; readonly booking: BookingId; readonly startAt: string }
  | {
      readonly type: 'cancel';
      readonly booking: BookingId;
      readonly reason: BookingCancelReason;
    }
  | { readonly type: 'checkIn'; readonly booking: BookingId };

export type BookingAnswer = MakeBookingReply | BookingReply | IssueReply;

export const bookingRequest = (
  hall: HallId,
  action: BookingAction,
): Pick<SendCommand<BookingAnswer>, 'path' | 'body' | 'replySchema'> => {
  const root = `/api/v1/halls/${hall}/bookings`;
  switch (action.type) {
    case 'make': {
      const { service, startAt } = action;
      return { path: root, body: { service, startAt }, replySchema: MakeBookingReply };
    }
    case 'move': {
      const { booking, startAt } = action;
      return { path: `${root}/${booking}/move`, body: { startAt }, replySchema: BookingReply };
    }
    case 'cancel': {
      const { booking, reason } = action;
      return { path: `${root}/${booking}/cancel`, body: { reason }, replySchema: BookingReply };
    }
    case 'checkIn':
      return {
        ...{ path: `${root}/${action.booking}/check-in`, body: {} },
        replySchema: IssueReply,
      };
    default:
      return action satisfies never;
  }
};

/** Signs that a scanner or a person puts between the letters of a reference. */
const GAPS = /[\s·.]+/gu;
/** Eight signs, or sixteen of bookings of before. Rules: BOOK-1. */
const LENGTHS = [8, 16];
const REFERENCE = /^[0-9A-Za-z-]{8,32}$/;

/** What was typed or scanned as the reference of a booking; null when it is none. */
export const readReference = (text: string): string | null => {
  const signs = text.normalize('NFKC').replaceAll(GAPS, '');
  return REFERENCE.test(signs) && LENGTHS.includes(signs.replaceAll('-', '').length) ? signs : null;
};

/** In groups, as people read it out. */
export const inGroups = (reference: string): readonly string[] => reference.match(/.{1,4}/g) ?? [];
