/** Rows of the book that stand for themselves. */
import type { HallConfig } from '@tingxu/contract/config';
import type { PostedDay } from '@tingxu/contract/hours';
import type { Instant } from '@tingxu/contract/ids';

/** A change of the configuration that waits for an instant or for the next day. */
export type BookPlan = {
  readonly config: HallConfig;
  readonly version: number;
  readonly when: Instant | 'next-day';
  readonly posted?: PostedDay | undefined;
};

/** When the hall took nobody in, and why. Rules: BOOK-12. */
export type ShutRow = {
  readonly what: 'before' | 'stop' | 'closed';
  readonly from: number;
  to: number;
};
