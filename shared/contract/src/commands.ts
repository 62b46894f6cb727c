/** What a caller may ask of a hall. Imperative; decided by the pure core; journaled only as events. */
import * as z from 'zod/mini';
import { CancelBooking, CheckIn, MakeBooking, MoveBooking } from './appointments.ts';
import { HallConfig, MissingDocuments } from './config.ts';
import { HelpKind } from './counter-rule.ts';
import { Proof } from './customers.ts';
import { IssuingReason, PostedDay, Schedule } from './hours.ts';
import {
  BusinessDay,
  CommandId,
  Count,
  CounterId,
  DurationMs,
  Instant,
  LaneId,
  ServiceId,
  StaffId,
  TicketRef,
} from './ids.ts';
import { AnswerKioskHelp, CallForHelpAtKiosk, EndKioskHelp } from './kiosk.ts';
import { EarlyMissReason, OverrideReason } from './override.ts';
import { RateService, RateVisit } from './rating.ts';
import { Actor } from './roles.ts';
import { EndSlip, PrintSlip } from './slip-events.ts';
import { VOICE_COMMANDS } from './voice.ts';
import { AnswerCare } from './watch.ts';

/**
 * Why a counter leaves service. A button box says a reason by its place in this list, so new ones stand last.
 * Rules: CALLER-1, CTR-3. Source: H5.
 */
export const PauseReason = z.enum(['break', 'internal-work', 'equipment', 'training']);
export type PauseReason = z.infer<typeof PauseReason>;

/** Who ends a ticket before it is served; `walked-out` left without being asked. Rules: END-2, END-4. */
export const CancelReason = z.enum(['cancelled-by-customer', 'removed-by-staff', 'walked-out']);
export type CancelReason = z.infer<typeof CancelReason>;

/** Why staff move a ticket to another lane. Rules: LEG-8. Source: H43. */
export const LaneReason = z.enum([
  'proof-shown',
  'age',
  'needs-care',
  'wrong-lane',
  'manager-decision',
]);
export type LaneReason = z.infer<typeof LaneReason>;

/** Why staff send a customer on to another service of the house. Rules: LEG-9. Source: H17, H62, H65. */
export const ReferralReason = z.enum([
  'potential-vip',
  'corporate',
  'product-interest',
  'account-closing',
]);
export type ReferralReason = z.infer<typeof ReferralReason>;

/** Why a ticket in line is not ready to be called. Rules: PREP-1. Source: H22, H23. */
export const PrepareReason = z.enum(['forms-missing', 'documents-missing', 'customer-asked']);
export type PrepareReason = z.infer<typeof PrepareReason>;

/** Services that a visit may still have before it. */
export const MAX_FURTHER = 8;

/**
 * For whom a ticket is kept: in force while that counter is in service, or that person signed in, and
 * takes the service. Rules: LEG-7.
 */
export const KeptFor = z.union([
  z.strictObject({ counter: CounterId }),
  z.strictObject({ staff: StaffId }),
]);
export type KeptFor = z.infer<typeof KeptFor>;

/** Whether a ticket set aside at a counter comes back to that counter or person only. Rules: PARK-5. */
export const KeepFor = z.enum(['counter', 'staff']);
export type KeepFor = z.infer<typeof KeepFor>;

/** `config` is that of the very first day; afterwards the journal knows it. Rules: DAY-1, CONF-1. */
export const OpenDay = z.strictObject({
  type: z.literal('OpenDay'),
  businessDay: BusinessDay,
  config: HallConfig,
  /** The posted hours of the day as instants, where the hall has any. Rules: HOURS-1. */
  schedule: z.optional(Schedule),
});
/** `end-remaining` is the roll-over: whoever still waits ends as left at closing. Rules: DAY-3, DAY-4. */
export const CloseDay = z.strictObject({
  type: z.literal('CloseDay'),
  remaining: z.enum(['refuse', 'end-remaining']),
});
/** When the doors open next after the day, as the posted hours are now; null where nobody knows. Rules: HOURS-13. */
export const PostNextOpening = z.strictObject({
  type: z.literal('PostNextOpening'),
  opensAt: z.nullable(Instant),
});
/**
 * Another configuration, at once, from an instant on, or from the next opening of a day. `basedOn` is
 * the newest version that whoever changes it has seen. `posted` are its hours on the day on which it
 * takes effect, unless that is the next one. Rules: CONF-1..CONF-5, HOURS-11.
 */
