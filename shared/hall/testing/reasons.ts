/**
 * Why a command may be refused, from docs/SPEC.md and the book alone. The core must refuse exactly
 * when there is a reason, and with one of them.
 */
import type { CommandOf, HallCommand, KeptFor } from '@tingxu/contract/commands';
import type { Role } from '@tingxu/contract/roles';
import {
  type Book,
  type BookCounter,
  type BookTicket,
  callableAt,
  couldTakeWith,
  inPhase,
  keeperOf,
  laneOf,
  mayOutlive,
  nextFor,
  offered,
  ticketOf,
  visitsOf,
} from './book.ts';
import { missFrom } from './book-deadlines.ts';
import { hoursRefuse } from './book-hours.ts';
import { cancelBooking, checkIn, makeBooking, moveBooking } from './bookings.ts';
import { referenceLane } from './lanes.ts';
import { changeConfiguration, withdrawPlan } from './reasons-configuration.ts';
import { ofKeeper, ofService, VISIT_RULES } from './reasons-visits.ts';
import { CARE_RULES } from './record-care.ts';
import { SLIP_RULES } from './record-slips.ts';
import { VOICE_RULES } from './record-voice.ts';
import {
  type Asked,
  atCounter,
  inOthersName,
  mayHaveLeft,
  onTicket,
  type Reasons,
  type Rule,
  when,
} from './refusals.ts';

const PUBLIC: readonly Role[] = ['anonymous', 'kiosk', 'board', 'phone', 'pad'];

const issue: Rule<CommandOf<'IssueTicket'>> = (book, command, { role, at }) => {
  const { service, further = [] } = command;
  const lane = referenceLane(book.config, command, role);
  return [
    ...[service, ...further].flatMap((id) => ofService(book, id)),
    ...('refused' in lane
      ? [lane.refused]
      : hoursRefuse(
          book,
          {
            ...{ lane: lane.lane, services: [service, ...further] },
            early: !PUBLIC.includes(role),
          },
          at,
        )),
  ];
};

const openCounter: Rule<CommandOf<'OpenCounter'>> = (book, { counter, staff }, asked) => {
  const row = book.counters.get(counter);
  if (!row) return ['counter-unknown'];
  const elsewhere = [...book.counters].some(
    ([id, other]) => id !== counter && other.staff === staff,
  );
  return [
    ...when(inOthersName(asked, staff), 'sign-in-for-other'),
    ...when(row.state !== 'closed', 'counter-already-open'),
    ...when(elsewhere, 'staff-at-other-counter'),
  ];
};

/** Of a counter in service without a ticket. */
const free = (book: Book, id: string): Reasons => {
  const row = book.counters.get(id);
  if (!row) return ['counter-unknown'];
  return [
    ...when(row.state === 'closed', 'counter-closed'),
    ...when(row.ticket !== null, 'counter-busy'),
  ];
};
const stateOf = (book: Book, id: string) => book.counters.get(id)?.state;

const handOver: Rule<CommandOf<'HandOverCounter'>> = (book, { counter, staff }, asked) => {
  const elsewhere = [...book.counters.values()].some((row) => row.staff === staff);
  const leaves = book.counters.get(counter)?.staff ?? null;
  return [
    ...free(book, counter),
    ...when(inOthersName(asked, staff, leaves), 'sign-in-for-other'),
    ...when(elsewhere, 'staff-at-other-counter'),
  ];
};

/** CTR-8, CTR-9. */
const ofCounter = (book: Book, id: string, rule: (row: BookCounter) => Reasons): Reasons => {
  const row = book.counters.get(id);
  return row ? rule(row) : ['counter-unknown'];
};

/** CTR-6: as a call that could be made at all, of a ticket that the counter takes. */
const callHere = (
  book: Book,
  counter: string,
  { service, keeper }: { readonly service: string; readonly keeper: string | null },
  place: number,
  couldTake: ReadonlySet<string>,
): Reasons => {
  const paused = stateOf(book, counter) === 'paused';
  const reasons = [...free(book, counter), ...when(paused, 'counter-paused')];
  if (reasons.length > 0) return reasons;
  const able = book.skills.get(counter)?.some((skill) => skill === service);
  if (!able) return ['counter-not-skilled'];
  if (keeper !== null && keeper !== counter) return ['ticket-kept'];
  const shielded = inPhase(book, 'waiting').some(
    (other) => couldTake.has(other.id) && other.place < place && other.passedOver >= other.cap,
  );
  return when(shielded, 'would-pass-protected');
};

const mayChoose = (roles: readonly string[] | undefined, usual: readonly string[], role: Role) =>
  when(!(roles ?? usual).includes(role), 'choice-not-allowed');

