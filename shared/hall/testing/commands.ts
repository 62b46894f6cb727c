/** Commands as a test writes them: short, with ids as plain strings, checked against the contract. */

import type {
  Afterwards,
  CancelReason,
  KeepFor,
  LaneReason,
  PauseReason,
  PrepareReason,
  ReferralReason,
} from '@tingxu/contract/commands';
import { HallCommand } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import type { HelpKind } from '@tingxu/contract/counter-rule';
import type { IssuingReason, Schedule } from '@tingxu/contract/hours';
import type { EarlyMissReason, OverrideReason } from '@tingxu/contract/override';
import { hallConfig } from './config.ts';

const command = (input: { readonly type: HallCommand['type'] } & Record<string, unknown>) =>
  HallCommand.parse(input);

/** `basedOn`: the newest version, 1 before anything has changed. */
export const changeConfig = (
  config: HallConfig,
  when: 'now' | 'next-day' | number = 'now',
  basedOn = 1,
) => command({ type: 'ChangeConfiguration', config, when, basedOn });
export const withdrawPlan = (basedOn: number) =>
  command({ type: 'WithdrawConfigurationPlan', basedOn });
export const openDay = (
  config: HallConfig = hallConfig(),
  businessDay = '2026-11-21',
  schedule?: Schedule,
) => command({ type: 'OpenDay', businessDay, config, ...(schedule && { schedule }) });
export const stopIssuing = (reason: IssuingReason, untilAt?: number) =>
  command({ type: 'StopIssuing', reason, ...(untilAt !== undefined && { untilAt }) });
export const extendIssuing = (reason: IssuingReason, untilAt: number) =>
  command({ type: 'ExtendIssuing', reason, untilAt });
export const resumeIssuing = () => command({ type: 'ResumeIssuing' });
export const closeDay = (remaining: 'refuse' | 'end-remaining' = 'refuse') =>
  command({ type: 'CloseDay', remaining });
export const postNextOpening = (opensAt: number | null) =>
  command({ type: 'PostNextOpening', opensAt });
export const issue = (service = 'cash', lane = 'normal') =>
  command({ type: 'IssueTicket', service, lane });
/** An issue that names no lane, or one, and what the customer shows. */
export const showing = (proof: object, lane?: string) =>
  command({ type: 'IssueTicket', service: 'cash', ...(lane && { lane }), proof });
export const open = (counter: string, staff = `s${counter}`) =>
  command({ type: 'OpenCounter', counter, staff });
export const pause = (counter: string, reason: PauseReason = 'break') =>
  command({ type: 'PauseCounter', counter, reason });
export const resume = (counter: string) => command({ type: 'ResumeCounter', counter });
export const close = (counter: string) => command({ type: 'CloseCounter', counter });
export const handOver = (counter: string, staff: string) =>
  command({ type: 'HandOverCounter', counter, staff });
export const release = (counter: string, left?: string) =>
  command({ type: 'ReleaseCounter', counter, ...(left !== undefined && { left }) });
export const callChosen = (
  ticket: string,
  counter: string,
  reason: OverrideReason = 'needs-care',
) => command({ type: 'CallTicket', ticket, counter, reason });
export const rate = (counter: string, askedAt: number, score = 5) =>
  command({ type: 'RateService', counter, askedAt, score, channel: 'pad' });
export const rateVisit = (ticket: string, score = 5) =>
  command({ type: 'RateVisit', ticket, score });
export const walkUp = (counter: string, service = 'cash', lane = 'normal') =>
  command({ type: 'StartWalkUp', counter, service, lane });
/** Without the name of a lane. */
export const walkUpShowing = (counter: string, proof: object) =>
  command({ type: 'StartWalkUp', counter, service: 'cash', proof });
/** Into a lane that is not everybody's, with a reason or something shown. */
export const walkUpInto = (
  lane: string,
  counter: string,
  more: { readonly reason?: LaneReason; readonly proof?: object } = {},
) => command({ type: 'StartWalkUp', counter, service: 'cash', lane, ...more });
export const help = (counter: string, kind: HelpKind = 'customer-needs-help') =>
  command({ type: 'CallForHelp', counter, kind });
export const answerHelp = (counter: string) => command({ type: 'AnswerHelp', counter });
export const endHelp = (counter: string) => command({ type: 'EndHelp', counter });
export const answerCare = () => command({ type: 'AnswerCare' });
/** What is asked, answered and ended at a kiosk. */
export const atKiosk = (
  type: 'CallForHelpAtKiosk' | 'AnswerKioskHelp' | 'EndKioskHelp',
  kiosk = 'K1',
) => command({ type, kiosk });
export const call = (counter: string) => command({ type: 'CallNext', counter });
export const recall = (ticket: string, counter: string) =>
  command({ type: 'RecallTicket', ticket, counter });
export const start = (ticket: string, counter: string) =>
  command({ type: 'StartService', ticket, counter });
export const finish = (ticket: string, counter: string, afterwards?: Afterwards) =>
  command({ type: 'FinishService', ticket, counter, ...(afterwards && { afterwards }) });
