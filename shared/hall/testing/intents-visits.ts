/** Intents of legs, parking and preparing, made into commands. */

import { ReferralReason } from '@tingxu/contract/commands';
import {
  anyCounter,
  anyTicket,
  type Maker,
  nth,
  onTicket,
  type Picked,
  ticketIn,
  wayOut,
} from './picks.ts';
import { slipIntent } from './record-slips.ts';
import { voiceIntent } from './record-voice.ts';

const someService = ({ book, pick }: Picked): string | undefined =>
  pick % 40 === 39 ? 'nothing' : nth(book.config.services, pick)?.id;
const someLane = ({ book, other }: Picked): string | undefined =>
  other % 40 === 39 ? 'nobody' : nth(book.config.lanes, other)?.id;

/** A counter, or whoever sits at one; seldom a stranger. */
const keeper = (picked: Picked): object => {
  const { book, pick } = picked;
  const counter = anyCounter(picked);
  if (pick % 2) return { counter };
  return { staff: book.counters.get(counter)?.staff ?? 'stranger' };
};

const addService: Maker = (picked) => ({
  type: 'AddService',
  ticket: ticketIn(picked, 'called', 'serving', 'waiting')?.id ?? anyTicket(picked),
  service: someService(picked),
  ...(picked.other % 3 === 0 && {
    referral: nth(ReferralReason.options, picked.other) ?? 'corporate',
  }),
});

/** The target is nothing at all when no bit is set. */
const transfer: Maker = (picked) => {
  const { pick, other } = picked;
  const fromLine = pick % 4 === 0;
  const ticket = fromLine
    ? { ticket: ticketIn(picked, 'waiting')?.id ?? anyTicket(picked) }
    : onTicket('TransferTicket', picked, 'serving', 'called');
  const bits = ((pick >> 3) + other * 3) % 8;
  return {
    ...ticket,
    type: 'TransferTicket',
    ...(bits & 1 && { service: someService(picked) }),
    ...(bits & 2 && { lane: someLane(picked) }),
    ...(bits & 4 && { only: keeper(picked) }),
    keepWait: other % 2 === 0,
    first: other % 3 === 0,
    ...(!fromLine && wayOut(picked)),
  };
};

const REASONS = ['proof-shown', 'age', 'needs-care', 'wrong-lane', 'manager-decision'];
const changeLane: Maker = (picked) => ({
  type: 'ChangeLane',
  ticket: ticketIn(picked, 'waiting', 'preparing', 'parked')?.number ?? anyTicket(picked),
  lane: someLane(picked),
  reason: nth(REASONS, picked.pick),
});

const KEEP = [undefined, 'counter', 'staff'] as const;
const LIMITS = [undefined, 0, 20_000, 600_000, 7_000_000];
const keepFor = ({ pick }: Picked): object => {
  const keep = nth(KEEP, pick);
  return keep ? { keepFor: keep } : {};
};

const park: Maker = (picked) => {
  const limitMs = nth(LIMITS, picked.other);
  return {
    ...onTicket('ParkTicket', picked, 'serving', 'called'),
    ...(limitMs !== undefined && { limitMs }),
    ...keepFor(picked),
    ...wayOut(picked),
  };
};
const sendBack: Maker = (picked) => ({
  ...onTicket('SendBackTicket', picked, 'serving', 'called'),
  ...keepFor(picked),
  ...wayOut(picked),
});

const inPhase =
  (type: string, phase: 'parked' | 'waiting' | 'preparing'): Maker =>
  (picked) => ({ type, ticket: ticketIn(picked, phase)?.id ?? anyTicket(picked) });
const resume = inPhase('ResumeTicket', 'parked');
const WHY = ['forms-missing', 'documents-missing', 'customer-asked'];
const prepare: Maker = (picked) => ({
  ...inPhase('PrepareTicket', 'waiting')(picked),
  reason: nth(WHY, picked.other),
});
const ready = inPhase('ReadyTicket', 'preparing');

/** Of its own service, seldom of another; sometimes more than there are. */
const checkDocuments: Maker = (picked) => {
  const { pick, other } = picked;
  const ticket = ticketIn(picked, 'waiting', 'called', 'serving', 'preparing', 'parked', 'missed');
  return {
    type: 'CheckDocuments',
    ticket: ticket?.id ?? anyTicket(picked),
    service: pick % 8 === 7 ? someService(picked) : (ticket?.service ?? 'cash'),
    missing: [other % 3, pick % 3].slice(0, pick % 3),
  };
};

const MAKERS: readonly Maker[] = [
  ...[ready, park, resume, transfer, sendBack, checkDocuments, addService],
  ...[transfer, park, resume, changeLane, prepare, ready, transfer],
];

/** One of the commands of a visit. */
export const visit: Maker = (picked) => {
  if (picked.other % 16 === 9) return slipIntent(picked);
  if (picked.other % 32 === 11) return voiceIntent(picked);
  const make = MAKERS[picked.pick % MAKERS.length] ?? ready;
  return make({ ...picked, pick: (picked.pick * 7 + picked.other) % 256 });
};
