/** A day played on the pure core with all evidence that a replay would gather: clean, for controls. */
import { HallEvent } from '@tingxu/contract/events';
import type { TicketId } from '@tingxu/contract/ids';
import type { TicketSummary } from '@tingxu/contract/rest';
import { viewOf } from '@tingxu/hall/view';
import { type CoreClient, coreClient } from '../drive/core-client.ts';
import type { Observed } from '../drive/observed.ts';
import { type Interlude, playDay } from '../drive/play-day.ts';
import {
  callName,
  type Evidence,
  type ScreenEvidence,
  type TicketEvidence,
} from '../evidence/evidence.ts';
import { bankHall } from '../model/bank-hall.ts';
import { type Scenario, scenarioOf } from '../model/scenario.ts';
import type { RecordedDay } from '../record/recorded-day.ts';
import { dayOf } from './small-day.ts';

const endOf = (trail: TicketEvidence['trail']): TicketSummary['endReason'] => {
  const last = trail.at(-1)?.event;
  switch (last?.type) {
    case 'ServiceFinished':
      return 'served';
    case 'TicketCancelled':
    case 'TicketLeft':
      return last.reason;
    case 'TicketExpired':
      return 'no-show';
    default:
      return null;
  }
};

const ticketsOf = (client: CoreClient, log: readonly Observed[]): TicketEvidence[] =>
  log.flatMap((one) => {
    if (one.type !== 'issued') return [];
    const trail = client
      .journal()
      .filter(({ event }) => 'ticket' in event && event.ticket === one.ticket)
      .map(({ seq, at, event }) => ({ seq, at, event: HallEvent.parse(event) }));
    const endReason = endOf(trail);
    const ticket: TicketSummary = {
      id: one.ticket,
      number: one.number,
      hall: client.state().hall,
      businessDay: client.state().day?.businessDay ?? ('' as never),
      lane: one.lane,
      service: one.service,
      state: endReason ? 'ended' : 'waiting',
      counter: null,
      issuedAt: new Date(one.at).toISOString(),
      endedAt: null,
      endReason,
    };
    return [{ ticket, trail }];
  });

const shownCalls = (client: CoreClient): Set<string> => {
  const numbers = new Map<TicketId, string>();
  const shown = new Set<string>();
  for (const { event } of client.journal()) {
    if (event.type === 'TicketIssued') numbers.set(event.ticket, event.number);
    if (event.type === 'TicketCalled' || event.type === 'TicketRecalled') {
      shown.add(callName(numbers.get(event.ticket) ?? '?', event.attempt));
    }
  }
  return shown;
};

/** Forty customers of both kinds of service at two counters, some of whom miss their call. */
export const busyMorning = (): RecordedDay =>
  dayOf(
    ...Array.from({ length: 40 }, (_, index) => ({
      arrives: index * 25,
      lane: (['vip', 'regular', 'unidentified'] as const)[index % 3] ?? 'regular',
      type: index % 4 === 0 ? 'NE' : 'PS',
      waits: (index * 13) % 80,
      ...(index % 7 === 3 ? {} : { serves: 40 + ((index * 31) % 50) }),
      by: index % 2 ? 'S01' : 'S02',
    })),
  );

export const coreEvidence = async (
  day: RecordedDay = busyMorning(),
  noShow = 0.3,
): Promise<{ evidence: Evidence; scenario: Scenario }> => {
  const scenario = scenarioOf(day, { seed: 3, noShow });
  const hall = bankHall(scenario.counters, 'weighted-delay');
  const client = coreClient(hall, day.date, scenario.startsAt);
  const screens: ScreenEvidence[] = [];
  const compare: Interlude = {
    at: (scenario.customers[20]?.arrivesAt ?? 0) + 1,
    run: async (at) => {
      const [folded, fresh] = [viewOf(client.state(), 'board'), viewOf(client.state(), 'board')];
      screens.push({ screen: 'board 1', at, folded, fresh });
    },
  };
  const { log } = await playDay(scenario, hall, client, { interludes: [compare] });
  const evidence: Evidence = {
    hall,
    log,
    tickets: ticketsOf(client, log),
    totals: Object.values(client.state().totals),
    screens,
    shown: [{ screen: 'board 1', calls: shownCalls(client) }],
    resent: [{ key: 'k1', first: '201 {}', second: '201 {}' }],
    journal: { passed: true, output: '' },
  };
  return { evidence, scenario };
};
