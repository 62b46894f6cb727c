/**
 * Ratings: one for each finished service, asked for by the system and never by the teller's choice.
 * Rules: RATE-1..RATE-6. Source: H85.
 */
import * as z from 'zod/mini';
import { Count, CounterId, Instant, StaffId, TicketId, TicketNumber } from './ids.ts';

/** How long a pad asks after a service. Units: ms. */
export const RATING_WINDOW_MS = 60_000;

/** 5 is the best. */
export const RatingScore = z.int().check(z.gte(1), z.lte(5));
export type RatingScore = z.infer<typeof RatingScore>;

/** Where the customer answered. */
export const RatingChannel = z.enum(['pad', 'phone']);
export type RatingChannel = z.infer<typeof RatingChannel>;

/** `askedAt` says which service is meant: the one that ended then at the counter. */
export const RateService = z.strictObject({
  type: z.literal('RateService'),
  counter: CounterId,
  askedAt: Instant,
  score: RatingScore,
  channel: RatingChannel,
});

/** Of the service with which the visit ended, by the holder of the ticket's link. Rules: RATE-6. */
export const RateVisit = z.strictObject({
  type: z.literal('RateVisit'),
  ticket: TicketId,
  score: RatingScore,
});

/** `staff` served it, whoever is at the counter now. */
export const ServiceRated = z.strictObject({
  type: z.literal('ServiceRated'),
  ticket: TicketId,
  leg: Count,
  counter: CounterId,
  staff: StaffId,
  score: RatingScore,
  channel: RatingChannel,
});

/**
 * All that a pad knows: whether a service has just ended at the counter and was not rated. Nothing of
 * ticket, customer or staff. It asks until `askedAt` + `RATING_WINDOW_MS`. Rules: FEED-2, RATE-4.
 */
export const RatingRow = z.strictObject({ counter: CounterId, askedAt: z.nullable(Instant) });
export type RatingRow = z.infer<typeof RatingRow>;

/**
 * What the holder of a ticket is asked on the phone: the number, where the visit ended, and whether it
 * was rated, on whichever way. Rules: RATE-6.
 */
export const PhoneRating = z.strictObject({
  number: TicketNumber,
  counter: CounterId,
  given: z.boolean(),
});
export type PhoneRating = z.infer<typeof PhoneRating>;
