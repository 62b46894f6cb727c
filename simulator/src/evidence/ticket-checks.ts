/** Every ticket once, with one number and one end. Source: INV-01, INV-02, INV-11 of the quality list. */
import type { EndReason } from '@tingxu/contract/events';
import type { TicketId } from '@tingxu/contract/ids';
import type { Evidence } from './evidence.ts';
import type { Check } from './finding.ts';

const issuedIn = (evidence: Evidence) =>
  evidence.log.flatMap((one) => (one.type === 'issued' ? [one] : []));

const EXPECTED_END: Partial<Record<string, EndReason>> = {
  finished: 'served',
  cancelled: 'cancelled-by-customer',
  missed: 'no-show',
};

/** The end of each ticket as the driver saw it: its last step that can be an end. */
const endsSeen = (evidence: Evidence): ReadonlyMap<TicketId, EndReason | undefined> => {
  const ends = new Map<TicketId, EndReason | undefined>();
  for (const one of evidence.log) {
    if ('ticket' in one) ends.set(one.ticket, EXPECTED_END[one.type]);
  }
  return ends;
};

const noneLost: Check = {
  id: 'none-lost',
  claim: 'every acknowledged ticket is there and has ended as its customer saw it',
  find: (evidence) => {
    const told = new Map(evidence.tickets.map(({ ticket }) => [ticket.id, ticket]));
    const seen = endsSeen(evidence);
    return issuedIn(evidence).flatMap(({ ticket, number }) => {
      const there = told.get(ticket);
      if (!there) return [`${number} was acknowledged, but the server does not know it`];
      if (there.number !== number) return [`${number} is told as ${there.number}`];
      const expected = seen.get(ticket);
      if (there.state !== 'ended') return [`${number} has no end: ${there.state}`];
      return there.endReason === expected
        ? []
        : [`${number} ended as ${there.endReason}, seen was ${expected}`];
    });
  },
};

const noneDoubled: Check = {
  id: 'none-doubled',
  claim: 'each ticket and number was given once, and each series runs from 001 without a gap',
  find: (evidence) => {
    const issued = issuedIn(evidence);
    const repeated = (values: readonly string[]) =>
      values.filter((value, index) => values.indexOf(value) !== index);
    const doubled = [
      ...repeated(issued.map((one) => one.ticket)),
      ...repeated(issued.map((one) => one.number)),
    ];
    const bySeries = Map.groupBy(issued, (one) => one.number.slice(0, 1));
    const gaps = [...bySeries].flatMap(([series, group]) => {
      const ordinals = new Set(group.map((one) => Number(one.number.slice(1))));
      return group.flatMap((_one, index) =>
        ordinals.has(index + 1) ? [] : [`series ${series} has no ${index + 1}`],
      );
    });
    return [...doubled.map((value) => `${value} was given twice`), ...gaps];
  },
};

const totalsConserve: Check = {
  id: 'totals-conserve',
  claim:
    'per lane, issued + entered = served + no-show + cancelled + left + transferred out, and the customers count the same',
  find: (evidence) =>
    evidence.hall.lanes.flatMap(({ id: lane }) => {
      const row = evidence.totals.find((one) => one.lane === lane);
      if (!row) return [`no totals of lane ${lane}`];
      const issued = issuedIn(evidence).filter((one) => one.lane === lane);
      const own = new Set(issued.map((one) => one.ticket));
      const ended = (reason: EndReason) =>
        evidence.tickets.filter(({ ticket }) => own.has(ticket.id) && ticket.endReason === reason)
          .length;
      const expected = {
        issued: issued.length,
        served: ended('served'),
        noShow: ended('no-show'),
        cancelled: ended('cancelled-by-customer'),
        left: ended('left-at-closing') + ended('carried-over') + ended('session-ended'),
      };
      const { entered, served, noShow, cancelled, left, transferredOut } = row;
      const sum = served + noShow + cancelled + left + transferredOut;
      const unequal = (Object.keys(expected) as (keyof typeof expected)[]).flatMap((key) =>
        row[key] === expected[key] ? [] : [`${lane}: ${key} ${row[key]}, counted ${expected[key]}`],
      );
      const begun = row.issued + entered;
      return sum === begun ? unequal : [...unequal, `${lane}: ${sum} of ${begun} ended`];
    }),
};

export const TICKET_CHECKS: readonly Check[] = [noneLost, noneDoubled, totalsConserve];