const callTicket: Rule<CommandOf<'CallTicket'>> = (
  book,
  { counter, ticket: ref },
  { at, role },
) => {
  if (!book.counters.has(counter)) return ['counter-unknown'];
  const { chosenCallBy } = book.config.counterRule ?? {};
  const others = onTicket(book, ref, (ticket) => {
    const { phase, service, place, validUntilAt } = ticket;
    const whom = { service, keeper: keeperOf(book, ticket, at) };
    const now = nextFor(book, counter, at)?.couldTake ?? new Set();
    if (phase === 'waiting') return callHere(book, counter, whom, place, now);
    if (phase !== 'missed') return ['ticket-not-in-state'];
    const then = couldTakeWith(book, counter, ticket, at);
    return [
      ...when(at >= (validUntilAt ?? 0), 'return-expired'),
      ...noOverride(role),
      ...callHere(book, counter, whom, Infinity, then),
    ];
  });
  return [...mayChoose(chosenCallBy, ['lobby', 'supervisor'], role), ...others];
};

const walkUp: Rule<CommandOf<'StartWalkUp'>> = (book, command, asked) => {
  const { counter, service, lane, proof, reason } = command;
  if (!book.counters.has(counter)) return ['counter-unknown'];
  const { walkUpBy } = book.config.counterRule ?? {};
  const walksIn = {
    ...({ type: 'IssueTicket', service } as const),
    ...(lane && { lane }),
    ...(proof && { proof }),
  };
  // CTR-12: staff give a lane that nothing opens with a reason.
  const stands = referenceLane(book.config, walksIn, asked.role);
  const given = 'proof' in stands && stands.proof === 'staff';
  // LANE-5: without a name the lane is that of an issue.
  const late = 'lane' in stands && { id: '', service, lane: stands.lane, waitFromAt: asked.at };
  const then = late ? couldTakeWith(book, counter, late, asked.at) : new Set<string>();
  return [
    ...mayChoose(walkUpBy, ['teller', 'lobby', 'supervisor'], asked.role),
    ...issue(book, walksIn, asked),
    ...when(given && reason === undefined, 'lane-needs-reason'),
    ...callHere(book, counter, { service, keeper: null }, Infinity, then),
  ];
};

/** CALL-2, CALL-11: refused exactly when there is nobody whom the counter may take. */
const callNext: Rule<CommandOf<'CallNext'>> = (book, { counter }, { at }) => {
  const paused = stateOf(book, counter) === 'paused';
  const reasons = [...free(book, counter), ...when(paused, 'counter-paused')];
  if (reasons.length > 0 || nextFor(book, counter, at)) return reasons;
  const somebody = callableAt(book, counter, at).length > 0;
  return [somebody ? 'counter-dedicated' : 'nobody-waiting'];
};

/** MISS-10, MISS-11: lobby manager and supervisor may go round a rule, and nobody else. */
const OVERRIDE: readonly Role[] = ['lobby', 'supervisor'];
const noOverride = (role: Role): Reasons => when(!OVERRIDE.includes(role), 'override-not-allowed');

const miss: Rule<CommandOf<'MissTicket'>> = (book, command, { at, role }) => {
  const reasons = atCounter(book, command, 'called');
  const ticket = ticketOf(book, command.ticket);
  if (reasons.length > 0 || !ticket) return reasons;
  if (command.early !== undefined) return noOverride(role);
  const from = missFrom(book, ticket);
  return when(from === null || at < from, 'miss-too-early');
};

/** MISS-14: staff keep it for the counter that missed it, or for who sat there, if they are there. */
const keptByMisser = (
  book: Book,
  { missedBy, service }: BookTicket,
  keepFor: CommandOf<'ReturnTicket'>['keepFor'],
  { role, at }: Asked,
): Reasons => {
  if (keepFor === undefined || missedBy === null) return [];
  const only = keepFor === 'counter' ? { counter: missedBy.counter } : { staff: missedBy.staff };
  return [
    ...when(PUBLIC.includes(role), 'override-not-allowed'),
    ...ofKeeper(book, only as KeptFor, service, at),
  ];
};

