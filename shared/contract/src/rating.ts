/**
 * Ratings: one for each finished service, asked for by the system and never by the teller's choice.
 * Rules: RATE-1..RATE-4. Source: H85.
 */
import * as z from 'zod/mini';
import { Count, CounterId, Instant, StaffId, TicketId } from './ids.ts';

/** How long a pad asks after a service. Units: ms. */
export const RATING_WINDOW_MS = 60_000;

/** 5 is the best. */
export const RatingScore = z.int().check(z.gte(1), z.lte(5));
export type RatingScore = z.infer<typeof RatingScore>;

/** Where the customer answered. */
export const RatingChannel = z.enum(['pad']);
export type RatingChannel = z.infer<typeof RatingChannel>;

/** `askedAt` says which service is meant: the one that ended then at the counter. */
export const RateService = z.strictObject({
  type: z.literal('RateService'),
  counter: CounterId,
  askedAt: Instant,
  score: RatingScore,
  channel: RatingChannel,
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
