/**
 * How many passes one code is worth: a hall shows another one every thirty seconds, so that a code that has left the
 * hall, or an address that hoards, takes what is left of its own turn and nothing of the next. Kept in memory.
 * Rules: PHONE-4. Source: SEC-08.
 */
import type { HallId, Instant } from '@tingxu/contract/ids';
import { PRESENCE_SHOWN_MS } from '@tingxu/contract/presence';
import { PASS_MS } from './phone-passes.ts';

/** As many as a kiosk gives in that time. */
const TICKETS = 15;
/** To one address, which a few phones share; so that one of them leaves some tickets to others. */
const PASSES_PER_ADDRESS = 8;
/** More than anybody asks for. */
const PASSES = 200;

type Turn = { passes: number; tickets: number; readonly byAddress: Map<string, number> };

export type PhoneTakes = {
  /** False where the address, or all together, have as many passes of this turn as there are. */
  readonly givePass: (hall: HallId, address: string, endsAt: Instant) => boolean;
  /** False where the turn in which the pass was given has no ticket left. */
  readonly hasLeft: (hall: HallId, passEndsAt: Instant) => boolean;
  /** One is being issued; what it gives takes it back. */
  readonly take: (hall: HallId, passEndsAt: Instant) => () => void;
};

/** The turn in which a pass was given, by its end. */
const turnOf = (endsAt: Instant): number => Math.floor((endsAt - PASS_MS) / PRESENCE_SHOWN_MS);

/** How long a pass may be used. Units: turns. */
const KEPT = Math.ceil(PASS_MS / PRESENCE_SHOWN_MS) + 1;

export const phoneTakes = (): PhoneTakes => {
  const turns = new Map<HallId, Map<number, Turn>>();
  const at = (hall: HallId, endsAt: Instant): Turn => {
    const ofHall = turns.get(hall) ?? new Map<number, Turn>();
    turns.set(hall, ofHall);
    const turn = turnOf(endsAt);
    const known = ofHall.get(turn);
    if (known) return known;
    for (const earlier of ofHall.keys()) if (earlier < turn - KEPT) ofHall.delete(earlier);
    const made = { passes: 0, tickets: 0, byAddress: new Map<string, number>() };
    ofHall.set(turn, made);
    return made;
  };
  return {
    givePass(hall, address, endsAt) {
      const turn = at(hall, endsAt);
      const own = turn.byAddress.get(address) ?? 0;
      if (own >= PASSES_PER_ADDRESS || turn.passes >= PASSES) return false;
      turn.byAddress.set(address, own + 1);
      turn.passes += 1;
      return true;
    },
    hasLeft: (hall, passEndsAt) => at(hall, passEndsAt).tickets < TICKETS,
    take(hall, passEndsAt) {
      const turn = at(hall, passEndsAt);
      turn.tickets += 1;
      return () => {
        turn.tickets -= 1;
      };
    },
  };
};
