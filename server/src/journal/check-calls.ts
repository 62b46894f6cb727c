/** Every call of a journal decided again, day after day. Rules: PROOF-1. */
import type { JournalEntry } from '@tingxu/contract/events';
import type { HallId } from '@tingxu/contract/ids';
import { evolve } from '@tingxu/hall/evolve';
import { emptyHall } from '@tingxu/hall/state';
import { type CallDifference, callDifferences } from '@tingxu/hall/verify-call';

export type CallsCheck = {
  /** Calls that were decided again. */
  readonly decided: number;
  /** Those that the rule decides otherwise, one sentence each. */
  readonly wrong: readonly string[];
};

const sentence = (seq: number, ticket: string, differences: readonly CallDifference[]): string => {
  const parts = differences.map(
    ({ member, recorded, decided }) => `${member} ${recorded}, by the rule ${decided}`,
  );
  return `seq ${seq}: the call of ${ticket} is not the one of the rule: ${parts.join('; ')}`;
};

/** Folds the entries in order and judges each call by the state before it. */
export const callsChecker = (
  hall: HallId,
): { add(entry: JournalEntry): void; result(): CallsCheck } => {
  let state = emptyHall(hall);
  let decided = 0;
  const wrong: string[] = [];
  return {
    add({ seq, at, event }) {
      if (event.type === 'TicketCalled') {
        decided += 1;
        const differences = callDifferences(state, event, at);
        if (differences.length > 0) wrong.push(sentence(seq, event.ticket, differences));
      }
      state = evolve(state, event, at);
    },
    result: () => ({ decided, wrong }),
  };
};
