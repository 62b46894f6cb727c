/** Why a command of legs, parking or preparing may be refused. Rules: LEG-*, PARK-*, PREP-*. */
import type { CommandOf, KeptFor } from '@tingxu/contract/commands';
import type { Instant } from '@tingxu/contract/ids';
import type { RejectionCode } from '@tingxu/contract/problems';
import { type Book, type BookTicket, offered, ticketOf, visitsOf } from './book.ts';
import { documentsOf } from './book-documents.ts';
import { atCounter, onTicket, type Reasons, type Rule, when } from './refusals.ts';

/** Of a service that somebody asks for. */
export const ofService = (book: Book, service: string): Reasons => {
  const known = book.config.services.some(({ id }) => id === service);
  return [
    ...when(!known, 'service-unknown'),
    ...when(known && !offered(book, service), 'service-without-counter'),
  ];
};

const addService: Rule<CommandOf<'AddService'>> = (book, { ticket: ref, service }) =>
  onTicket(book, ref, ({ further }) => [
    ...ofService(book, service),
    ...when(further.length >= 8, 'too-many-services'),
  ]);

/** Of somebody for whom a ticket is to be kept: there, in service, and able. */
export const ofKeeper = (book: Book, only: KeptFor, service: string, at: Instant): Reasons => {
  const missing: RejectionCode = 'counter' in only ? 'counter-unknown' : 'staff-not-signed-in';
  const found = [...book.counters].find(([id, { staff }]) =>
    'counter' in only ? id === only.counter : staff === only.staff,
  );
  if (!found) return [missing];
  const [id, { state, sinceAt }] = found;
  const { awayAfterMs = 600_000 } = book.config.counterRule ?? {};
  const away = state === 'paused' && at - sinceAt >= awayAfterMs;
  const able = book.skills.get(id)?.some((skill) => skill === service) ?? false;
  return [
    ...when(state === 'closed', 'counter-closed'),
    ...when(away, 'counter-away'),
    ...when(!able, 'counter-not-skilled'),
  ];
};

/** LANE-4: staff put nobody into a lane that they may not open; the own one stays. */
const toLane = (book: Book, from: string, to: string): Reasons => {
  const lane = book.lanes.get(to);
  if (!lane) return ['lane-unknown'];
  const { selfSelect, proof } = lane;
  if (to === from || selfSelect) return [];
  const { checkIn = false, staff = true, classes, fromAge, declared = false } = proof ?? {};
  if (checkIn) return ['lane-needs-check-in'];
  const asksProof = classes !== undefined || fromAge !== undefined || declared;
  return when(!staff, asksProof ? 'lane-needs-proof' : 'lane-needs-staff');
};

/** LEG-4: the same lane, and kept for nobody else than who has it. */
const staysThere = (
  book: Book,
  { lane: from, counter }: BookTicket,
  { lane, only }: CommandOf<'TransferTicket'>,
): boolean => {
  if (lane !== undefined && lane !== from) return false;
  if (only === undefined) return true;
  if (counter === null) return false;
  return 'counter' in only
    ? only.counter === counter
    : only.staff === book.counters.get(counter)?.staff;
};

const transfer: Rule<CommandOf<'TransferTicket'>> = (book, command, { at }) => {
  const { ticket: ref, counter, service, lane, only, keepWait } = command;
  const here =
    counter === undefined
      ? onTicket(book, ref, ({ phase }) => when(phase !== 'waiting', 'ticket-not-in-state'))
      : atCounter(book, { ticket: ref, counter }, 'called', 'serving');
  const ticket = ticketOf(book, ref);
  if (here.length > 0 || !ticket) return here;
  const sameService = (service ?? ticket.service) === ticket.service;
  const unknown = ofService(book, service ?? ticket.service);
  return [
    ...when(sameService && staysThere(book, ticket, command), 'transfer-needs-target'),
    ...when(sameService && !keepWait, 'wait-is-kept'),
    ...unknown,
    ...(lane === undefined ? [] : toLane(book, ticket.lane, lane)),
    ...(only && unknown.length === 0 ? ofKeeper(book, only, service ?? ticket.service, at) : []),
  ];
};

const changeLane: Rule<CommandOf<'ChangeLane'>> = (book, { ticket: ref, lane }) =>
  onTicket(book, ref, (ticket) => [
    ...when(!['waiting', 'preparing', 'parked'].includes(ticket.phase), 'ticket-not-in-state'),
    ...when(ticket.lane === lane, 'lane-unchanged'),
    ...toLane(book, ticket.lane, lane),
  ]);

const park: Rule<CommandOf<'ParkTicket'>> = (book, command) => {
  const { limitMs } = command;
  const tooLong = limitMs !== undefined && limitMs > visitsOf(book).parkMaxMs;
  return [
    ...atCounter(book, command, 'called', 'serving'),
    ...onTicket(book, command.ticket, ({ service }) => [
      ...when(tooLong, 'park-too-long'),
      ...ofService(book, service),
    ]),
  ];
};

const resume: Rule<CommandOf<'ResumeTicket'>> = (book, { ticket: ref }, { at }) =>
  onTicket(book, ref, ({ phase, validUntilAt }) => {
    if (phase !== 'parked') return ['ticket-not-in-state'];
    const over = at >= (validUntilAt ?? Infinity);
    return when(over && visitsOf(book).afterPark === 'end', 'return-expired');
  });

const inPhase =
  (phase: string): Rule<{ readonly ticket: string }> =>
  (book, { ticket: ref }) =>
    onTicket(book, ref, (ticket) => when(ticket.phase !== phase, 'ticket-not-in-state'));

/** PREP-1: no teller takes a protected ticket out of the way. */
const prepare: Rule<CommandOf<'PrepareTicket'>> = (book, { ticket: ref }, { role }) =>
  onTicket(book, ref, ({ phase, passedOver, cap }) => {
    if (phase !== 'waiting') return ['ticket-not-in-state'];
    const manages = ['lobby', 'supervisor', 'system'].includes(role);
    return when(passedOver >= cap && !manages, 'override-not-allowed');
  });

const checkDocuments: Rule<CommandOf<'CheckDocuments'>> = (book, command) =>
  onTicket(book, command.ticket, ({ service }) => {
    const asked = documentsOf(book, service).length;
    const fits = asked > 0 && command.missing.every((position) => position < asked);
    return when(command.service !== service || !fits, 'documents-not-asked');
  });

export const VISIT_RULES = {
  AddService: addService,
  TransferTicket: transfer,
  ChangeLane: changeLane,
  ParkTicket: park,
  ResumeTicket: resume,
  PrepareTicket: prepare,
  SendBackTicket: (book: Book, command: CommandOf<'SendBackTicket'>): Reasons => [
    ...atCounter(book, command, 'called', 'serving'),
    ...onTicket(book, command.ticket, ({ service }) => ofService(book, service)),
  ],
  ReadyTicket: inPhase('preparing'),
  CheckDocuments: checkDocuments,
} as const;
