/** What customers are told holds in random halls: how many go first, and what a return means. */
import type { EventOf } from '@tingxu/contract/events';
import { HallId, type TicketId } from '@tingxu/contract/ids';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomDay } from '../testing/arbitraries.ts';
import { type Fact, manyReturns, playReturns } from '../testing/many-returns.ts';
import { CORE, type Core, play } from '../testing/model-run.ts';
import { FIXED_SEED, runSeed } from '../testing/seed.ts';
import { eligibleFor, type Moment, whyNotTaken } from './eligibility.ts';
import { forecast, forecastFor } from './estimate.ts';
import { earlierCompatible, worstPositionNow } from './fairness.ts';
import { allLive, changeLive, findLive } from './live-tickets.ts';
import { counterConfig } from './lookup.ts';
import { type Day, emptyHall, type HallState, type Ticket } from './state.ts';

type Seen = Fact & { readonly before: HallState };

const EMPTY = emptyHall(HallId.parse('demo'));

/** Each fact of random days, with the state that this core has before it. */
const eachFact = <T>(
  days: fc.Arbitrary<T>,
  journalOf: (day: T) => readonly Fact[],
  look: (seen: Seen) => void,
  core: Core = CORE,
): void => {
  for (const seed of [FIXED_SEED, runSeed()]) {
    console.log(`TINGXU_SEED=${seed}`);
    const property = fc.property(days, (day) => {
      let before = EMPTY;
      for (const { at, event } of journalOf(day)) {
        look({ before, event, at });
        before = core.evolve(before, event, at);
      }
    });
    const result = fc.check(property, { seed, numRuns: 80, endOnFailure: true });
    if (result.failed) throw result.errorInstance;
  }
};

type Worst = typeof worstPositionNow;

const seenAhead = { told: 0, bounded: 0 };

/** Of whoever would take a number now: nobody can come before those who have a place. */
const judgeNewcomers = (hall: HallState, day: Day): void => {
  for (const { id: lane } of day.config.lanes) {
    for (const { id } of day.config.services) {
      const { ahead } = forecast(hall, day, id, lane, hall.at);
      expect(ahead).toBeLessThanOrEqual(earlierCompatible(hall, day, id));
    }
  }
};

const judgeWaiting = (hall: HallState, day: Day, worst: Worst): void => {
  for (const ticket of allLive(hall.tickets)) {
    const most = ticket.state === 'waiting' ? worst(hall, day, ticket) : null;
    if (most === null) continue;
    const { ahead } = forecastFor(hall, day, ticket, hall.at);
    expect(ahead, 'AHEAD').toBeLessThanOrEqual(most);
    seenAhead.told += 1;
    if (ahead === most && ahead > 0) seenAhead.bounded += 1;
  }
};

/** Holds the people ahead of everybody who waits against their worst position, every fifth fact. */
const aheadWithin = (worst: Worst): void => {
  let turn = 0;
  const look = ({ before: hall }: Seen): void => {
    turn += 1;
    if (!hall.day?.open || turn % 5 > 0) return;
    judgeNewcomers(hall, hall.day);
    judgeWaiting(hall, hall.day, worst);
  };
  eachFact(randomDay(200), (day) => play(day).journal, look);
};

describe('the people ahead', () => {
  test('WAIT-5, CALL-6, LINK-2 are never more than the worst position', () => {
    aheadWithin(worstPositionNow);
    expect(seenAhead.told).toBeGreaterThan(2_000);
    expect(seenAhead.bounded).toBeGreaterThan(100);
  }, 120_000);

  test('WAIT-5 control: a worst position that forgets who may still pass is found out', () => {
    const forgetful: Worst = (hall, day, ticket) =>
      worstPositionNow(hall, day, { ...ticket, passedOver: ticket.passOverCap });
    expect(() => aheadWithin(forgetful)).toThrow(/AHEAD/);
  }, 120_000);
});

/** A ledger of its own: how many calls of its lane each returned ticket has still to let go first. */
type Ledger = Map<TicketId, number>;

const heldSeen = { back: 0, early: 0, free: 0 };

const inLine = ({ state }: Ticket): boolean => state === 'waiting' || state === 'preparing';

