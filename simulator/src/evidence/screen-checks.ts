/** What followers of the feed showed, and what else must hold afterwards. Rules: FEED-3, JRN-4. */
import { isDeepStrictEqual } from 'node:util';
import type { HallView } from '@tingxu/contract/views';
import { callName, type Evidence } from './evidence.ts';
import type { Check } from './finding.ts';
import { historyOf } from './history.ts';

const differingParts = (folded: HallView, fresh: HallView): string =>
  Object.entries(fresh)
    .filter(([part, rows]) => !isDeepStrictEqual(Reflect.get(folded, part), rows))
    .map(([part]) => part)
    .join(', ');

const screensAgree: Check = {
  id: 'screens-agree',
  claim: "every following screen had the server's state at every comparison",
  find: ({ screens }) => {
    if (screens.length === 0) return ['no screen was compared'];
    return screens.flatMap(({ screen, at, folded, fresh }) => {
      if (!folded || !fresh) return [`${screen} had nothing to show at ${at}`];
      return isDeepStrictEqual(folded, fresh)
        ? []
        : [`${screen} differs at ${at} in ${differingParts(folded, fresh)}`];
    });
  },
};

const callsOf = (evidence: Evidence): readonly string[] => {
  const numbers = new Map(evidence.tickets.map(({ ticket }) => [ticket.id, ticket.number]));
  return historyOf(evidence).flatMap(({ ticket, event }) =>
    event.type === 'TicketCalled' || event.type === 'TicketRecalled'
      ? [callName(numbers.get(ticket) ?? '?', event.attempt)]
      : [],
  );
};

const callsShown: Check = {
  id: 'calls-shown',
  claim: 'every screen that was on all day showed every call and recall',
  find: (evidence) => {
    if (evidence.shown.length === 0) return ['no screen was on all day'];
    const calls = callsOf(evidence);
    return evidence.shown.flatMap(({ screen, calls: shown }) =>
      calls.filter((call) => !shown.has(call)).map((call) => `${screen} never showed ${call}`),
    );
  },
};

const answeredOnce: Check = {
  id: 'answered-once',
  claim: 'a command sent twice with one key had the same answer both times',
  find: ({ resent }) => {
    if (resent.length === 0) return ['no command was sent twice'];
    return resent.flatMap(({ key, first, second }) =>
      first === second ? [] : [`${key}: ${first} then ${second}`],
    );
  },
};

const journalSound: Check = {
  id: 'journal-sound',
  claim: 'journal:check finds the journal and its read tables sound',
  find: ({ journal }) => (journal.passed ? [] : [journal.output.trim().slice(-500)]),
};

export const SCREEN_CHECKS: readonly Check[] = [
  screensAgree,
  callsShown,
  answeredOnce,
  journalSound,
];
