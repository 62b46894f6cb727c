/** Paper in the book: of a ticket, its newest slip and whether one may be in somebody's hands. Rules: SLIP-*. */

import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Role } from '@tingxu/contract/roles';
import { type BookTicket, must } from './book.ts';
import { anyTicket, type Maker, nth } from './picks.ts';
import { at, type Recorder } from './record-common.ts';
import { onTicket, type Rule, when } from './refusals.ts';

export type Paper = {
  readonly printer: string;
  readonly end: 'printing' | 'printed' | 'not-printed' | 'unsure';
  readonly why: string | null;
  readonly mayBeOut: boolean;
};

const LIVE = ['waiting', 'called', 'serving', 'missed', 'parked', 'preparing'] as const;
const NO_STAFF: readonly Role[] = ['anonymous', 'kiosk', 'board', 'phone', 'pad', 'system'];

export const SLIP_RECORDERS: {
  readonly [T in HallEvent['type'] & ('SlipAsked' | 'SlipEnded')]: Recorder<EventOf<T>>;
} = {
  SlipAsked: (book, { ticket: id, printer, copy }) => {
    const ticket = at(book, id, ...LIVE);
    const { paper } = ticket;
    must(paper?.end !== 'printing', 'SLIP-3', `${id} is being printed`);
    must((copy ?? false) === (paper?.mayBeOut ?? false), 'SLIP-2', `${id} as a copy or not`);
    ticket.paper = { printer, end: 'printing', why: null, mayBeOut: paper?.mayBeOut ?? false };
  },
  SlipEnded: (book, { ticket: id, printer, outcome, why }) => {
    const ticket = at(book, id, ...LIVE);
    const { paper } = ticket;
    must(paper?.end === 'printing' && paper.printer === printer, 'SLIP-5', `${id} at ${printer}`);
    const mayBeOut = outcome === 'not-printed' ? (paper?.mayBeOut ?? false) : true;
    ticket.paper = { printer, end: outcome, why: why ?? null, mayBeOut };
  },
};

const endSlip: Rule<CommandOf<'EndSlip'>> = (book, { ticket: ref }) =>
  onTicket(book, ref, ({ paper }) => when(paper?.end !== 'printing', 'slip-not-under-way'));

export const SLIP_RULES: {
  readonly PrintSlip: Rule<CommandOf<'PrintSlip'>>;
  readonly EndSlip: Rule<CommandOf<'EndSlip'>>;
} = {
  PrintSlip: (book, { ticket: ref }, { role }) =>
    onTicket(book, ref, ({ paper }) => [
      ...when(paper?.end === 'printing', 'slip-under-way'),
      ...when((paper?.mayBeOut ?? false) && NO_STAFF.includes(role), 'override-not-allowed'),
    ]),
  EndSlip: endSlip,
};

/** Mostly the end of one that is being printed, else another one. */
export const slipIntent: Maker = (picked) => {
  const { book, pick, other } = picked;
  const printing = [...book.live.values()].filter(({ paper }) => paper?.end === 'printing');
  const waiting = nth([...book.live.values()], other);
  if (pick % 5 < 2) {
    const ticket = waiting?.id ?? anyTicket(picked);
    return { type: 'PrintSlip', ticket, printer: nth(['p1', 'p2'], other) };
  }
  const outcome = nth(['printed', 'not-printed', 'unsure'], other);
  const why = nth(['paper-out', 'lost', 'too-late', 'interrupted'], pick);
  return {
    ...{ type: 'EndSlip', ticket: (nth(printing, other) ?? waiting)?.id ?? '20261121-9999' },
    ...{ outcome, ...(outcome !== 'printed' && { why }) },
  };
};

/** The hall and the book have the same of it. */
export const samePaper = (
  { paper }: BookTicket,
  slip:
    | {
        readonly printer: string;
        readonly state: string;
        readonly why?: string | undefined;
        readonly out: boolean;
      }
    | undefined,
): boolean =>
  paper === undefined
    ? slip === undefined
    : slip?.printer === paper.printer &&
      slip.state === paper.end &&
      (slip.why ?? null) === paper.why &&
      slip.out === paper.mayBeOut;
