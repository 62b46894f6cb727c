/** All that was seen of a day from outside the server; the checks read nothing else. */
import type { HallConfig } from '@tingxu/contract/config';
import { HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import type { TicketDetail, TicketSummary } from '@tingxu/contract/rest';
import type { TotalsRow } from '@tingxu/contract/totals-row';
import type { HallView } from '@tingxu/contract/views';
import type { Observed } from '../drive/observed.ts';

export type TrailStep = { readonly seq: number; readonly at: Instant; readonly event: HallEvent };

/** A ticket as the server tells it after the day. */
export type TicketEvidence = {
  readonly ticket: TicketSummary;
  readonly trail: readonly TrailStep[];
};

/** A screen at one moment: what it folded from the feed, and what a fresh follower was given. */
export type ScreenEvidence = {
  readonly screen: string;
  readonly at: Instant;
  readonly folded: HallView | null;
  readonly fresh: HallView | null;
};

/** The calls that a screen showed, each as `callName` names it. */
export type ShownCalls = { readonly screen: string; readonly calls: ReadonlySet<string> };

export const callName = (number: string, attempt: number): string => `${number}#${attempt}`;

/** A command that was sent twice with one key. */
export type ResentEvidence = {
  readonly key: string;
  readonly first: string;
  readonly second: string;
};

export type Evidence = {
  readonly hall: HallConfig;
  readonly log: readonly Observed[];
  readonly tickets: readonly TicketEvidence[];
  readonly totals: readonly TotalsRow[];
  readonly screens: readonly ScreenEvidence[];
  readonly shown: readonly ShownCalls[];
  readonly resent: readonly ResentEvidence[];
  /** Of `journal:check` on the data folder after the server has stopped. */
  readonly journal: { readonly passed: boolean; readonly output: string };
};

export const readDetail = (detail: TicketDetail): TicketEvidence => ({
  ticket: detail.ticket,
  trail: detail.trail.map(({ seq, at, type, data }) => ({
    seq,
    at: Date.parse(at),
    event: HallEvent.parse({ type, ...data }),
  })),
});
