/** The next command of a random but lively hall: most of them are accepted, some are refused. */

import type { Chance } from '@tingxu/chance/chance';
import type { HallCommand } from '@tingxu/contract/commands';
import { type Instant, KioskId, StaffId } from '@tingxu/contract/ids';
import { allLive } from '@tingxu/hall/live-tickets';
import type { HallState, Ticket } from '@tingxu/hall/state';
import { otherConfig } from '@tingxu/hall/testing/other-config';
import { VISIT_MAKERS } from './random-visit.ts';
import { businessDay, smallHall, staffAt } from './small-hall.ts';

type Maker = (hall: HallState, chance: Chance) => HallCommand | null;

const someTicket = (hall: HallState, chance: Chance, ...states: Ticket['state'][]) => {
  const [first, ...rest] = allLive(hall.tickets).filter(({ state }) => states.includes(state));
  return first ? chance.pick([first, ...rest]) : null;
};
const someCounter = (chance: Chance) =>
  chance.pick(smallHall.counters as [(typeof smallHall.counters)[number]]).id;

const atCounter =
  (
    type: 'RecallTicket' | 'StartService' | 'FinishService' | 'MissTicket',
    ...states: Ticket['state'][]
  ): Maker =>
  (hall, chance) => {
    const ticket = someTicket(hall, chance, ...states);
    return ticket?.call ? { type, ticket: ticket.id, counter: ticket.call.counter } : null;
  };

const someService = (chance: Chance) =>
  chance.pick(smallHall.services as [(typeof smallHall.services)[number]]).id;

const issue: Maker = (_hall, chance) => ({
  type: 'IssueTicket',
  service: someService(chance),
  lane: chance.pick(smallHall.lanes as [(typeof smallHall.lanes)[number]]).id,
  ...(chance.next() < 0.2 && { further: [someService(chance)] }),
  ...(chance.next() < 0.1 && { preparing: true }),
});
const openCounter: Maker = (_hall, chance) => {
  const counter = someCounter(chance);
  return { type: 'OpenCounter', counter, staff: staffAt(counter) };
};
const callNext: Maker = (_hall, chance) => ({ type: 'CallNext', counter: someCounter(chance) });
const pause: Maker = (_hall, chance) => ({
  type: 'PauseCounter',
  counter: someCounter(chance),
  reason: chance.pick(['break', 'internal-work']),
});
const resume: Maker = (_hall, chance) => ({ type: 'ResumeCounter', counter: someCounter(chance) });
const closeCounter: Maker = (_hall, chance) => ({
  type: 'CloseCounter',
  counter: someCounter(chance),
});
const cancel: Maker = (hall, chance) => {
  const ticket = someTicket(hall, chance, 'waiting', 'called', 'missed');
  return ticket
    ? { type: 'CancelTicket', ticket: ticket.id, reason: 'cancelled-by-customer' }
    : null;
};
const giveBack: Maker = (hall, chance) => {
  const ticket = someTicket(hall, chance, 'missed');
  return ticket ? { type: 'ReturnTicket', ticket: ticket.number } : null;
};
const changeConfiguration: Maker = (hall, chance) =>
  hall.day && {
    type: 'ChangeConfiguration',
    config: otherConfig(hall.day.config, chance.between(0, 40), chance.between(0, 255)),
    when: chance.pick(['now', 'now', 'next-day', hall.at + 60_000]),
    basedOn: hall.configuration.latest,
  };
const askedAt = (hall: HallState, counter: string): number =>
  hall.counters.find(({ id }) => id === counter)?.asked?.at ?? 0;
/** On a phone, where a visit has ended served. */
const votes = (hall: HallState, chance: Chance): HallCommand[] => {
  const [first, ...rest] = allLive(hall.served).map(({ id }) => id);
  return first ? [{ type: 'RateVisit', ticket: chance.pick([first, ...rest]), score: 3 }] : [];
};
/** Life at a counter beside the line. */
const besides: Maker = (hall, chance) => {
  const counter = someCounter(chance);
  const ticket = someTicket(hall, chance, 'waiting', 'missed', 'called')?.id;
  return chance.pick<HallCommand | null>([
    { type: 'CallForHelp', counter, kind: 'approval' },
    { type: 'AnswerHelp', counter },
    { type: 'EndHelp', counter },
    { type: 'CallForHelpAtKiosk', kiosk: KioskId.parse('K1') },
    { type: 'AnswerKioskHelp', kiosk: KioskId.parse('K1') },
    { type: 'EndKioskHelp', kiosk: KioskId.parse('K1') },
    { type: 'PostNextOpening', opensAt: chance.happens(0.3) ? null : hall.at + 3_600_000 },
    { type: 'AnswerCare' },
    { type: 'RateService', counter, askedAt: askedAt(hall, counter), score: 4, channel: 'pad' },
    ...votes(hall, chance),
    { type: 'HandOverCounter', counter, staff: StaffId.parse(`h${counter}`) },
    { type: 'ReleaseCounter', counter },
    ticket ? { type: 'CallTicket', counter, ticket, reason: 'needs-care' } : null,
    ticket ? { type: 'EscortTicket', ticket } : null,
  ]);
};
const closeDay: Maker = () => ({ type: 'CloseDay', remaining: 'end-remaining' });

/** How often, out of their sum. */
const MAKERS: readonly (readonly [number, Maker])[] = [
  [30, issue],
  [8, openCounter],
  [30, callNext],
  [14, atCounter('RecallTicket', 'called')],
  [16, atCounter('StartService', 'called')],
  [20, atCounter('FinishService', 'called', 'serving')],
  [12, atCounter('MissTicket', 'called')],
  [8, giveBack],
  [4, cancel],
  [3, pause],
  [6, resume],
  [2, closeCounter],
  [10, besides],
  ...VISIT_MAKERS,
  [6, () => ({ type: 'ExpireDeadlines' })],
  [1, changeConfiguration],
  [0.5, closeDay],
  [0.3, () => ({ type: 'StopIssuing', reason: 'overcrowded' })],
  [2, () => ({ type: 'ResumeIssuing' })],
];
const SUM = MAKERS.reduce((sum, [weight]) => sum + weight, 0);

export const randomCommand = (hall: HallState, chance: Chance): HallCommand => {
  if (!hall.day?.open) return openDay(hall, chance);
  let roll = chance.next() * SUM;
  const chosen = MAKERS.find(([weight]) => {
    roll -= weight;
    return roll < 0;
  });
  return chosen?.[1](hall, chance) ?? { type: 'CallNext', counter: someCounter(chance) };
};

/** The same day once more, or a later one. */
const openDay = (hall: HallState, chance: Chance): HallCommand => {
  const last = hall.day?.businessDay;
  const again = last !== undefined && chance.next() < 0.3;
  const next = last === undefined ? 0 : dayIndex(last) + 1;
  return {
    type: 'OpenDay',
    businessDay: again ? last : businessDay(next),
    config: smallHall,
  };
};
const dayIndex = (day: string): number =>
  Math.round((Date.parse(day) - Date.parse(businessDay(0))) / 86_400_000);

/** Often the same millisecond, mostly seconds, sometimes minutes. */
export const laterBy = (at: Instant, chance: Chance): Instant => {
  const roll = chance.next();
  if (roll < 0.35) return at;
  return at + (roll < 0.9 ? chance.between(1, 30_000) : chance.between(60_000, 300_000));
};