export const ChangeConfiguration = z.strictObject({
  type: z.literal('ChangeConfiguration'),
  config: HallConfig,
  when: z.union([z.literal('now'), z.literal('next-day'), Instant]),
  basedOn: Count,
  posted: z.optional(PostedDay),
});
/** The planned change shall not happen. Rules: CONF-2, CONF-3. */
export const WithdrawConfigurationPlan = z.strictObject({
  type: z.literal('WithdrawConfigurationPlan'),
  basedOn: Count,
});
export const IssueTicket = z.strictObject({
  type: z.literal('IssueTicket'),
  service: ServiceId,
  /** Without it the best lane that the proof opens, else the default lane. Rules: LANE-5. */
  lane: z.optional(LaneId),
  proof: z.optional(Proof),
  /** Services to follow on the same ticket, in this order. Rules: LEG-1. */
  further: z.optional(z.array(ServiceId).check(z.maxLength(MAX_FURTHER))),
  /** Its forms are not ready: it is not called until they are. Rules: PREP-1. */
  preparing: z.optional(z.literal(true)),
});
/** A manager ends issuing before the posted hours do, until an instant or for the day. Rules: HOURS-4. */
export const StopIssuing = z.strictObject({
  type: z.literal('StopIssuing'),
  reason: IssuingReason,
  untilAt: z.optional(Instant),
});
/** A manager lets issuing go on, or begin, outside the posted hours. Rules: HOURS-5. */
export const ExtendIssuing = z.strictObject({
  type: z.literal('ExtendIssuing'),
  reason: IssuingReason,
  untilAt: Instant,
});
/** Back to the posted hours. Rules: HOURS-4, HOURS-5. */
export const ResumeIssuing = z.strictObject({ type: z.literal('ResumeIssuing') });
export const OpenCounter = z.strictObject({
  type: z.literal('OpenCounter'),
  counter: CounterId,
  staff: StaffId,
});
export const PauseCounter = z.strictObject({
  type: z.literal('PauseCounter'),
  counter: CounterId,
  reason: PauseReason,
});
export const ResumeCounter = z.strictObject({
  type: z.literal('ResumeCounter'),
  counter: CounterId,
});
export const CloseCounter = z.strictObject({ type: z.literal('CloseCounter'), counter: CounterId });
/** Another teller takes the place of the one who is signed in. Rules: CTR-4. */
export const HandOverCounter = z.strictObject({
  type: z.literal('HandOverCounter'),
  counter: CounterId,
  staff: StaffId,
});
/** Ends the session of a counter that nobody answers at, with its ticket by rule. Rules: CTR-8, CTR-14. */
export const ReleaseCounter = z.strictObject({
  type: z.literal('ReleaseCounter'),
  counter: CounterId,
  /** Who may not work there any more: the session is theirs, and of no customer who is being served. */
  left: z.optional(StaffId),
});
/** Calls this ticket and no other. Rules: CTR-6. */
export const CallTicket = z.strictObject({
  type: z.literal('CallTicket'),
  counter: CounterId,
  ticket: TicketRef,
  reason: OverrideReason,
});
/**
 * Serves a customer who stands at the counter without a ticket; a lane that is not everybody's needs
 * what opens it, or a reason. Rules: CTR-7, CTR-12.
 */
export const StartWalkUp = z.strictObject({
  type: z.literal('StartWalkUp'),
  counter: CounterId,
  service: ServiceId,
  /** As of an issue: without it the best lane that the proof opens, else the default lane. Rules: LANE-5. */
  lane: z.optional(LaneId),
  proof: z.optional(Proof),
  reason: z.optional(LaneReason),
});
/** The counter asks for the lobby manager. Rules: CTR-9. */
export const CallForHelp = z.strictObject({
  type: z.literal('CallForHelp'),
  counter: CounterId,
  kind: HelpKind,
});
export const AnswerHelp = z.strictObject({ type: z.literal('AnswerHelp'), counter: CounterId });
export const EndHelp = z.strictObject({ type: z.literal('EndHelp'), counter: CounterId });
export const CallNext = z.strictObject({ type: z.literal('CallNext'), counter: CounterId });

const atCounter = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), ticket: TicketRef, counter: CounterId });

export const RecallTicket = atCounter('RecallTicket');
export const StartService = atCounter('StartService');
/** What the counter does next instead of calling by itself. Rules: CTR-11. */
export const Afterwards = z.union([z.literal('close'), z.strictObject({ pause: PauseReason })]);
export type Afterwards = z.infer<typeof Afterwards>;
const afterwards = { afterwards: z.optional(Afterwards) };
export const FinishService = z.extend(atCounter('FinishService'), afterwards);
/** `early` goes round the calls and times of the rule. Rules: MISS-2, MISS-11. */
export const MissTicket = z.extend(atCounter('MissTicket'), {
  early: z.optional(EarlyMissReason),
  ...afterwards,
});
/** The lobby manager goes to fetch the customer of a called ticket. Rules: MISS-8. */
export const EscortTicket = z.strictObject({ type: z.literal('EscortTicket'), ticket: TicketRef });

/**
 * Who asks tells how the customer came. `override` puts it first; `keepFor` the counter that missed it,
 * or who sat there. Rules: MISS-9, MISS-10, MISS-14.
 */
