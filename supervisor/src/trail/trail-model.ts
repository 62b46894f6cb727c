/** The ticket somebody asks about, or two of them: looked up at once, and again whenever one moves. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { TicketComparison } from '@tingxu/contract/comparison';
import type { TicketId } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problem';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import type { Asker } from '../ask.ts';
import { compare, lookUp, type Refs, type TicketLife } from './look-up.ts';

export type Trail = { readonly refs: Refs } & (
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem | null }
  | ({ readonly kind: 'found' } & TicketLife)
  | { readonly kind: 'compared'; readonly comparison: TicketComparison }
);

export type TrailModel = {
  readonly trail: ReadonlySignal<Trail | null>;
  open(...refs: Refs): void;
  close(): void;
};

export type TrailOptions = Asker & {
  readonly feed: Pick<HallFeed<'supervisor'>, 'view'>;
};

/** Whose moves change what is shown. */
const ticketsOf = (shown: Trail | null): readonly TicketId[] => {
  if (shown?.kind === 'found') return [shown.explanation.ticket];
  if (shown?.kind !== 'compared') return [];
  return [shown.comparison.earlier.ticket, shown.comparison.later.ticket];
};

export const createTrailModel = ({ feed, ...options }: TrailOptions): TrailModel => {
  const trail = signal<Trail | null>(null);

  const ask = async (refs: Refs): Promise<Trail> => {
    const [first, second] = refs;
    if (second === undefined) {
      const life = await lookUp(options, first);
      return life.ok
        ? { kind: 'found', refs, ...life.value }
        : { kind: 'failed', refs, problem: life.problem };
    }
    const found = await compare(options, [first, second]);
    return found.ok
      ? { kind: 'compared', refs, comparison: found.value }
      : { kind: 'failed', refs, problem: found.problem };
  };
  const load = async (refs: Refs): Promise<void> => {
    const answer = await ask(refs);
    // Somebody may have closed the sheet, or asked for another ticket, meanwhile.
    if (trail.peek()?.refs === refs) trail.value = answer;
  };

  let watched: { readonly refs: Refs; readonly rows: readonly unknown[] } | null = null;
  effect(() => {
    const shown = trail.value;
    const rows = ticketsOf(shown).map((id) => feed.view.value?.tickets[id]);
    const before = watched;
    watched = shown && rows.length > 0 ? { refs: shown.refs, rows } : null;
    const same = before && watched && before.refs === watched.refs;
    if (same && rows.some((row, index) => row !== before.rows[index])) void load(before.refs);
  });

  return {
    trail,
    open: (...refs) => {
      trail.value = { kind: 'loading', refs };
      void load(refs);
    },
    close: () => {
      trail.value = null;
    },
  };
};