/** Somebody of its lane who is not held could be taken there. */
const hasOthers = (moment: Moment, ledger: Ledger, held: Ticket): boolean =>
  eligibleFor(moment).some(
    ({ id, lane }) => lane === held.lane && id !== held.id && (ledger.get(id) ?? 0) === 0,
  );

/** One who is back at a call by the rule: called early, called, held, or just not the one. */
const judgeOne = (moment: Moment, ledger: Ledger, held: Ticket, called: TicketId): void => {
  const left = ledger.get(held.id) ?? 0;
  if (held.id === called) {
    if (left > 0) expect(hasOthers(moment, ledger, held), 'EARLY').toBe(false);
    heldSeen[left > 0 ? 'early' : 'free'] += 1;
  } else if (whyNotTaken(moment)(held) === 'held') {
    expect(left, 'HELD').toBeGreaterThan(0);
    expect(hasOthers(moment, ledger, held), 'HELD').toBe(true);
  }
};

const judge = (ledger: Ledger, { before: hall, at }: Seen, call: EventOf<'TicketCalled'>): void => {
  const { day } = hall;
  const counter = day && counterConfig(day, call.counter);
  if (!day || !counter || call.chosen) return;
  const moment = { hall, day, counter, at };
  for (const id of ledger.keys()) {
    const ticket = findLive(hall.tickets, id);
    if (ticket?.state === 'waiting') judgeOne(moment, ledger, ticket, call.ticket);
  }
};

const book = (ledger: Ledger, seen: Seen): void => {
  const { before, event } = seen;
  if (event.type === 'DayOpened') ledger.clear();
  if (event.type === 'TicketReturned') {
    heldSeen.back += 1;
    ledger.set(event.ticket, event.hold);
  }
  if (event.type === 'LegEntered') ledger.delete(event.ticket);
  if (event.type !== 'TicketCalled') return;
  judge(ledger, seen, event);
  const lane = findLive(before.tickets, event.ticket)?.lane;
  ledger.delete(event.ticket);
  for (const [id, left] of ledger) {
    const ticket = findLive(before.tickets, id);
    if (!ticket || !inLine(ticket)) ledger.delete(id);
    else if (ticket.lane === lane) ledger.set(id, Math.max(0, left - 1));
  }
};

/** `played` makes the journal, `folded` says what stood before each fact. */
type Cores = { readonly played?: Core; readonly folded?: Core };

const holdsInRandomHalls = ({ played, folded }: Cores = {}): void => {
  const ledger: Ledger = new Map();
  const look = (seen: Seen): void => book(ledger, seen);
  eachFact(manyReturns(240), (day) => playReturns(day, played), look, folded);
};

const withHold = (hall: HallState, holdOf: (ticket: Ticket) => number): HallState => ({
  ...hall,
  tickets: changeLive(hall.tickets, (ticket) => {
    const hold = holdOf(ticket);
    return hold === ticket.hold ? ticket : { ...ticket, hold };
  }),
});

/** Its calls do not count. */
const HOLDS_LONGER: Core = {
  ...CORE,
  evolve: (hall, event, at) => {
    const after = CORE.evolve(hall, event, at);
    if (event.type !== 'TicketCalled') return after;
    return withHold(after, ({ id, state, hold }) =>
      state === 'waiting' ? (findLive(hall.tickets, id)?.hold ?? hold) : hold,
    );
  },
};

const FORGETS: Core = {
  ...CORE,
  decide: (hall, command, context) =>
    CORE.decide(command.type === 'CallNext' ? withHold(hall, () => 0) : hall, command, context),
};

describe('whoever is back after a miss', () => {
  test('MISS-15, MISS-4 lets go as many calls of the lane as it was told, and no more', () => {
    holdsInRandomHalls();
    expect(heldSeen.back).toBeGreaterThan(500);
    expect(heldSeen.early).toBeGreaterThan(50);
    expect(heldSeen.free).toBeGreaterThan(100);
  }, 120_000);

  test.each<[string, Cores, RegExp]>([
    ['lets more of its lane go than it was told', { folded: HOLDS_LONGER }, /HELD/],
    ['forgets that it is held', { played: FORGETS }, /EARLY/],
  ])(
    'MISS-15 control: a hall that %s is found out',
    (_, cores, finding) => {
      expect(() => holdsInRandomHalls(cores)).toThrow(finding);
    },
    120_000,
  );
});
