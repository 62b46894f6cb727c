/** The ticket somebody asks about: looked up at once, and again whenever it moves. */

import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { HallId, TicketId, TicketNumber, TicketRef } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problems';
import type { TicketDetail } from '@tingxu/contract/rest';
import type { Role } from '@tingxu/contract/roles';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { lookUp } from './look-up.ts';
import { passedOver } from './passed-over.ts';

export type Trail = { readonly ref: TicketRef } & (
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem | null }
  | {
      readonly kind: 'found';
      readonly detail: TicketDetail;
      /** Numbers of the other tickets that the trail names. */
      readonly numbers: ReadonlyMap<TicketId, TicketNumber>;
    }
);

export type TrailModel = {
  readonly trail: ReadonlySignal<Trail | null>;
  open(ref: TicketRef): void;
  close(): void;
};

export type TrailOptions = {
  readonly url: string;
  readonly hall: HallId;
  readonly role: Role;
  readonly feed: Pick<HallFeed<'supervisor'>, 'view'>;
};

export const createTrailModel = ({ url, hall, role, feed }: TrailOptions): TrailModel => {
  const trail = signal<Trail | null>(null);
  const ask = (ref: TicketRef) => lookUp({ url, hall, role, ref });

  /** Live tickets are known; ended ones must be asked for. */
  const numbersOf = async (ids: readonly TicketId[]): Promise<Map<TicketId, TicketNumber>> => {
    const tickets = feed.view.peek()?.tickets ?? {};
    const found = await Promise.all(
      ids.map(async (id) => {
        const live = tickets[id]?.number;
        if (live) return [id, live] as const;
        const answer = await ask(id);
        return answer.ok ? ([id, answer.detail.ticket.number] as const) : null;
      }),
    );
    return new Map(found.filter((pair) => pair !== null));
  };
  const load = async (ref: TicketRef): Promise<void> => {
    const answer = await ask(ref);
    const numbers = answer.ok ? await numbersOf(passedOver(answer.detail)) : new Map();
    // Somebody may have closed the sheet, or asked for another ticket, meanwhile.
    if (trail.peek()?.ref !== ref) return;
    trail.value = answer.ok
      ? { kind: 'found', ref, detail: answer.detail, numbers }
      : { kind: 'failed', ref, problem: answer.problem };
  };

  const rowOf = (shown: Trail | null): unknown =>
    shown?.kind === 'found' ? feed.view.value?.tickets[shown.detail.ticket.id] : undefined;
  let watched: { readonly ref: TicketRef; readonly row: unknown } | null = null;
  effect(() => {
    const shown = trail.value;
    const row = rowOf(shown);
    const moved = shown?.kind === 'found' && watched?.ref === shown.ref && watched.row !== row;
    watched = shown?.kind === 'found' ? { ref: shown.ref, row } : null;
    if (moved) void load(shown.ref);
  });

  return {
    trail,
    open: (ref) => {
      trail.value = { kind: 'loading', ref };
      void load(ref);
    },
    close: () => {
      trail.value = null;
    },
  };
};
