/** A day of a hall by a seed: every kind of command, many of them refused. */
import { allLive } from '@tingxu/hall/live-tickets';
import type { HallState } from '@tingxu/hall/state';
import { visitKinds } from './visit-script.ts';

const COUNTERS = ['1', '2', '3', '4'];

/** Cash can be booked, and whoever is set aside outlives the day. */
const BOOKS_AND_CARRIES = {
  appointments: {
    ...{ lane: 'vip', earlyMs: 3_600_000, lateMs: 3_600_000, horizonDays: 30 },
    services: [
      {
        ...{ service: 'cash', slotMinutes: 30, capacity: 2 },
        hours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
      },
    ],
  },
  visits: {
    ...{ stay: true, keepWait: true, first: false, afterPark: 'return' },
    ...{ parkMs: 60_000, parkMaxMs: 600_000, carryMs: 60_000 },
  },
};

/** Another rule for a while, at once or the next day. */
const configuring = ({ day, configuration }: HallState, random: () => number): unknown => {
  const basedOn = configuration.latest;
  if (random() < 0.2) return { type: 'WithdrawConfigurationPlan', basedOn };
  const kind = random() < 0.5 ? 'fifo' : 'weighted-delay';
  const more = random() < 0.5 ? BOOKS_AND_CARRIES : {};
  const config = day && { ...day.config, ...more, policy: { ...day.config.policy, kind } };
  return {
    type: 'ChangeConfiguration',
    config,
    when: random() < 0.7 ? 'now' : 'next-day',
    basedOn,
  };
};

/** Where a pad asks, now and then about the service before; where none does it is refused. Rules: RATE-2. */
const rating = ({ counters }: HallState, random: () => number): unknown => {
  const { id = '1', asked = null } = counters.find((row) => row.asked !== null) ?? {};
  const askedAt = (asked?.at ?? 0) + (random() < 0.1 ? 1 : 0);
  const score = 1 + Math.floor(random() * 5);
  return { type: 'RateService', counter: id, askedAt, score, channel: 'pad' };
};

/** The next command somebody might send, given what the hall is like now. */
export const anyCommand = (hall: HallState, random: () => number): unknown => {
  const pick = <T>(values: readonly T[]): T | undefined =>
    values[Math.floor(random() * values.length)];
  const counter = pick(COUNTERS);
  const at = hall.counters.find(({ id }) => id === counter);
  const ticket =
    (random() < 0.8 ? at?.ticket : undefined) ??
    pick(allLive(hall.tickets).map(({ id }) => id)) ??
    '20261123-9999';
  const onTicket = (type: string) => ({ type, ticket, counter });
  const kinds = [
    {
      weight: 6,
      command: { type: 'IssueTicket', service: pick(['cash', 'open']), lane: 'normal' },
    },
    { weight: 1, command: { type: 'IssueTicket', service: 'cash', lane: 'vip' } },
    { weight: 3, command: { type: 'OpenCounter', counter, staff: `s${counter}` } },
    { weight: 1, command: { type: 'PauseCounter', counter, reason: 'break' } },
    { weight: 1, command: { type: 'ResumeCounter', counter } },
    { weight: 1, command: { type: 'CloseCounter', counter } },
    { weight: 6, command: { type: 'CallNext', counter } },
    { weight: 4, command: onTicket('RecallTicket') },
    { weight: 2, command: onTicket('StartService') },
    { weight: 3, command: onTicket('FinishService') },
    { weight: 3, command: onTicket('MissTicket') },
    { weight: 2, command: { type: 'ReturnTicket', ticket } },
    { weight: 0.2, command: { type: 'StopIssuing', reason: 'overcrowded' } },
    { weight: 1, command: { type: 'ResumeIssuing' } },
    { weight: 1, command: { type: 'CancelTicket', ticket, reason: 'cancelled-by-customer' } },
    { weight: 1, command: { type: 'CancelTicket', ticket, reason: 'walked-out' } },
    { weight: 1, command: { type: 'CallTicket', counter, ticket, reason: 'needs-care' } },
    { weight: 1, command: { type: 'StartWalkUp', counter, service: 'cash' } },
    { weight: 1, command: { type: 'EscortTicket', ticket } },
    { weight: 1, command: configuring(hall, random) },
    { weight: 1, command: { ...onTicket('MissTicket'), early: 'customer-left' } },
    { weight: 1, command: { type: 'HandOverCounter', counter, staff: `h${counter}` } },
    { weight: 1, command: { type: 'ReleaseCounter', counter } },
    { weight: 1, command: { type: 'CallForHelp', counter, kind: 'approval' } },
    { weight: 1, command: { type: 'AnswerHelp', counter } },
    { weight: 1, command: { type: 'EndHelp', counter } },
    { weight: 2, command: rating(hall, random) },
    { weight: 1, command: { type: 'CallForHelpAtKiosk', kiosk: 'K1' } },
    { weight: 1, command: { type: 'EndKioskHelp', kiosk: 'K1' } },
    { weight: 1, command: { type: 'AnswerCare' } },
    ...visitKinds(hall, random, { counter, ticket }),
  ];
  let left = random() * kinds.reduce((sum, kind) => sum + kind.weight, 0);
  for (const { weight, command } of kinds) {
    left -= weight;
    if (left < 0) return command;
  }
  return kinds[0]?.command;
};
