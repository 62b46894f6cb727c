/** What lobby manager and supervisor do to a hall by hand, as REST requests. Pure. */
import type { CancelReason, LaneReason, PrepareReason } from '@tingxu/contract/commands';
import type { DeviceId } from '@tingxu/contract/devices';
import type { IssuingReason } from '@tingxu/contract/hours';
import type {
  CounterId,
  HallId,
  KioskId,
  LaneId,
  ServiceId,
  TicketId,
  TicketNumber,
} from '@tingxu/contract/ids';
import type { OverrideReason } from '@tingxu/contract/override';
import {
  CareReply,
  CounterReply,
  DayReply,
  IssueReply,
  KioskHelpReply,
  TicketReply,
} from '@tingxu/contract/rest';
import { type AskedKind, VoiceReply } from '@tingxu/contract/voice';
import type { SendCommand } from './send-command.ts';

/** A ticket as a command names it and as the outcome tells it. */
export type Named = { readonly ticket: TicketId; readonly number: TicketNumber };

export type TicketAction = Named &
  (
    | { readonly type: 'return' | 'ready' | 'resume' | 'escort' }
    | { readonly type: 'prepare'; readonly reason: PrepareReason }
    | { readonly type: 'readmit'; readonly reason: OverrideReason }
    | { readonly type: 'cancel'; readonly reason: CancelReason }
    | {
        readonly type: 'documents';
        readonly service: ServiceId;
        readonly missing: readonly number[];
      }
    | { readonly type: 'lane'; readonly lane: LaneId; readonly reason: LaneReason }
    /** Next at a counter that is free. Rules: CTR-6. */
    | { readonly type: 'call'; readonly counter: CounterId; readonly reason: OverrideReason }
    /** On paper, as a copy where an earlier slip may be out. Rules: SLIP-2. */
    | { readonly type: 'print'; readonly printer: DeviceId; readonly layout?: 'documents' }
  );

/** Who asks for help: a counter, or somebody at a kiosk. Rules: CTR-9, HELP-1. */
export type HelpPlace = { readonly counter: CounterId } | { readonly kiosk: KioskId };
export type HelpAction = { readonly type: 'answerHelp' | 'endHelp' } & HelpPlace;

export type IssueAction = {
  readonly type: 'issue';
  readonly service: ServiceId;
  readonly lane: LaneId;
  readonly preparing: boolean;
};

/** `until` is RFC 3339 with offset. */
export type DayAction =
  | { readonly type: 'openDay' | 'resumeIssuing' }
  /** `endRemaining` ends whoever is left, each with its reason. Rules: DAY-3, DAY-4. */
  | { readonly type: 'closeDay'; readonly endRemaining: boolean }
  | {
      readonly type: 'stopIssuing';
      readonly reason: IssuingReason;
      readonly until: string | undefined;
    }
  | { readonly type: 'extendIssuing'; readonly reason: IssuingReason; readonly until: string };

/** Rules: VOICE-9, VOICE-10. */
export type VoiceAction =
  | { readonly type: 'turnQuiet'; readonly quiet: boolean }
  | { readonly type: 'announce'; readonly what: AskedKind };

/** To all who need it. Rules: CARE-2. */
export type CareAction = { readonly type: 'answerCare' };

export type ManagerAction =
  | (TicketAction | HelpAction | IssueAction)
  | (DayAction | VoiceAction | CareAction);

export type ManagerReply =
  | (TicketReply | IssueReply | CounterReply | KioskHelpReply)
  | (DayReply | VoiceReply | CareReply);

export type ManagerRequest = Pick<SendCommand<ManagerReply>, 'path' | 'body' | 'replySchema'>;

const PLAIN_VERBS = ['return', 'ready', 'resume', 'escort'] as const;
type Plain = Extract<TicketAction, { type: (typeof PLAIN_VERBS)[number] }>;
const isPlain = (action: TicketAction): action is Plain =>
  PLAIN_VERBS.some((verb) => verb === action.type);

const ofTicket = (root: string, action: TicketAction): ManagerRequest => {
  if (action.type === 'call') {
    const { counter, ticket, reason } = action;
    const path = `${root}/counters/${counter}/call-ticket`;
    return { path, body: { ticket, reason }, replySchema: TicketReply };
  }
  const path = `${root}/tickets/${action.ticket}/${action.type}`;
  if (isPlain(action)) return { path, body: {}, replySchema: TicketReply };
  return { path, body: bodyOf(action), replySchema: TicketReply };
};

const bodyOf = (action: Exclude<TicketAction, Plain | { type: 'call' }>): object => {
  if (action.type === 'lane') return { lane: action.lane, reason: action.reason };
  if (action.type === 'documents') return { service: action.service, missing: action.missing };
  if (action.type === 'print') {
    return { printer: action.printer, ...(action.layout && { layout: action.layout }) };
  }
  return { reason: action.reason };
};

const ofHelp = (root: string, action: HelpAction): ManagerRequest => {
  const verb = action.type === 'answerHelp' ? 'answer' : 'end';
  if ('kiosk' in action) {
    const path = `${root}/kiosks/${action.kiosk}/help/${verb}`;
    return { path, body: {}, replySchema: KioskHelpReply };
  }
  const path = `${root}/counters/${action.counter}/help/${verb}`;
  return { path, body: {}, replySchema: CounterReply };
};

const ofDay = (root: string, action: DayAction): ManagerRequest => {
  const replySchema = DayReply;
  switch (action.type) {
    case 'openDay':
      return { path: `${root}/day/open`, body: {}, replySchema };
    case 'closeDay':
      return {
        path: `${root}/day/close`,
        body: { remaining: action.endRemaining ? 'end-remaining' : 'refuse' },
        replySchema,
      };
    case 'resumeIssuing':
      return { path: `${root}/day/issuing/resume`, body: {}, replySchema };
    case 'stopIssuing': {
      const { reason, until } = action;
      const body = { reason, ...(until !== undefined && { until }) };
      return { path: `${root}/day/issuing/stop`, body, replySchema };
    }
    case 'extendIssuing': {
      const { reason, until } = action;
      return { path: `${root}/day/issuing/extend`, body: { reason, until }, replySchema };
    }
    default:
      return action satisfies never;
  }
};

const ofVoice = (root: string, action: VoiceAction): ManagerRequest =>
  action.type === 'turnQuiet'
    ? { path: `${root}/voice/quiet`, body: { quiet: action.quiet }, replySchema: VoiceReply }
    : { path: `${root}/announcements`, body: { what: action.what }, replySchema: VoiceReply };

export const managerRequest = (hall: HallId, action: ManagerAction): ManagerRequest => {
  const root = `/api/v1/halls/${hall}`;
  if ('ticket' in action) return ofTicket(root, action);
  if (action.type === 'issue') {
    const { service, lane, preparing } = action;
    const body = { service, lane, ...(preparing && { preparing }) };
    return { path: `${root}/tickets`, body, replySchema: IssueReply };
  }
  if ('counter' in action || 'kiosk' in action) return ofHelp(root, action);
  if (action.type === 'answerCare') {
    return { path: `${root}/care/answer`, body: {}, replySchema: CareReply };
  }
  if (action.type === 'turnQuiet' || action.type === 'announce') return ofVoice(root, action);
  return ofDay(root, action);
};
