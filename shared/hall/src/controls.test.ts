import type { HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import {
  bendAnswer,
  bendFact,
  bendHall,
  changeDay,
  eachCounter,
  eachEvent,
  eachTicket,
  type Fault,
  fault,
  findingOf,
  moreOf,
  openSince,
  otherwise,
  without,
} from '../testing/faults.ts';
import { CORE, type Core } from '../testing/model-run.ts';
import { sweep } from '../testing/property.ts';
import { FIXED_SEED } from '../testing/seed.ts';
import { accept, reject } from './decision.ts';
import { allLive, findLive } from './live-tickets.ts';
import { counterOf } from './lookup.ts';
import type { HallState, Ticket } from './state.ts';
import { changeTicket } from './tickets.ts';

let flip = false;

const seenAt = (hall: HallState, id: string): HallState =>
  eachTicket(hall, (row) => (row.id === id ? { ...row, unseen: false } : row));

/** A wait that goes on since then, if its service was cut. */
const cutWait = (row: Ticket, againAt: Instant | null): Ticket =>
  row.waited ? { ...row, waited: { ...row.waited, againAt } } : row;

const FAULTS: readonly Fault[] = [
  fault(
    'ignores the pass-over cap',
    bendHall('CallNext', (hall) => eachTicket(hall, (ticket) => ({ ...ticket, passedOver: 0 }))),
    ['INV-05', 'CALL-9', 'CALL-4'],
  ),
  fault(
    'lets a returned ticket jump its hold',
    bendHall('CallNext', (hall) => eachTicket(hall, (ticket) => ({ ...ticket, hold: 0 }))),
    ['INV-05', 'CALL-4', 'CALL-9'],
  ),
  fault(
    'calls the one who came last',
    bendHall('CallNext', (hall) =>
      eachTicket(hall, (ticket) => ({
        ...ticket,
        place: 10_000 - ticket.place,
        waitFromAt: hall.at,
      })),
    ),
    ['INV-05', 'CALL-4', 'CALL-9'],
  ),
  fault(
    'takes secondary services like any other',
    bendHall('CallNext', (hall) => otherwise(hall, ({ secondary: _, ...counter }) => counter)),
    ['INV-05', 'CALL-4', 'CALL-9'],
  ),
  fault(
    'never minds that a secondary ticket has waited for its limit',
    bendHall('CallNext', (hall) =>
      otherwise(hall, ({ secondary, ...counter }) => ({
        ...counter,
        ...(secondary && { secondary: secondary.map((row) => ({ ...row, limitMs: 10 ** 9 })) }),
      })),
    ),
    ['INV-05', 'CALL-4', 'CALL-9'],
  ),
  fault(
    'lets a dedicated counter take anybody',
    bendHall('CallNext', (hall) => otherwise(hall, ({ dedicated: _, ...counter }) => counter)),
    ['INV-05', 'CALL-4', 'REFUSE', 'CALL-9'],
  ),
  fault(
    'lets a dedicated counter help at once',
    bendHall('CallNext', (hall) => eachCounter(hall, (row) => openSince(row, 0))),
    ['REFUSE'],
  ),
  fault(
    'never lets a dedicated counter help',
    bendHall('CallNext', (hall) => eachCounter(hall, (row) => openSince(row, hall.at * 2))),
    ['ACCEPT'],
  ),
  fault(
    'takes a paused counter for there, however long',
    bendHall('CallNext', (hall) =>
      eachCounter(hall, (row) => (row.state === 'paused' ? { ...row, sinceAt: hall.at * 2 } : row)),
    ),
    ['INV-05', 'CALL-4', 'CALL-9', 'ACCEPT'],
  ),
  fault(
    'counts a new limit from before it',
    bendFact('ConfigurationChanged', (after) => changeDay(after, { limitsFromAt: 0 })),
    ['MISS-6', 'CTR-8'],
  ),
  fault(
    'lets a change narrow what was told of a booking',
    bendFact('ConfigurationChanged', (after) => ({
      ...after,
      bookings: after.bookings.map(({ limits: _, ...row }) => row),
    })),
    ['BOOK-14'],
  ),
  fault(
    'forgets what was told of a booking when a plan is withdrawn',
    bendFact('ConfigurationPlanWithdrawn', (after, before) => ({
      ...after,
      bookings: before.bookings,
    })),
    ['BOOK-14'],
  ),
  fault(
    'forgets what a ticket was served before it was set aside',
    bendFact('TicketParked', (after) => eachTicket(after, (row) => ({ ...row, servedMs: 0 }))),
    ['INV-03'],
  ),
  fault(
    'forgets what a ticket had waited before it was set aside',
    bendFact('TicketParked', (after) => eachTicket(after, (row) => ({ ...row, waited: null }))),
    ['STAT-5', 'INV-11'],
  ),
  fault(
    'lets a wait stand still in line after the ticket was set aside',
    bendFact('TicketResumed', (after) => eachTicket(after, (row) => cutWait(row, null))),
    ['STAT-5', 'INV-11'],
  ),
  fault(
    'forgets how long the day was closed for whoever was served at its closing',
    bendFact('TicketRestored', (after, _before, _event, at) =>
      eachTicket(after, (row) => cutWait(row, at)),
    ),
    ['STAT-5', 'INV-11'],
  ),
  fault(
    'forgets at a transfer what the legs before had waited',
    bendFact('LegEntered', (after) => eachTicket(after, (row) => ({ ...row, earlierWaitMs: 0 }))),
    ['INV-03', 'STAT-5'],
  ),
  fault(
    'keeps a dedicated counter from those whom nobody else takes',
    bendHall('CallNext', (hall, command) =>
      eachCounter(hall, (row) => {
        const other = command.type === 'CallNext' && row.id !== command.counter;
        return other && row.state === 'closed' ? { ...row, state: 'paused' } : row;
      }),
    ),
    ['ACCEPT', 'INV-05', 'CALL-4', 'CALL-9'],
  ),
  fault(
    'forgets whose turn it is',
    bendFact('TicketCalled', (after, before) => ({ ...after, turns: before.turns })),
    ['INV-05'],
  ),
  fault(
    'saves turns up for a lane of which nobody waits',
    bendFact('TicketCalled', (after) => ({ ...after, turns: { ...after.turns, now: 0 } })),
    ['INV-05'],
  ),
  fault(
    'does not say why a counter could take a ticket',
    bendAnswer((answer) => {
      if (!answer.ok) return answer;
      const silent = (event: HallEvent): HallEvent => {
        if (event.type !== 'TicketCalled') return event;
        const { tier: _, ...rest } = event;
        return rest;
      };
      return accept(...answer.events.map(silent));
    }),
    ['CALL-9'],
  ),
  fault(
    'gives a number a second time',
    bendFact('TicketCancelled', (after) => ({
      ...after,
      series: Object.fromEntries(
        Object.entries(after.series).map(([letter, last]) => [letter, Math.max(0, last - 1)]),
      ),
    })),
    ['INV-06'],
  ),
  fault(
    'skips a number',
    bendFact('CounterPaused', (after) => ({
      ...after,
      series: Object.fromEntries(
        Object.entries(after.series).map(([letter, last]) => [letter, last + 1]),
      ),
    })),
    ['INV-06'],
  ),
  fault(
    'loses a ticket that comes back',
    bendFact('TicketReturned', (after, _, event) => without(after, event.ticket)),
    ['INV-03'],
  ),
  fault(
    'keeps a ticket that was served',
    bendFact('ServiceFinished', (after, before) => ({ ...after, tickets: before.tickets })),
    ['INV-03'],
  ),
  fault(
    'calls a ticket that another counter has',
    bendHall('CallNext', (hall) => eachTicket(hall, (ticket) => ({ ...ticket, state: 'waiting' }))),
    ['INV-03', 'INV-04', 'INV-05', 'CALL-4', 'REFUSE'],
  ),
  fault(
    'forgets that a counter is busy',
    bendHall('CallNext', (hall) => ({
      ...hall,
      counters: hall.counters.map((row) => ({ ...row, ticket: null })),
    })),
    ['REFUSE', 'ACCEPT'],
  ),
  fault(
    'leaves the counter reserved when the customer cancels',
    bendFact('TicketCancelled', (after, before) => ({ ...after, counters: before.counters })),
    ['INV-04'],
  ),
  fault(
    'lets a counter close under its ticket',
    bendAnswer((answer, hall, command) => {
      if (command.type !== 'CloseCounter' || answer.ok) return answer;
      const { staff } = counterOf(hall, command.counter) ?? { staff: null };
      if (staff === null) return answer;
      return accept({ type: 'CounterClosed', counter: command.counter, staff });
    }),
    ['REFUSE', 'INV-13'],
  ),
  fault(
    'forgets a total',
    bendFact('TicketExpired', (after, before) => ({ ...after, totals: before.totals })),
    ['INV-11'],
  ),
  fault(
    'counts a served ticket twice',
    bendFact('ServiceFinished', (after, before) => ({
      ...after,
      totals: Object.fromEntries(
        Object.entries(after.totals).map(([lane, row]) => {
          const more = row.served > (before.totals[row.lane]?.served ?? 0) ? 1 : 0;
          return [lane, { ...row, served: row.served + more }];
        }),
      ),
    })),
    ['INV-11'],
  ),
  fault(
    'passes a number over too early',
    bendAnswer((answer, hall, command) => {
      if (command.type !== 'MissTicket' || answer.ok) return answer;
      const ticket = allLive(hall.tickets).find(({ id }) => id === command.ticket);
      if (answer.rejection.code !== 'miss-too-early' || !ticket?.call) return answer;
      const { counter, staff, counted } = ticket.call;
      const about = { ticket: ticket.id, counter, staff, calls: counted };
      return accept({ type: 'TicketMissed', ...about, validUntilAt: hall.at + 60_000 });
    }),
    ['REFUSE', 'MISS-2'],
  ),
  fault(
    'counts every recall',
    bendAnswer((answer) => {
      if (!answer.ok) return answer;
      const counted = (event: HallEvent): HallEvent =>
        event.type === 'TicketRecalled' ? { ...event, counted: true } : event;
      return accept(...answer.events.map(counted));
    }),
    ['MISS-1'],
  ),
  fault(
    'lets a number outlive its tolerance',
    bendAnswer((answer) => {
      if (!answer.ok) return answer;
      const lives = (event: HallEvent): boolean =>
        event.type !== 'TicketExpired' || event.why !== 'tolerance-over';
      return accept(...answer.events.filter(lives));
    }),
    ['MISS-12'],
  ),
  fault(
    'keeps the whole wait whatever the lane says',
    bendAnswer((answer) => {
      if (!answer.ok) return answer;
      const whole = (event: HallEvent): HallEvent => {
        if (event.type !== 'TicketReturned') return event;
        const { waitFromAt: _, ...rest } = event;
        return rest;
      };
      return accept(...answer.events.map(whole));
    }),
    ['MISS-7'],
  ),
  fault(
    'lets a lease run on for ever',
    bendAnswer((answer) => {
      if (!answer.ok) return answer;
      const goesOn = (event: HallEvent) => !('why' in event && event.why === 'lease-over');
      return accept(...answer.events.filter(goesOn));
    }),
    ['CTR-8', 'MISS-4', 'MISS-6', 'INV-12', 'INV-13', 'PARK-3', 'LEG-3'],
  ),
  fault(
    'lets a chosen ticket pass over nobody',
    bendAnswer((answer) => {
      if (!answer.ok) return answer;
      const alone = (event: HallEvent): HallEvent =>
        event.type === 'TicketCalled' && event.chosen ? { ...event, passedOver: [] } : event;
      return accept(...answer.events.map(alone));
    }),
    ['CTR-6'],
  ),
  fault(
    'forgets to call after a service',
    bendAnswer((answer, _hall, command) => {
      if (!answer.ok || command.type !== 'FinishService') return answer;
      return accept(...answer.events.filter(({ type }) => type !== 'TicketCalled'));
    }),
    ['CTR-5'],
  ),
  fault(
    'counts a walk-out as a no-show',
    bendFact('TicketCancelled', (after, before, event) => {
      if (event.reason !== 'walked-out') return after;
      const ticket = findLive(before.tickets, event.ticket);
      const row = ticket && after.totals[ticket.lane];
      if (!row) return after;
      const moved = { ...row, cancelled: row.cancelled - 1, noShow: row.noShow + 1 };
      return { ...after, totals: { ...after.totals, [row.lane]: moved } };
    }),
    ['INV-11'],
  ),
  fault(
    'forgets that nobody has seen whom a counter set aside',
    bendFact('TicketParked', (after, _, { ticket }) => seenAt(after, ticket)),
    ['INV-03'],
  ),
  fault(
    'takes whom a counter transfers for seen',
    bendFact('LegEntered', (after, _, { ticket }) => seenAt(after, ticket)),
    ['INV-03'],
  ),
  fault(
    'lets staff say that a called customer walked out of the line',
    bendHall('CancelTicket', (hall, command) =>
      command.type === 'CancelTicket' && command.reason === 'walked-out'
        ? eachTicket(hall, (ticket) => ({ ...ticket, unseen: false }))
        : hall,
    ),
    ['REFUSE', 'END-4'],
  ),
  fault(
    'lets staff say that a called customer cancelled',
    bendHall('CancelTicket', (hall, command) =>
      command.type === 'CancelTicket' && command.reason === 'cancelled-by-customer'
        ? eachTicket(hall, (ticket) => ({ ...ticket, unseen: false }))
        : hall,
    ),
    ['REFUSE'],
  ),
  fault(
    'lets a teller remove a called customer before a miss may be',
    bendHall('CancelTicket', (hall, command) =>
      command.type === 'CancelTicket' && command.reason === 'removed-by-staff'
        ? eachTicket(hall, (ticket) => ({ ...ticket, unseen: false }))
        : hall,
    ),
    ['REFUSE'],
  ),
  fault(
    'records what a customer ended in the words of the request',
    bendAnswer((answer, _hall, command) =>
      command.type === 'CancelTicket'
        ? eachEvent(answer, (event) =>
            event.type === 'TicketCancelled' ? { ...event, reason: command.reason } : event,
          )
        : answer,
    ),
    ['END-5', 'END-4'],
  ),
  fault(
    'keeps a ticket for a counter that is away',
    bendHall('TransferTicket', (hall) =>
      eachCounter(hall, (row) => (row.state === 'paused' ? { ...row, sinceAt: hall.at * 2 } : row)),
    ),
    ['REFUSE'],
  ),
  fault(
    'keeps a lane waiting although a counter is free',
    bendAnswer((answer) => {
      const [event] = answer.ok ? answer.events : [];
      const starved = event?.type === 'TicketCalled' && event.passedOver.length > 0;
      return starved ? reject('nobody-waiting') : answer;
    }),
    ['ACCEPT'],
  ),
  fault(
    'decides by something outside the hall',
    bendAnswer((answer) => {
      flip = !flip;
      return flip || !answer.ok ? answer : reject('nobody-waiting');
    }),
    ['PURE'],
    true,
  ),
  fault(
    'changes a state that it was given',
    bendFact('TicketIssued', (after, before) => {
      Object.assign(before, { issued: 0 });
      return after;
    }),
    ['Cannot assign to read only property'],
    true,
  ),
  fault(
    'keeps something outside the journal',
    (() => {
      let hidden = 0;
      return bendFact('TicketIssued', (after) => {
        hidden += 1;
        return { ...after, openedBy: hidden };
      });
    })(),
    ['INV-10'],
  ),
  fault(
    'makes a fact that is no plain data',
    bendAnswer((answer) => {
      if (!answer.ok) return answer;
      const bent = (event: HallEvent): HallEvent =>
        event.type === 'TicketCalled' ? { ...event, score: Number.NaN } : event;
      return accept(...answer.events.map(bent));
    }),
    ['WIRE'],
    true,
  ),
  fault(
    'tells a wait of nothing to somebody who must wait',
    bendAnswer((answer) => {
      if (!answer.ok) return answer;
      const bent = (event: HallEvent): HallEvent =>
        event.type === 'TicketIssued' && event.wait !== null
          ? { ...event, wait: { lowMs: 0, highMs: 0 } }
          : event;
      return accept(...answer.events.map(bent));
    }),
    ['WAIT-1'],
  ),
  fault(
    'takes documents that were seen for one service as seen for the next',
    bendFact('LegEntered', (after, _before, { ticket: id, service }) => {
      const { documents } = findLive(after.tickets, id) ?? {};
      const asked = after.day?.config.services.find((row) => row.id === service)?.documents ?? [];
      return documents
        ? changeTicket(after, id, { documents: { ...documents, service, asked } })
        : after;
    }),
    ['PREP-4'],
  ),
  fault(
    'keeps the old place of a transferred ticket',
    bendAnswer((answer, hall, command) =>
      command.type === 'TransferTicket'
        ? eachEvent(answer, (event) => {
            const place =
              event.type === 'LegEntered' && findLive(hall.tickets, event.ticket)?.place;
            return place ? { ...event, place } : event;
          })
        : answer,
    ),
    ['LEG-3'],
  ),
  fault(
    'counts a transfer as served',
    bendFact('TicketTransferred', (after, before, { ticket }) =>
      moreOf(after, before, ticket, { served: 1, transferredOut: -1 }),
    ),
    ['INV-11'],
  ),
  fault(
    'counts a visit for each of its services',
    bendFact('LegFinished', (after, before, { ticket }) =>
      moreOf(after, before, ticket, { visitsServed: 1 }),
    ),
    ['INV-11'],
  ),
  fault(
    'leaves a transferred ticket with the counter that had it',
    bendFact('LegEntered', (after, before) => ({ ...after, counters: before.counters })),
    ['INV-04'],
  ),
  fault(
    'begins the pass-overs anew with each leg',
    bendFact('LegEntered', (after, _, { ticket }) =>
      eachTicket(after, (row) => (row.id === ticket ? { ...row, passedOver: 0 } : row)),
    ),
    ['INV-03'],
  ),
  fault(
    'counts a stay at the counter as a call',
    bendFact('LegEntered', (after, _, { stays }) =>
      eachTicket(after, (row) =>
        stays && row.state === 'waiting' ? { ...row, passedOver: row.passedOver + 1 } : row,
      ),
    ),
    ['INV-03'],
  ),
  fault(
    'forgets the services behind the next',
    bendFact('LegEntered', (after, _, { ticket }) =>
      eachTicket(after, (row) => (row.id === ticket ? { ...row, further: [] } : row)),
    ),
    ['INV-03'],
  ),
  fault(
    'tells nobody why a customer was referred',
    bendFact('LegEntered', (after, _, { ticket }) =>
      eachTicket(after, (row) => (row.id === ticket ? { ...row, referrals: {} } : row)),
    ),
    ['LEG-9'],
  ),
  fault(
    'lets whoever goes first pass a protected ticket',
    bendHall('CallNext', (hall) =>
      allLive(hall.tickets).some(({ first, state }) => first && state === 'waiting')
        ? eachTicket(hall, (ticket) => ({ ...ticket, passedOver: 0 }))
        : hall,
    ),
    ['INV-05', 'CALL-4', 'CALL-9'],
  ),
  fault(
    'lets nobody go first',
    bendHall('CallNext', (hall) => eachTicket(hall, (ticket) => ({ ...ticket, first: false }))),
    ['INV-05', 'CALL-9', 'LEG-6'],
  ),
  fault(
    'never minds for whom a ticket is kept',
    bendHall('CallNext', (hall) => eachTicket(hall, (ticket) => ({ ...ticket, only: null }))),
    ['INV-05', 'CALL-4', 'CALL-9', 'REFUSE'],
  ),
  fault(
    'keeps a ticket for ever for whoever is gone',
    bendHall('CallNext', (hall, command) =>
      eachTicket(hall, (ticket) => {
        if (ticket.only === null || command.type !== 'CallNext') return ticket;
        const { only, state } = ticket;
        const { id, staff } = counterOf(hall, command.counter) ?? { id: null, staff: null };
        const own = 'counter' in only ? only.counter === id : only.staff === staff;
        return own || state !== 'waiting' ? ticket : { ...ticket, state: 'preparing' };
      }),
    ),
    ['ACCEPT', 'INV-05', 'CALL-4', 'CALL-9'],
  ),
  fault(
    'never ends a park',
    bendAnswer((answer, _, command) => {
      if (!answer.ok || command.type !== 'ExpireDeadlines') return answer;
      const goesOn = (event: HallEvent) =>
        event.type !== 'TicketResumed' &&
        !(event.type === 'TicketExpired' && event.why === 'time-over');
      return accept(...answer.events.filter(goesOn));
    }),
    ['INV-12', 'PARK-4', 'MISS-6'],
  ),
  fault(
    'lets the counter of a parked ticket stay busy',
    bendFact('TicketParked', (after, before) => ({ ...after, counters: before.counters })),
    ['INV-04'],
  ),
  fault(
    'brings a parked ticket back behind everybody',
    bendAnswer((answer) =>
      eachEvent(answer, (event) =>
        event.type === 'TicketResumed' ? { ...event, first: false } : event,
      ),
    ),
    ['PARK-3'],
  ),
  fault(
    'calls whoever has no forms yet',
    bendHall('CallNext', (hall) =>
      eachTicket(hall, (ticket) =>
        ticket.state === 'preparing' ? { ...ticket, state: 'waiting' } : ticket,
      ),
    ),
    ['INV-03', 'INV-05', 'CALL-4', 'CALL-9', 'REFUSE'],
  ),
  fault(
    'loses what is live to another configuration',
    bendAnswer((answer, hall, command) => {
      if (command.type !== 'ChangeConfiguration' || answer.ok) return answer;
      if (answer.rejection.code !== 'configuration-conflict' || !hall.day) return answer;
      const { config } = command;
      const version = hall.configuration.latest + 1;
      return accept({ type: 'ConfigurationChanged', config, urgencies: {}, version });
    }),
    ['REFUSE', 'CONF-4'],
  ),
  fault(
    'overwrites a plan that nobody withdrew',
    bendAnswer((answer) =>
      answer.ok
        ? accept(...answer.events.filter(({ type }) => type !== 'ConfigurationPlanWithdrawn'))
        : answer,
    ),
    ['CONF-2', 'CONF-3'],
  ),
  fault(
    'begins the series anew with another configuration',
    bendFact('ConfigurationChanged', (after) => ({ ...after, series: {} })),
    ['INV-06', 'ACCEPT'],
  ),
  fault(
    'gives live tickets another K with another configuration',
    bendFact('ConfigurationChanged', (after) =>
      eachTicket(after, (ticket) => ({ ...ticket, passOverCap: ticket.passOverCap + 1 })),
    ),
    ['INV-03'],
  ),
  fault(
    'lets the moment of a plan pass',
    bendAnswer((answer, _, command) =>
      answer.ok && command.type === 'ExpireDeadlines'
        ? accept(...answer.events.filter(({ type }) => !type.startsWith('Configuration')))
        : answer,
    ),
    ['CONF-3'],
  ),
  fault(
    'forgets a plan over night',
    bendFact('DayOpened', (after) => ({
      ...after,
      configuration: { ...after.configuration, plan: null },
    })),
    ['CONF-3'],
  ),
  fault(
    'keeps the counters in the order of the old configuration',
    bendFact('ConfigurationChanged', (after, before) => ({
      ...after,
      counters: [...after.counters].sort(
        (a, b) =>
          before.counters.findIndex(({ id }) => id === a.id) -
          before.counters.findIndex(({ id }) => id === b.id),
      ),
    })),
    ['ACCEPT', 'INV-04', 'INV-05', 'WAIT-1'],
  ),
  fault(
    'calls by the skills of the old configuration',
    (() => {
      let old: HallState['day'] = null;
      return {
        evolve: (hall, event, at) => {
          if (event.type === 'ConfigurationChanged') old = hall.day;
          if (event.type === 'DayOpened') old = null;
          return CORE.evolve(hall, event, at);
        },
        decide: (hall, command, context) =>
          CORE.decide(
            old && hall.day && command.type === 'CallNext'
              ? { ...hall, day: { ...hall.day, config: old.config } }
              : hall,
            command,
            context,
          ),
      } satisfies Core;
    })(),
    ['INV-05', 'ACCEPT', 'REFUSE', 'CALL-'],
  ),
];

describe('a core with a fault in it is found out', () => {
  test.each(FAULTS)(
    'INV-05 control: one that $that',
    (planted) => expect(findingOf(planted)).toMatch(new RegExp(`^(${planted.found.join('|')})`)),
    120_000,
  );

  test('INV-05 control: without a fault the same days find nothing', () => {
    const { breach } = sweep({ seed: FIXED_SEED, days: 60, length: 300, strict: true });
    expect(breach).toBeNull();
  }, 120_000);

  test('INV-05 control: a breach is made small enough to read', () => {
    const forgetful = bendFact('TicketCancelled', (after, before) => ({
      ...after,
      counters: before.counters,
    }));
    const { breach } = sweep({ seed: FIXED_SEED, days: 4_000, length: 30, core: forgetful });
    expect(breach?.day.intents.length).toBeLessThan(8);
  }, 120_000);
});
