/** Commands as HTTP requests of the people who send them: path, body, role and person. */
import type { LaneId } from '@tingxu/contract/ids';
import type { Role } from '@tingxu/contract/roles';
import type { WireCommand } from './hall-client.ts';
import { LOBBY, SUPERVISOR, teller } from './people.ts';

export type HallRequest = {
  /** Below the hall's own address. */
  readonly path: string;
  readonly body: object;
  readonly role: Role;
  /** Personnel number, for staff. */
  readonly staff?: string;
};

const AT_COUNTER = {
  RecallTicket: 'recall',
  StartService: 'start',
  FinishService: 'finish',
  MissTicket: 'miss',
} as const;

/** `staffLanes` are those that only staff may give. */
export const requestOf = (command: WireCommand, staffLanes: ReadonlySet<LaneId>): HallRequest => {
  switch (command.type) {
    case 'IssueTicket': {
      const { service, lane } = command;
      const by = lane && staffLanes.has(lane) ? LOBBY : ({ role: 'kiosk' } as const);
      return { path: 'tickets', body: { service, ...(lane && { lane }) }, ...by };
    }
    case 'OpenCounter':
    case 'PauseCounter':
    case 'ResumeCounter':
    case 'CloseCounter':
    case 'CallNext':
      return counterRequest(command);
    case 'RecallTicket':
    case 'StartService':
    case 'FinishService':
    case 'MissTicket': {
      const { ticket, counter } = command;
      const path = `tickets/${ticket}/${AT_COUNTER[command.type]}`;
      return { path, body: { counter }, ...teller(counter) };
    }
    case 'ReturnTicket':
      return { path: `tickets/${command.ticket}/return`, body: {}, role: 'kiosk' };
    case 'CancelTicket':
      return {
        path: `tickets/${command.ticket}/cancel`,
        body: { reason: command.reason },
        ...LOBBY,
      };
    case 'CloseDay':
      return { path: 'day/close', body: { remaining: command.remaining }, ...SUPERVISOR };
    default:
      return command satisfies never;
  }
};

type OfCounter = Extract<WireCommand, { counter: unknown }>;
type OfCounterOnly = Exclude<OfCounter, { ticket: unknown }>;

const VERB = {
  OpenCounter: 'open',
  PauseCounter: 'pause',
  ResumeCounter: 'resume',
  CloseCounter: 'close',
  CallNext: 'call-next',
} as const;

const counterRequest = (command: OfCounterOnly): HallRequest => {
  const { type, counter, ...body } = command;
  return { path: `counters/${counter}/${VERB[type]}`, body, ...teller(counter) };
};

export const OPEN_DAY: HallRequest = { path: 'day/open', body: {}, ...SUPERVISOR };