const comeBack: Rule<CommandOf<'ReturnTicket'>> = (book, command, { at, role }) =>
  onTicket(book, command.ticket, (ticket) => {
    if (ticket.phase !== 'missed') return ['ticket-not-in-state'];
    const late = [
      ...when(at >= (ticket.validUntilAt ?? 0), 'return-expired'),
      ...keptByMisser(book, ticket, command.keepFor, { at, role }),
    ];
    // MISS-9: the server says of nobody that they came.
    if (role === 'system') return [...late, 'return-channel-closed'];
    if (command.override !== undefined) return [...late, ...noOverride(role)];
    const said = role === 'phone' ? 'phone' : 'kiosk';
    const ways: readonly string[] = laneOf(book, ticket).missed.returnBy ?? [
      'kiosk',
      'phone',
      'staff',
    ];
    const open = ways.includes(PUBLIC.includes(role) ? said : 'staff');
    return [...late, ...when(!open, 'return-channel-closed')];
  });

/** END-5. */
const cancelOwn: Rule<CommandOf<'CancelTicket'>> = (book, { ticket: ref, reason }, { role }) =>
  onTicket(book, ref, ({ phase }) => {
    const theirs = role === 'phone' || book.config.customersCancel === true;
    const own = theirs && reason !== 'removed-by-staff';
    return [
      ...when(!own, 'cancel-needs-staff'),
      ...when(phase === 'serving', 'ticket-not-in-state'),
    ];
  });

/** END-2, END-4: what staff have not seen they do not say; a teller removes nobody before a miss may be. */
const cancel: Rule<CommandOf<'CancelTicket'>> = (book, command, asked) => {
  const { role, at } = asked;
  if (PUBLIC.includes(role)) return cancelOwn(book, command, asked);
  return onTicket(book, command.ticket, (ticket) => {
    const { phase, unseen } = ticket;
    if (phase === 'serving') return ['ticket-not-in-state'];
    if (command.reason !== 'removed-by-staff') {
      return when(!mayHaveLeft(ticket), 'ticket-not-in-state');
    }
    const from = phase === 'called' ? missFrom(book, ticket) : null;
    const passed = phase === 'missed' || (from !== null && at >= from);
    return when(role === 'teller' && unseen && !passed, 'override-not-allowed');
  });
};

/** CTR-11: a counter where the next service goes on at once neither pauses nor closes. */
const finishService: Rule<CommandOf<'FinishService'>> = (book, command) => {
  const reasons = atCounter(book, command, 'called', 'serving');
  const ticket = ticketOf(book, command.ticket);
  if (reasons.length > 0 || !ticket || command.afterwards === undefined) return reasons;
  const next = ticket.further.find((service) => offered(book, service));
  const takes = book.skills.get(command.counter)?.some((skill) => skill === next) ?? false;
  return when(takes && visitsOf(book).stay, 'counter-busy');
};

const closeDay: Rule<CommandOf<'CloseDay'>> = (book, { remaining }) => {
  const stays = [...book.live.values()].some(
    (ticket) => ticket.phase !== 'missed' && !mayOutlive(book, ticket),
  );
  return when(stays && remaining === 'refuse', 'day-has-live-tickets');
};