export const miss = (ticket: string, counter: string) =>
  command({ type: 'MissTicket', ticket, counter });
export const missEarly = (ticket: string, counter: string, early: EarlyMissReason) =>
  command({ type: 'MissTicket', ticket, counter, early });
export const escort = (ticket: string) => command({ type: 'EscortTicket', ticket });
export const announce = (what: 'closing' | 'one-metre-line' | 'missed-list' = 'closing') =>
  command({ type: 'Announce', what });
export const turnQuiet = (quiet: boolean) => command({ type: 'TurnQuiet', quiet });
export const noteShown = (ticket: string, attempt = 1) =>
  command({ type: 'NoteShown', ticket, attempt });
export const noteSign = (ticket: string, address = 1, attempt = 1) =>
  command({ type: 'NoteSign', ticket, attempt, device: 'led', address });
export const endAnnouncement = (
  ticket: string,
  end: 'spoken' | 'shown-only' | 'cancelled',
  { why, attempt = 1 }: { readonly why?: string; readonly attempt?: number } = {},
) => command({ type: 'EndAnnouncement', ticket, attempt, end, ...(why && { why }) });
export const printSlip = (ticket: string, printer = 'p1') =>
  command({ type: 'PrintSlip', ticket, printer });
export const endSlip = (
  ticket: string,
  outcome: 'printed' | 'not-printed' | 'unsure',
  why?: 'paper-out' | 'lost' | 'too-late' | 'interrupted',
) => command({ type: 'EndSlip', ticket, outcome, ...(why && { why }) });
export const comeBack = (ticket: string, keepFor?: KeepFor) =>
  command({ type: 'ReturnTicket', ticket, ...(keepFor && { keepFor }) });
export const readmit = (ticket: string, override: OverrideReason) =>
  command({ type: 'ReturnTicket', ticket, override });
export const cancel = (ticket: string, reason: CancelReason = 'cancelled-by-customer') =>
  command({ type: 'CancelTicket', ticket, reason });
/** With services to follow, or with forms that are not ready. */
export const issueWith = (
  more: { readonly further?: readonly string[]; readonly preparing?: true },
  service = 'cash',
  lane = 'normal',
) => command({ type: 'IssueTicket', service, lane, ...more });
export const addService = (ticket: string, service: string, referral?: ReferralReason) =>
  command({ type: 'AddService', ticket, service, ...(referral && { referral }) });
type Target = {
  readonly counter?: string;
  readonly service?: string;
  readonly lane?: string;
  readonly only?: { readonly [K in 'counter' | 'staff']?: string };
  readonly keepWait?: boolean;
  readonly first?: boolean;
};
/** In order and with its wait, unless the test says otherwise. */
export const transfer = (ticket: string, target: Target) =>
  command({ type: 'TransferTicket', ticket, keepWait: true, first: false, ...target });
export const changeLane = (ticket: string, lane: string, reason: LaneReason = 'manager-decision') =>
  command({ type: 'ChangeLane', ticket, lane, reason });
export const park = (
  ticket: string,
  counter: string,
  more: {
    readonly limitMs?: number;
    readonly keepFor?: KeepFor;
    readonly afterwards?: Afterwards;
  } = {},
) => command({ type: 'ParkTicket', ticket, counter, ...more });
export const resumeTicket = (ticket: string) => command({ type: 'ResumeTicket', ticket });
export const prepare = (ticket: string, reason: PrepareReason = 'forms-missing') =>
  command({ type: 'PrepareTicket', ticket, reason });
export const sendBack = (ticket: string, counter: string, keepFor?: KeepFor) =>
  command({ type: 'SendBackTicket', ticket, counter, ...(keepFor && { keepFor }) });
export const checkDocuments = (ticket: string, missing: readonly number[], service = 'cash') =>
  command({ type: 'CheckDocuments', ticket, service, missing: [...missing] });
export const ready = (ticket: string) => command({ type: 'ReadyTicket', ticket });
/** `id` is a digit; a slot of half an hour that begins at the instant. */
const bookingId = (id: number): string => String(id).repeat(32);
const slotAt = (startAt: number | null, businessDay: string) =>
  startAt === null ? null : { businessDay, startAt, endAt: startAt + 30 * 60_000 };
export const book = (id: number, startAt: number | null, day = '2026-11-21', service = 'cash') =>
  command({
    type: 'MakeBooking',
    booking: bookingId(id),
    service,
    slot: slotAt(startAt, day),
  });
export const moveBooking = (id: number, startAt: number | null, day = '2026-11-21') =>
  command({ type: 'MoveBooking', booking: bookingId(id), slot: slotAt(startAt, day) });
export const cancelBooking = (id: number, reason: CancelReason = 'cancelled-by-customer') =>
  command({ type: 'CancelBooking', booking: bookingId(id), reason });
export const checkIn = (id: number) => command({ type: 'CheckIn', booking: bookingId(id) });
export const expire = () => command({ type: 'ExpireDeadlines' });
