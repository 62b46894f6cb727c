/** The bookings of a day: read now and then, since no feed tells them, and after each change. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { BusinessDay, HallId } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problem';
import {
  BookingDay,
  type DayBooking,
  FoundBooking,
  MakeBookingReply,
  type OfferedSlot,
} from '@tingxu/contract/rest-bookings';
import { type Asker, askHall } from '@tingxu/feed-client/ask-hall';
import { createCommandRunner, type Outcome } from '@tingxu/feed-client/command-runner';
import { sendCommand } from '@tingxu/feed-client/send-command';
import { type BookingAction, type BookingAnswer, bookingRequest } from './booking-action.ts';

/** A slot of a service, chosen to be booked or moved to. */
export type Chosen = {
  readonly service: DayBooking['service'];
  readonly day: BusinessDay;
  readonly slot: OfferedSlot;
};

export type BookingDialog =
  | ({ readonly kind: 'make' } & Chosen)
  | ({ readonly kind: 'move'; readonly booking: DayBooking } & Chosen)
  | { readonly kind: 'cancel'; readonly booking: DayBooking }
  /** The only time that the reference is told. Rules: BOOK-1. */
  | { readonly kind: 'reference'; readonly reference: string; readonly made: MadeBooking };

export type MadeBooking = Pick<DayBooking, 'service' | 'businessDay' | 'startAt'>;

export type BookingOutcome = Outcome<BookingAction, BookingAnswer>;

export type BookingsModel = {
  readonly shown: ReadonlySignal<BookingDay | null>;
  /** The last reading got no answer. */
  readonly unread: ReadonlySignal<boolean>;
  readonly dialog: ReadonlySignal<BookingDialog | null>;
  /** Waits for its new time. */
  readonly moving: ReadonlySignal<DayBooking | null>;
  /** Whose reference was looked up. */
  readonly found: ReadonlySignal<DayBooking['id'] | null>;
  readonly pending: ReadonlySignal<BookingAction | null>;
  readonly message: ReadonlySignal<BookingOutcome | null>;
  show(day: BusinessDay): Promise<void>;
  refresh(): Promise<void>;
  /** Looks a booking up by its reference and shows its day. */
  find(reference: string): Promise<Problem | 'no-answer' | null>;
  open(dialog: BookingDialog | null): void;
  move(booking: DayBooking | null): void;
  run(action: BookingAction): Promise<void>;
  dismiss(): void;
};

export type BookingsOptions = Asker & {
  readonly hall: HallId;
  readonly isLive: () => boolean;
  /** The day in question when nobody has chosen one. */
  readonly today: () => BusinessDay;
};

/** Reads a day, the latest asked for winning. */
const createReading = (options: BookingsOptions) => {
  const shown = signal<BookingDay | null>(null);
  const unread = signal(false);
  let wanted: BusinessDay | null = null;
  const show = async (day: BusinessDay): Promise<void> => {
    wanted = day;
    const answer = await askHall(options, `booking-days/${day}`, BookingDay);
    if (wanted !== day) return;
    unread.value = !answer.ok;
    if (answer.ok) shown.value = answer.value;
  };
  return { shown, unread, show, refresh: () => show(wanted ?? options.today()) };
};

export const createBookingsModel = (options: BookingsOptions): BookingsModel => {
  const { url, hall, role, isLive } = options;
  const reading = createReading(options);
  const { shown, show, refresh } = reading;
  const dialog = signal<BookingDialog | null>(null);
  const moving = signal<DayBooking | null>(null);
  const found = signal<DayBooking['id'] | null>(null);
  const runner = createCommandRunner<BookingAction, BookingAnswer>({
    isLive,
    seen: () => JSON.stringify([shown.value?.bookings, shown.value?.services]),
    send: (action, key) =>
      sendCommand({
        ...bookingRequest(hall, action),
        ...{ url, role, key },
      }),
  });
  const run = async (action: BookingAction): Promise<void> => {
    const became = await runner.run(action);
    if (became === null) return;
    const told = became.kind === 'done' ? MakeBookingReply.safeParse(became.reply).data : null;
    dialog.value = told
      ? { kind: 'reference', reference: told.reference, made: told.booking }
      : null;
    if (became.kind === 'done') moving.value = null;
    await refresh();
  };
  return {
    ...{ ...reading, dialog, moving, found, pending: runner.pending, message: runner.outcome, run },
    find: async (reference) => {
      const answer = await askHall(options, `bookings/${reference}`, FoundBooking);
      if (!answer.ok) return answer.problem ?? 'no-answer';
      await show(answer.value.booking.businessDay);
      found.value = answer.value.id ?? null;
      return null;
    },
    open: (next) => {
      if (!runner.pending.value) dialog.value = next;
    },
    move: (booking) => {
      moving.value = booking;
    },
    dismiss: () => runner.dismiss(),
  };
};
