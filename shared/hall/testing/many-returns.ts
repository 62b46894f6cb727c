/** Random halls in which many miss their calls and come back: what a day of the model seldom has. */
import type { HallCommand } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import type { HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import fc from 'fast-check';
import { allLive } from '../src/live-tickets.ts';
import { emptyHall, type HallState, type Ticket } from '../src/state.ts';
import { anyHallConfig } from './arbitraries.ts';
import { call, changeLane, comeBack, finish, issue, missEarly, open, openDay } from './commands.ts';
import { CORE, type Core } from './model-run.ts';
import { minutes, OPENING_AT, seconds } from './scene.ts';

/** What happens, to whom, and how long after the last. */
type Turn = readonly [what: number, whom: number, wait: number];
export type ManyReturns = { readonly config: HallConfig; readonly turns: readonly Turn[] };

/** Who comes back is held, and may come back often. */
const holding = ({ appointments: _booked, hours: _posted, ...config }: HallConfig): HallConfig => ({
  ...config,
  lanes: config.lanes.map(({ missed, proof: _proof, ...lane }, i) => {
    const { returnPlace: _place, toleranceCalls: _calls, returnBy: _by, ...rule } = missed;
    const often = { maxReturns: 9, validMs: minutes(60), returnAfterCalls: 1 + (i % 4) };
    return { ...lane, selfSelect: true, missed: { ...rule, ...often } };
  }),
});

export const manyReturns = (most: number): fc.Arbitrary<ManyReturns> =>
  fc.record({
    config: anyHallConfig.map(holding),
    turns: fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 255 }), fc.nat({ max: 60 })), {
      minLength: most / 2,
      maxLength: most,
    }),
  });

const pick = <T>(from: readonly T[], whom: number): T | undefined => from[whom % from.length];

const some = (hall: HallState, state: Ticket['state'], whom: number): Ticket | undefined =>
  pick(
    allLive(hall.tickets).filter((ticket) => ticket.state === state),
    whom,
  );

/** Of ten turns three bring somebody, three call, one finishes, one misses, one returns, one moves. */
const commandOf = (hall: HallState, { config }: ManyReturns, [what, whom]: Turn): HallCommand => {
  const lane = pick(config.lanes, whom)?.id ?? '';
  const counter = pick(config.counters, whom)?.id ?? '';
  const called = some(hall, 'called', whom);
  const at = called?.call?.counter ?? '';
  if (what < 3) return issue(pick(config.services, whom >> 2)?.id, lane);
  if (what < 6) return call(counter);
  if (what === 6 && called) return finish(called.number, at);
  if (what < 9 && called) return missEarly(called.number, at, 'looked-for');
  if (what === 9 && whom % 8 === 0) {
    return changeLane(some(hall, 'waiting', whom)?.number ?? 'A999', lane);
  }
  return comeBack(some(hall, 'missed', whom)?.number ?? 'A999');
};

export type Fact = { readonly at: Instant; readonly event: HallEvent };

/** The journal of it; what is refused did not happen. */
export const playReturns = (asked: ManyReturns, core: Core = CORE): readonly Fact[] => {
  const { config, turns } = asked;
  const journal: Fact[] = [];
  let hall = emptyHall(config.hall);
  let at = OPENING_AT;
  const send = (command: HallCommand): void => {
    const decision = core.decide(hall, command, { at, actor: { role: 'lobby' } });
    for (const event of decision.ok ? decision.events : []) {
      hall = core.evolve(hall, event, at);
      journal.push({ at, event });
    }
  };
  send(openDay(config));
  for (const { id } of config.counters) send(open(id));
  for (const turn of turns) {
    at += seconds(turn[2]);
    send(commandOf(hall, asked, turn));
  }
  return journal;
};
