import type { CounterId, TicketId, TicketNumber } from '@tingxu/contract/ids';
import { expect, test } from 'vitest';
import type { Observed } from '../drive/observed.ts';
import { coreEvidence } from '../testing/core-evidence.ts';
import { CHECKS } from './checks.ts';
import type { Evidence, TicketEvidence, TrailStep } from './evidence.ts';
import { judge } from './finding.ts';

const { evidence: clean } = await coreEvidence();

const failing = (evidence: Evidence) =>
  judge(CHECKS, evidence)
    .filter((finding) => !finding.ok)
    .map((finding) => finding.id);

test('a sound day passes every check', () => {
  const broken = judge(CHECKS, clean).filter((finding) => !finding.ok);
  expect(broken).toEqual([]);
  const seen = new Set(clean.tickets.flatMap(({ trail }) => trail.map(({ event }) => event.type)));
  expect([...seen].sort()).toEqual([
    'ServiceFinished',
    'ServiceStarted',
    'TicketCalled',
    'TicketCancelled',
    'TicketExpired',
    'TicketIssued',
    'TicketMissed',
    'TicketRecalled',
    'TicketReturned',
  ]);
});

const mapTickets = (
  change: (ticket: TicketEvidence, index: number) => TicketEvidence,
): Evidence => ({
  ...clean,
  tickets: clean.tickets.map(change),
});

const mapTrail = (change: (step: TrailStep, ticket: TicketEvidence) => TrailStep[]): Evidence =>
  mapTickets((one) => ({ ...one, trail: one.trail.flatMap((step) => change(step, one)) }));

const mapLog = (change: (one: Observed) => Observed[]): Evidence => ({
  ...clean,
  log: clean.log.flatMap(change),
});

const served = clean.tickets.filter(({ ticket }) => ticket.endReason === 'served');
const [first, second] = served;
const id = (ticket: TicketEvidence | undefined) => ticket?.ticket.id as TicketId;
const number = (ticket: TicketEvidence | undefined) => ticket?.ticket.number as TicketNumber;