export const ReturnTicket = z.strictObject({
  type: z.literal('ReturnTicket'),
  ticket: TicketRef,
  override: z.optional(OverrideReason),
  keepFor: z.optional(KeepFor),
});
export const CancelTicket = z.strictObject({
  type: z.literal('CancelTicket'),
  ticket: TicketRef,
  reason: CancelReason,
});

/** One more service on the ticket, after those it has. Rules: LEG-1. */
export const AddService = z.strictObject({
  type: z.literal('AddService'),
  ticket: TicketRef,
  service: ServiceId,
  /** Staff thought of it, not the customer. Rules: LEG-9. */
  referral: z.optional(ReferralReason),
});
/**
 * Ends the leg and begins another, for another service, lane, counter or person. `counter` is the one
 * that has the ticket; without it the ticket waits in line. Rules: LEG-4..LEG-6.
 */
export const TransferTicket = z.strictObject({
  type: z.literal('TransferTicket'),
  ticket: TicketRef,
  counter: z.optional(CounterId),
  service: z.optional(ServiceId),
  lane: z.optional(LaneId),
  only: z.optional(KeptFor),
  /** Its wait goes on counting. */
  keepWait: z.boolean(),
  /** It goes before every score. */
  first: z.boolean(),
  /** Only of a ticket at a counter. */
  ...afterwards,
});
/** Another lane for a ticket in line: same place, same wait. Rules: LEG-8. */
export const ChangeLane = z.strictObject({
  type: z.literal('ChangeLane'),
  ticket: TicketRef,
  lane: LaneId,
  reason: LaneReason,
});
/** Sets the ticket aside for a while; the counter is free. Rules: PARK-1, PARK-2, PARK-5. */
export const ParkTicket = z.extend(atCounter('ParkTicket'), {
  limitMs: z.optional(DurationMs),
  keepFor: z.optional(KeepFor),
  ...afterwards,
});
/** The customer of a parked ticket is there again. Rules: PARK-3. */
export const ResumeTicket = z.strictObject({ type: z.literal('ResumeTicket'), ticket: TicketRef });
/** Forms are lacking: a ticket in line is not called until they are ready. Rules: PREP-1. */
export const PrepareTicket = z.strictObject({
  type: z.literal('PrepareTicket'),
  ticket: TicketRef,
  reason: PrepareReason,
});
/** A form is wrong: back to filling in, and first when it is ready. Rules: PREP-3, PARK-5. */
export const SendBackTicket = z.extend(atCounter('SendBackTicket'), {
  keepFor: z.optional(KeepFor),
  ...afterwards,
});
/**
 * What staff saw of the documents that the service asks for: `missing` are positions in its list, none
 * when all are there. Rules: PREP-4.
 */
export const CheckDocuments = z.strictObject({
  type: z.literal('CheckDocuments'),
  ticket: TicketRef,
  service: ServiceId,
  missing: MissingDocuments,
});
/** The forms are ready. Rules: PREP-2, PREP-3. */
export const ReadyTicket = z.strictObject({ type: z.literal('ReadyTicket'), ticket: TicketRef });

/** Sent by the shell when the earliest deadline in the hall is due. */
export const ExpireDeadlines = z.strictObject({ type: z.literal('ExpireDeadlines') });

export const HallCommand = z.discriminatedUnion('type', [
  OpenDay,
  CloseDay,
  PostNextOpening,
  ChangeConfiguration,
  WithdrawConfigurationPlan,
  IssueTicket,
  MakeBooking,
  MoveBooking,
  CancelBooking,
  CheckIn,
  StopIssuing,
  ExtendIssuing,
  ResumeIssuing,
  OpenCounter,
  PauseCounter,
  ResumeCounter,
  CloseCounter,
  HandOverCounter,
  ReleaseCounter,
  CallNext,
  CallTicket,
  StartWalkUp,
  CallForHelp,
  AnswerHelp,
  EndHelp,
  CallForHelpAtKiosk,
  AnswerKioskHelp,
  EndKioskHelp,
  AnswerCare,
  RateService,
  RateVisit,
  RecallTicket,
  StartService,
  FinishService,
  MissTicket,
  EscortTicket,
  ReturnTicket,
  CancelTicket,
  AddService,
  TransferTicket,
  ChangeLane,
  ParkTicket,
  ResumeTicket,
  PrepareTicket,
  SendBackTicket,
  CheckDocuments,
  ReadyTicket,
  PrintSlip,
  EndSlip,
  ...VOICE_COMMANDS,
  ExpireDeadlines,
]);
export type HallCommand = z.infer<typeof HallCommand>;
export type CommandOf<T extends HallCommand['type']> = Extract<HallCommand, { type: T }>;

/** A command with the id that makes it happen once, and who sent it. */
export const CommandEnvelope = z.strictObject({
  id: CommandId,
  actor: Actor,
  command: HallCommand,
});
export type CommandEnvelope = z.infer<typeof CommandEnvelope>;