const RULES: { readonly [T in HallCommand['type']]: Rule<CommandOf<T>> } = {
  OpenDay: () => ['day-already-open'],
  CloseDay: closeDay,
  PostNextOpening: (_, { opensAt }, { at }) =>
    when(opensAt !== null && opensAt <= at, 'instant-passed'),
  MakeBooking: makeBooking,
  MoveBooking: moveBooking,
  CancelBooking: cancelBooking,
  CheckIn: checkIn,
  ChangeConfiguration: changeConfiguration,
  WithdrawConfigurationPlan: withdrawPlan,
  IssueTicket: issue,
  StopIssuing: (_, { untilAt }, { at }) =>
    when(untilAt !== undefined && untilAt <= at, 'instant-passed'),
  ExtendIssuing: (_, { untilAt }, { at }) => when(untilAt <= at, 'instant-passed'),
  ResumeIssuing: (book, _, { at }) =>
    when(book.order === null || at >= book.order.until, 'issuing-not-changed'),
  OpenCounter: openCounter,
  PauseCounter: (book, { counter }) => [
    ...free(book, counter),
    ...when(stateOf(book, counter) === 'paused', 'counter-paused'),
  ],
  ResumeCounter: (book, { counter }) => [
    ...free(book, counter),
    ...when(stateOf(book, counter) === 'open', 'counter-not-paused'),
  ],
  CloseCounter: (book, { counter }) => free(book, counter),
  HandOverCounter: handOver,
  ReleaseCounter: (book, { counter, left }) =>
    ofCounter(book, counter, ({ state, staff, ticket }) => {
      const serves = ticket !== null && ticketOf(book, ticket)?.phase === 'serving';
      return [
        ...when(state === 'closed', 'counter-closed'),
        ...when(state !== 'closed' && left !== undefined && left !== staff, 'counter-of-other'),
        ...when(left !== undefined && serves, 'counter-busy'),
      ];
    }),
  CallForHelp: (book, { counter }, asked) =>
    ofCounter(book, counter, ({ state, help, staff }) => [
      ...when(state === 'closed', 'counter-closed'),
      ...when(state !== 'closed' && inOthersName(asked, staff), 'counter-of-other'),
      ...when(help !== null, 'help-already-called'),
    ]),
  AnswerHelp: (book, { counter }) =>
    ofCounter(book, counter, ({ help, answered }) =>
      when(help === null || answered, 'help-not-called'),
    ),
  EndHelp: (book, { counter }, asked) =>
    ofCounter(book, counter, ({ help, staff }) =>
      help === null ? ['help-not-called'] : when(inOthersName(asked, staff), 'counter-of-other'),
    ),
  CallForHelpAtKiosk: ({ kiosks, config }, { kiosk }, { at }) => {
    const named = config.kiosks?.places ?? [];
    const known = named.length === 0 || named.some((place) => place.id === kiosk);
    if (!known) return ['kiosk-unknown'];
    const last = kiosks.get(kiosk);
    if (!last) return [];
    const again = last.askedAt + (config.kiosks?.helpEveryMs ?? 60_000);
    return last.state === 'over' ? when(at < again, 'help-too-soon') : ['help-already-called'];
  },
  AnswerKioskHelp: ({ kiosks }, { kiosk }) =>
    when(kiosks.get(kiosk)?.state !== 'asked', 'help-not-called'),
  EndKioskHelp: ({ kiosks }, { kiosk }) =>
    when((kiosks.get(kiosk)?.state ?? 'over') === 'over', 'help-not-called'),
  ...CARE_RULES,
  RateService: (book, { counter, askedAt }, { at }) =>
    ofCounter(book, counter, ({ asked }) =>
      when(asked === null || asked.at !== askedAt || at > askedAt + 60_000, 'rating-closed'),
    ),
  RateVisit: (book, { ticket }) => {
    const [visit, known] = [book.toRate.get(ticket), book.tickets.get(ticket)];
    if (visit) return when(visit.rated, 'already-rated');
    const today = ticket.startsWith(`${book.businessDay.split('-').join('')}-`);
    return [!today ? 'rating-closed' : known ? 'visit-not-served' : 'ticket-unknown'];
  },
  CallTicket: callTicket,
  StartWalkUp: walkUp,
  CallNext: callNext,
  RecallTicket: (book, command) => atCounter(book, command, 'called'),
  StartService: (book, command) => atCounter(book, command, 'called'),
  FinishService: finishService,
  MissTicket: miss,
  ReturnTicket: comeBack,
  EscortTicket: (book, { ticket: ref }) =>
    onTicket(book, ref, ({ phase }) => when(phase !== 'called', 'ticket-not-in-state')),
  CancelTicket: cancel,
  ...VISIT_RULES,
  ...SLIP_RULES,
  ...VOICE_RULES,
  ExpireDeadlines: () => [],
};

const AT_OWN_COUNTER =
  /^((Pause|Resume|Close)Counter|CallNext|CallTicket|StartWalkUp|(Start|Finish)Service|(Recall|Miss|Transfer|Park|SendBack)Ticket)$/;

/** CTR-13. */
const atOthers = (book: Book, command: HallCommand, asked: Asked): Reasons => {
  if (!(AT_OWN_COUNTER.test(command.type) && 'counter' in command)) return [];
  const staff = book.counters.get(command.counter ?? '')?.staff ?? null;
  return when(staff !== null && inOthersName(asked, staff), 'counter-of-other');
};

/** Every reason there is to refuse; none means that the command must be accepted. */
export const reasonsToRefuse = (book: Book | null, command: HallCommand, asked: Asked): Reasons => {
  const configures =
    command.type === 'ChangeConfiguration' || command.type === 'WithdrawConfigurationPlan';
  const books = /^(Make|Move|Cancel)Booking$/.test(command.type);
  const reports = /^(NoteShown|NoteSign|EndAnnouncement|EndAsked)$/.test(command.type);
  if (book && (book.open || configures || books || reports))
    return [
      ...atOthers(book, command, asked),
      ...(RULES[command.type] as Rule<HallCommand>)(book, command, asked),
    ];
  if (configures) return ['configuration-in-file', 'configuration-plan-absent'];
  if (command.type === 'RateVisit') return ['rating-closed'];
  if (command.type !== 'OpenDay') return ['day-not-open'];
  return when(book !== null && command.businessDay < book.businessDay, 'day-not-later');
};