const step = (type: TrailStep['event']['type']): TrailStep => {
  const found = first?.trail.find((one) => one.event.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
};

/** What each check must find, and nothing but a broken world can show it. */
const SABOTAGE: readonly (readonly [check: string, what: string, broken: Evidence])[] = [
  ['none-lost', 'a ticket that the server forgot', { ...clean, tickets: clean.tickets.slice(1) }],
  [
    'none-lost',
    'a ticket without an end',
    mapTickets((one) =>
      one === first
        ? { ...one, ticket: { ...one.ticket, state: 'waiting', endReason: null } }
        : one,
    ),
  ],
  [
    'none-lost',
    'another end than the one seen',
    mapTickets((one) =>
      one === first ? { ...one, ticket: { ...one.ticket, endReason: 'no-show' } } : one,
    ),
  ],
  [
    'none-doubled',
    'a number given twice',
    mapLog((one) =>
      one.type === 'issued' && one.ticket === id(second)
        ? [{ ...one, number: number(first) }]
        : [one],
    ),
  ],
  [
    'none-doubled',
    'a gap in a series',
    mapLog((one) =>
      one.type === 'issued' && one.number === 'V001'
        ? [{ ...one, number: 'V999' as TicketNumber }]
        : [one],
    ),
  ],
  [
    'totals-conserve',
    'a total that counts one too few',
    { ...clean, totals: clean.totals.map((row) => ({ ...row, served: row.served - 1 })) },
  ],
  [
    'one-counter',
    'a ticket called at a second counter while at the first',
    mapTrail((one, ticket) => {
      if (ticket !== first || one.event.type !== 'TicketCalled') return [one];
      const counter = one.event.counter === 's01' ? 's02' : 's01';
      const again = { ...one.event, counter: counter as CounterId };
      return [one, { ...one, seq: one.seq + 0.5, event: again }];
    }),
  ],
  [
    'one-counter',
    'a counter that calls while it has a ticket',
    mapTrail((one, ticket) =>
      ticket === first && one.event.type === 'ServiceFinished' ? [] : [one],
    ),
  ],
  [
    'from-waiting',
    'a call of a ticket that was never issued',
    mapTrail((one, ticket) => (ticket === first && one.event.type === 'TicketIssued' ? [] : [one])),
  ],
  [
    'from-waiting',
    'a step after the end',
    mapTrail((one, ticket) =>
      ticket === first && one.event.type === 'ServiceFinished'
        ? [one, { ...step('ServiceStarted'), seq: one.seq + 0.5 }]
        : [one],
    ),
  ],
  [
    'as-acknowledged',
    'an acknowledged call that was not recorded',
    mapLog((one) => (one.type === 'called' ? [one, { ...one, at: one.at + 1 }] : [one])),
  ],
  [
    'as-acknowledged',
    'a recorded step that nobody asked for',
    mapLog((one) => (one.type === 'started' && one.ticket === id(first) ? [] : [one])),
  ],
  [
    'as-acknowledged',
    'a clock that was wrong',
    mapTrail((one) => (one.event.type === 'TicketCalled' ? [{ ...one, at: one.at + 1 }] : [one])),
  ],
  [
    'as-expected',
    'a refused command',
    mapLog((one) => [
      one,
      { type: 'refused', at: one.at, command: 'FinishService', code: 'ticket-not-in-state' },
    ]),
  ],
  [
    'as-expected',
    'a counter that got nobody',
    mapLog((one) =>
      one.type === 'called'
        ? [{ type: 'called-nobody', at: one.at, counter: one.counter, waiting: 1 }, one]
        : [one],
    ),
  ],
  [
    'pass-over-cap',
    'a cap that did not hold',
    mapTrail((one) =>
      one.event.type === 'TicketIssued'
        ? [{ ...one, event: { ...one.event, passOverCap: 0 } }]
        : [one],
    ),
  ],
  [
    'pass-over-cap',
    'a server that does not count',
    mapTrail((one) =>
      one.event.type === 'TicketCalled'
        ? [{ ...one, event: { ...one.event, passedOver: [] } }]
        : [one],
    ),
  ],
  [
    'worst-position',
    'a promise that did not hold',
    mapLog((one) => (one.type === 'issued' ? [{ ...one, worstPosition: 0 }] : [one])),
  ],
  [
    'screens-agree',
    'a screen that shows something else',
    {
      ...clean,
      screens: clean.screens.map((one) => ({
        ...one,
        folded: one.folded && { ...one.folded, day: { open: true, businessDay: null } },
      })),
    },
  ],
  [
    'screens-agree',
    'a screen with nothing on it',
    { ...clean, screens: clean.screens.map((one) => ({ ...one, folded: null })) },
  ],
  ['screens-agree', 'no comparison at all', { ...clean, screens: [] }],
  [
    'calls-shown',
    'a call that a screen missed',
    {
      ...clean,
      shown: clean.shown.map(({ screen, calls }) => ({
        screen,
        calls: new Set([...calls].slice(1)),
      })),
    },
  ],
  [
    'answered-once',
    'two answers to one command',
    { ...clean, resent: [{ key: 'k', first: '201 a', second: '201 b' }] },
  ],
  ['answered-once', 'nothing sent twice', { ...clean, resent: [] }],
  [
    'journal-sound',
    'a journal that does not check',
    { ...clean, journal: { passed: false, output: 'broken chain' } },
  ],
];

test.each(SABOTAGE)('%s finds %s', (check, _what, broken) => {
  expect(failing(broken)).toContain(check);
});

test('every check has a control that it must find', () => {
  const controlled = new Set(SABOTAGE.map(([check]) => check));
  expect(CHECKS.map((check) => check.id).filter((check) => !controlled.has(check))).toEqual([]);
});
