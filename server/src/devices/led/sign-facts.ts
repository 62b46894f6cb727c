/** What signs may know of a hall: public things only. Pure. Rules: LED-1, FEED-2. */
import type { PauseReason } from '@tingxu/contract/commands';
import type { CounterId, TicketNumber } from '@tingxu/contract/ids';
import type { CounterState } from '@tingxu/contract/views';
import { publicCounterRow } from '@tingxu/hall/counter-rows';
import type { HallState } from '@tingxu/hall/state';

export type SignCounter = {
  readonly label: string;
  readonly state: CounterState;
  readonly number: TicketNumber | null;
  readonly pauseReason: PauseReason | null;
};

/** A number at a counter, called or being served. */
export type SignCall = { readonly number: TicketNumber; readonly label: string };

export type SignFacts = {
  readonly open: boolean;
  readonly counters: ReadonlyMap<CounterId, SignCounter>;
  /** Newest first; only those that are at their counter now. */
  readonly calling: readonly SignCall[];
  readonly serving: readonly SignCall[];
};

const NOTHING: SignFacts = { open: false, counters: new Map(), calling: [], serving: [] };

export const signFacts = (hall: HallState): SignFacts => {
  const { day } = hall;
  if (!day?.open) return NOTHING;
  const counters = new Map<CounterId, SignCounter>();
  for (const { id, label } of day.config.counters) {
    const counter = hall.counters.find((one) => one.id === id);
    if (!counter) continue;
    const { state, number, pauseReason } = publicCounterRow(hall, counter);
    counters.set(id, { label, state, number, pauseReason });
  }
  const at = (state: CounterState): SignCall[] =>
    hall.calls.flatMap(({ number, counter }) => {
      const there = counters.get(counter);
      return there?.number === number && there.state === state
        ? [{ number, label: there.label }]
        : [];
    });
  return { open: true, counters, calling: at('calling'), serving: at('serving') };
};
