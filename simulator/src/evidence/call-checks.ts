/** What was called, where and in what order. Source: INV-03 to INV-07 of the quality list. */
import type { CounterId, Instant, TicketId } from '@tingxu/contract/ids';
import type { Evidence } from './evidence.ts';
import type { Check } from './finding.ts';
import { type HistoryStep, historyOf, LEAVES_COUNTER, WAITS_AFTER } from './history.ts';

type Places = {
  readonly at: Map<TicketId, CounterId>;
  readonly by: Map<CounterId, TicketId>;
};

const take = (places: Places, ticket: TicketId, counter: CounterId): readonly string[] => {
  const elsewhere = places.at.get(ticket);
  const other = places.by.get(counter);
  places.at.set(ticket, counter);
  places.by.set(counter, ticket);
  return [
    ...(elsewhere ? [`${ticket} was called to ${counter} while at ${elsewhere}`] : []),
    ...(other ? [`${counter} called ${ticket} while it had ${other}`] : []),
  ];
};

const oneCounter: Check = {
  id: 'one-counter',
  claim: 'no ticket was at two counters at once and no counter had two tickets',
  find: (evidence) => {
    const places: Places = { at: new Map(), by: new Map() };
    return historyOf(evidence).flatMap(({ ticket, event }) => {
      if (event.type === 'TicketCalled') return take(places, ticket, event.counter);
      if (!LEAVES_COUNTER.has(event.type)) return [];
      const counter = places.at.get(ticket);
      places.at.delete(ticket);
      if (counter) places.by.delete(counter);
      return [];
    });
  },
};

const fromWaiting: Check = {
  id: 'from-waiting',
  claim: 'every call took a ticket that waited then, and nothing happened to an ended one',
  find: (evidence) => {
    const waiting = new Set<TicketId>();
    const ended = new Set<TicketId>();
    return historyOf(evidence).flatMap(({ ticket, event, seq }) => {
      const before = waiting.has(ticket);
      waiting.delete(ticket);
      if (ended.has(ticket)) return [`${ticket}: ${event.type} at ${seq} after its end`];
      if (WAITS_AFTER.has(event.type)) waiting.add(ticket);
      if (LEAVES_COUNTER.has(event.type) && event.type !== 'TicketMissed') ended.add(ticket);
      return event.type === 'TicketCalled' && !before
        ? [`${ticket} was called at ${seq}, but did not wait`]
        : [];
    });
  },
};

const STEP_OF: Partial<Record<HistoryStep['event']['type'], string>> = {
  TicketIssued: 'issued',
  TicketCalled: 'called',
  TicketRecalled: 'recalled',
  ServiceStarted: 'started',
  ServiceFinished: 'finished',
  TicketMissed: 'missed',
  TicketReturned: 'returned',
  TicketCancelled: 'cancelled',
};

const nameOf = (
  step: string,
  ticket: TicketId,
  counter: CounterId | undefined,
  at: Instant,
): string => `${step} ${ticket}${counter ? ` at ${counter}` : ''} at ${at}`;

const recordedSteps = (evidence: Evidence): readonly string[] =>
  historyOf(evidence).flatMap(({ ticket, at, event }) => {
    const step = STEP_OF[event.type];
    const counter = 'counter' in event ? event.counter : undefined;
    return step ? [nameOf(step, ticket, counter, at)] : [];
  });

const acknowledgedSteps = (evidence: Evidence): readonly string[] =>
  evidence.log.flatMap((one) => {
    if (!('ticket' in one)) return [];
    return [nameOf(one.type, one.ticket, 'counter' in one ? one.counter : undefined, one.at)];
  });

const asAcknowledged: Check = {
  id: 'as-acknowledged',
  claim: 'the trails hold exactly what was acknowledged, at the instant of the clock',
  find: (evidence) => {
    const recorded = recordedSteps(evidence);
    const acknowledged = acknowledgedSteps(evidence);
    const [there, seen] = [new Set(recorded), new Set(acknowledged)];
    return [
      ...acknowledged.filter((step) => !there.has(step)).map((step) => `not recorded: ${step}`),
      ...recorded.filter((step) => !seen.has(step)).map((step) => `not acknowledged: ${step}`),
      ...(recorded.length > there.size ? ['a step was recorded twice'] : []),
    ];
  },
};

const asExpected: Check = {
  id: 'as-expected',
  claim: 'no command was refused that should succeed, and no free counter was kept from a customer',
  find: (evidence) =>
    evidence.log.flatMap((one) => {
      if (one.type === 'refused') return [`${one.command} was refused: ${one.code} at ${one.at}`];
      if (one.type !== 'called-nobody') return [];
      return [`${one.counter} got nobody at ${one.at} while ${one.waiting} waited`];
    }),
};

export const CALL_CHECKS: readonly Check[] = [oneCounter, fromWaiting, asAcknowledged, asExpected];
