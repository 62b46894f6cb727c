/** Legs, parking, forms and paper: which commands and facts they are, decided and evolved. */
import type { CommandOf, HallCommand } from '@tingxu/contract/commands';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import type { Context, Decision } from './decision.ts';
import { decideCheckDocuments, evolveDocumentsChecked } from './documents.ts';
import { decideAddService, evolveLegEntered, evolveServiceAdded } from './legs.ts';
import {
  decideParkTicket,
  decideResumeTicket,
  evolveTicketParked,
  evolveTicketResumed,
} from './park.ts';
import {
  decidePrepareTicket,
  decideReadyTicket,
  decideSendBackTicket,
  evolveTicketPreparing,
  evolveTicketReady,
  evolveTicketSentBack,
} from './prepare.ts';
import { evolveLegFinished } from './serve.ts';
import { decideSlip, evolveSlip } from './slip.ts';
import type { HallState } from './state.ts';
import {
  decideChangeLane,
  decideTransferTicket,
  evolveLaneChanged,
  evolveTicketTransferred,
} from './transfer.ts';

const EVENTS = [
  'ServiceAdded',
  'LegFinished',
  'TicketTransferred',
  'LegEntered',
  'LaneChanged',
  'TicketParked',
  'TicketResumed',
  'TicketPreparing',
  'TicketSentBack',
  'TicketReady',
  'DocumentsChecked',
  'SlipAsked',
  'SlipEnded',
] as const satisfies readonly HallEvent['type'][];
export type VisitEvent = EventOf<(typeof EVENTS)[number]>;

const eventTypes: readonly string[] = EVENTS;
export const isVisitEvent = (event: HallEvent): event is VisitEvent =>
  eventTypes.includes(event.type);

const COMMANDS = [
  'AddService',
  'TransferTicket',
  'ChangeLane',
  'ParkTicket',
  'ResumeTicket',
  'PrepareTicket',
  'SendBackTicket',
  'ReadyTicket',
  'CheckDocuments',
  'PrintSlip',
  'EndSlip',
] as const satisfies readonly HallCommand['type'][];
export type VisitCommand = CommandOf<(typeof COMMANDS)[number]>;

const commandTypes: readonly string[] = COMMANDS;
export const isVisitCommand = (command: HallCommand): command is VisitCommand =>
  commandTypes.includes(command.type);

export const decideVisit = (
  hall: HallState,
  command: VisitCommand,
  { at, actor }: Context,
): Decision => {
  switch (command.type) {
    case 'AddService':
      return decideAddService(hall, command);
    case 'TransferTicket':
      return decideTransferTicket(hall, command, at);
    case 'ChangeLane':
      return decideChangeLane(hall, command);
    case 'ParkTicket':
      return decideParkTicket(hall, command, at);
    case 'ResumeTicket':
      return decideResumeTicket(hall, command, at);
    case 'PrepareTicket':
      return decidePrepareTicket(hall, command, actor.role);
    case 'SendBackTicket':
      return decideSendBackTicket(hall, command, at);
    case 'ReadyTicket':
      return decideReadyTicket(hall, command);
    case 'CheckDocuments':
      return decideCheckDocuments(hall, command);
    case 'PrintSlip':
    case 'EndSlip':
      return decideSlip(hall, command, actor.role);
    default:
      return command satisfies never;
  }
};

export const evolveVisit = (hall: HallState, event: VisitEvent, at: Instant): HallState => {
  switch (event.type) {
    case 'ServiceAdded':
      return evolveServiceAdded(hall, event);
    case 'LegFinished':
      return evolveLegFinished(hall, event, at);
    case 'TicketTransferred':
      return evolveTicketTransferred(hall, event, at);
    case 'LegEntered':
      return evolveLegEntered(hall, event, at);
    case 'LaneChanged':
      return evolveLaneChanged(hall, event);
    case 'TicketParked':
      return evolveTicketParked(hall, event, at);
    case 'TicketResumed':
      return evolveTicketResumed(hall, event, at);
    case 'TicketPreparing':
      return evolveTicketPreparing(hall, event, at);
    case 'TicketSentBack':
      return evolveTicketSentBack(hall, event, at);
    case 'TicketReady':
      return evolveTicketReady(hall, event, at);
    case 'DocumentsChecked':
      return evolveDocumentsChecked(hall, event, at);
    case 'SlipAsked':
    case 'SlipEnded':
      return evolveSlip(hall, event);
    default:
      return event satisfies never;
  }
};
