import { describe, expect, test } from 'vitest';
import {
  bendAnswer,
  bendFact,
  bendHall,
  changeDay,
  eachEvent,
  eachTicket,
  type Fault,
  fault,
  findingOf,
} from '../testing/faults.ts';
import { CORE } from '../testing/model-run.ts';
import { accept, reject } from './decision.ts';

const FAULTS: readonly Fault[] = [
  fault(
    'books a slot beyond its capacity',
    bendHall('MakeBooking', (hall) => ({ ...hall, bookings: [] })),
    ['REFUSE', 'BOOK-1', 'BOOK-2'],
  ),
  fault(
    'loses the bookings of later days at the roll-over',
    bendFact('DayOpened', (after) => ({ ...after, bookings: [] })),
    ['BOOK-1', 'ACCEPT'],
  ),
  fault(
    'forgets whom the day before set aside',
    bendHall('OpenDay', (hall) => ({ ...hall, carried: [] })),
    ['PARK-6'],
  ),
  fault(
    'opens a day again without whom the closing ended',
    bendAnswer((answer) =>
      answer.ok ? accept(...answer.events.filter(({ type }) => type !== 'TicketRestored')) : answer,
    ),
    ['DAY-5'],
  ),
  fault(
    'opens a day again without the bookings that the closing ended',
    bendHall('OpenDay', (hall) =>
      hall.closing ? { ...hall, closing: { ...hall.closing, bookings: [] } } : hall,
    ),
    ['DAY-5'],
  ),
  fault(
    'counts whom a reopening brings back as a no-show still',
    bendFact('TicketRestored', (after, before) => ({ ...after, totals: before.totals })),
    ['INV-11'],
  ),
  fault(
    'puts whoever was at a counter back where they had stood',
    bendFact('TicketRestored', (after, before, event) => {
      const was = before.closing?.tickets.find(({ id }) => id === event.ticket);
      const place = was?.place ?? 0;
      return eachTicket(after, (row) => (row.id === event.ticket ? { ...row, place } : row));
    }),
    ['INV-03'],
  ),
  fault(
    'carries over a ticket for somebody else',
    bendHall('OpenDay', (hall) => ({
      ...hall,
      carried: hall.carried.map((ticket) => ({ ...ticket, only: null })),
    })),
    ['PARK-6'],
  ),
  fault(
    'lets a booking wait from its check-in',
    bendFact('BookingCheckedIn', (after, _, { ticket: id }, at) =>
      eachTicket(after, (ticket) => (ticket.id === id ? { ...ticket, waitFromAt: at } : ticket)),
    ),
    ['INV-03', 'INV-05'],
  ),
  fault(
    'lets a change of what is offered lose the bookings of it',
    bendFact('ConfigurationChanged', (after, _before, { config }) => {
      const offered = config.appointments?.services.map(({ service }) => service) ?? [];
      return { ...after, bookings: after.bookings.filter((row) => offered.includes(row.service)) };
    }),
    ['BOOK-1'],
  ),
  fault(
    'checks in only what the hall still offers',
    bendAnswer((answer, hall, command) => {
      if (command.type !== 'CheckIn' || !answer.ok) return answer;
      const service = hall.bookings.find((row) => row.booking === command.booking)?.service;
      const offers = hall.day?.config.appointments?.services ?? [];
      return offers.some((row) => row.service === service)
        ? answer
        : reject('service-not-bookable');
    }),
    ['ACCEPT'],
  ),
  fault(
    'lets the time of a booking run while nobody can check in',
    bendHall('CheckIn', (hall) => changeDay(hall, { shut: [] })),
    ['ACCEPT'],
  ),
  fault(
    'goes on after a stop as though it had been longer',
    bendFact('IssuingResumed', (after, before) =>
      changeDay(after, { shut: before.day?.shut ?? [] }),
    ),
    ['REFUSE', 'BOOK-8'],
  ),
  fault(
    'forgets that the day was closed in between',
    bendFact('DayReopened', (after) => changeDay(after, { shut: [] })),
    ['ACCEPT', 'BOOK-8'],
  ),
  fault(
    'blames whoever it turned away',
    bendHall('CloseDay', (hall) => changeDay(hall, { shut: [], openedAt: 0 })),
    ['BOOK-8'],
  ),
  fault(
    'books for later what it will not offer then',
    bendHall('MakeBooking', (hall) => ({
      ...hall,
      configuration: { ...hall.configuration, plan: null },
    })),
    ['REFUSE', 'ACCEPT'],
  ),
  fault(
    'asks for the hours of the first service alone',
    bendHall('IssueTicket', (hall, command) => {
      const { schedule } = hall.day ?? {};
      if (!schedule?.services || command.type !== 'IssueTicket') return hall;
      const spans = schedule.services[command.service];
      const services = spans ? { [command.service]: spans } : {};
      return changeDay(hall, { schedule: { ...schedule, services } });
    }),
    ['REFUSE'],
  ),
  fault(
    'gives a lane to whoever shows nothing',
    {
      ...CORE,
      decide: (hall, command, context) => {
        if (command.type !== 'IssueTicket') return CORE.decide(hall, command, context);
        const proof = { class: 'vip', age: { years: 99, from: 'card' }, declared: true } as const;
        return CORE.decide(hall, { ...command, proof }, context);
      },
    },
    ['REFUSE', 'LANE-1', 'LANE-5'],
  ),
  fault(
    'goes again to whom somebody went just now',
    bendFact('CareAnswered', (after) => eachTicket(after, ({ caredAt: _, ...ticket }) => ticket)),
    ['INV-03', 'CARE-2'],
  ),
  fault(
    'leaves out one of those who have waited long',
    bendAnswer((answer) =>
      eachEvent(answer, (event) =>
        event.type === 'CareAnswered' && event.tickets.length > 1
          ? { ...event, tickets: event.tickets.slice(1) }
          : event,
      ),
    ),
    ['CARE-2'],
  ),
  fault(
    'records what a kiosk cancels in the name of staff',
    bendAnswer((answer, _hall, command) =>
      answer.ok && command.type === 'CancelBooking'
        ? eachEvent(answer, (event) =>
            event.type === 'BookingCancelled' ? { ...event, reason: command.reason } : event,
          )
        : answer,
    ),
    ['BOOK-9'],
  ),
  fault(
    'issues outside the posted hours',
    bendHall('IssueTicket', (hall) => changeDay(hall, { schedule: null })),
    ['REFUSE', 'HOURS-3'],
  ),
  fault(
    'forgets that a manager stopped issuing',
    bendFact('IssuingStopped', (after) => changeDay(after, { order: null })),
    ['HOURS-6'],
  ),
  fault(
    'never says that issuing turns',
    bendAnswer((answer) =>
      answer.ok ? accept(...answer.events.filter(({ type }) => type !== 'IssuingTurned')) : answer,
    ),
    ['HOURS-6'],
  ),
  fault(
    'closes the day before it tells a turn of issuing',
    bendAnswer((answer, _hall, command) =>
      answer.ok && command.type === 'CloseDay'
        ? accept(...answer.events.filter(({ type }) => type !== 'IssuingTurned'))
        : answer,
    ),
    ['HOURS-6'],
  ),
  fault(
    'gives a walk-up the default lane whatever is shown',
    {
      ...CORE,
      decide: (hall, command, context) => {
        const { defaultLane: lane } = hall.day?.config ?? {};
        const silent = command.type === 'StartWalkUp' && command.lane === undefined && lane;
        return CORE.decide(hall, silent ? { ...command, lane } : command, context);
      },
    },
    ['LANE-5', 'LANE-1', 'ACCEPT', 'REFUSE', 'CTR-12'],
  ),
  fault(
    'forgets over night that nobody has seen a customer',
    bendHall('OpenDay', (hall) => ({
      ...hall,
      carried: hall.carried.map((ticket) => ({ ...ticket, unseen: false })),
    })),
    ['END-4', 'INV-03'],
  ),
  fault(
    'takes a turn of issuing for told by whatever comes first',
    bendFact('TicketIssued', (after, _before, _event, at) => changeDay(after, { turnsToldAt: at })),
    ['HOURS-6'],
  ),
  fault(
    'keeps the hours of the morning when others come into force',
    bendFact('ConfigurationChanged', (after, before) =>
      changeDay(after, { schedule: before.day?.schedule ?? null }),
    ),
    ['HOURS-6', 'MISS-6', 'REFUSE', 'ACCEPT', 'HOURS-3', 'INV-03'],
  ),
  fault(
    'plans another configuration without its hours',
    bendFact('ConfigurationPlanned', (after) => {
      const { plan } = after.configuration;
      if (!plan) return after;
      const { posted: _, ...rest } = plan;
      return { ...after, configuration: { ...after.configuration, plan: rest } };
    }),
    ['HOURS-11'],
  ),
  fault(
    'forgets what was rated',
    bendFact('ServiceRated', (after, before) => ({ ...after, served: before.served })),
    ['RATE-6', 'REFUSE'],
  ),
  fault(
    'counts the wait before the opening',
    bendFact('TicketIssued', (after) =>
      eachTicket(after, (ticket) => ({ ...ticket, preOpeningMs: 0 })),
    ),
    ['INV-03'],
  ),
];

describe('a core with a fault in its day, its hours or its bookings is found out', () => {
  test.each(FAULTS)(
    'INV-05 control: one that $that',
    (planted) => expect(findingOf(planted)).toMatch(new RegExp(`^(${planted.found.join('|')})`)),
    120_000,
  );
});
