/** The ticket somebody asks about, or two of them: looked up at once, and again whenever one moves. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { TicketComparison } from '@tingxu/contract/comparison';
import type { BusinessDay, TicketId } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problem';
import type { Asker } from '@tingxu/feed-client/ask-hall';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { compare, lookUp, type Refs, type TicketLife } from './look-up.ts';

export type Trail = { readonly refs: Refs; readonly day: BusinessDay | undefined } & (
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem | null }
  | ({ readonly kind: 'found' } & TicketLife)
  | { readonly kind: 'compared'; readonly comparison: TicketComparison }
);

export type TrailModel = {
  readonly trail: ReadonlySignal<Trail | null>;
  /** Numbers are of that day, else of the last one. */
  open(refs: Refs, day?: BusinessDay): void;
  close(): void;
  /** Nobody looks any more. */
  end(): void;
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

  const answer = async (refs: Refs, day: BusinessDay | undefined): Promise<Trail> => {
    const [first, second] = refs;
    if (second === undefined) {
      const life = await lookUp(options, first, day);
      return life.ok
        ? { kind: 'found', refs, day, ...life.value }
        : { kind: 'failed', refs, day, problem: life.problem };
    }
    const found = await compare(options, [first, second], day);
    return found.ok
      ? { kind: 'compared', refs, day, comparison: found.value }
      : { kind: 'failed', refs, day, problem: found.problem };
  };
  const load = async (refs: Refs, day: BusinessDay | undefined): Promise<void> => {
    const found = await answer(refs, day);
    // Somebody may have closed the sheet, or asked for another ticket, meanwhile.
    if (trail.peek()?.refs === refs) trail.value = found;
  };

  let watched: (Pick<Trail, 'refs' | 'day'> & { readonly rows: readonly unknown[] }) | null = null;
  const end = effect(() => {
    const shown = trail.value;
    const rows = ticketsOf(shown).map((id) => feed.view.value?.tickets[id]);
    const before = watched;
    watched = shown && rows.length > 0 ? { refs: shown.refs, day: shown.day, rows } : null;
    const same = before && watched && before.refs === watched.refs;
    if (same && rows.some((row, index) => row !== before.rows[index])) {
      void load(before.refs, before.day);
    }
  });

  return {
    trail,
    open: (refs, day) => {
      trail.value = { kind: 'loading', refs, day };
      void load(refs, day);
    },
    close: () => {
      trail.value = null;
    },
    end,
  };
};
