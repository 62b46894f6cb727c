/** `/tickets/:ticket/…`: services that follow, transfers, lanes, tickets set aside, forms. */
import type { CommandOf } from '@tingxu/contract/commands';
import {
  AddServiceBody,
  ChangeLaneBody,
  DocumentsBody,
  EmptyBody,
  ParkBody,
  PrepareBody,
  RedirectBody,
  SendBackBody,
  TicketReply,
  TransferBody,
} from '@tingxu/contract/rest';
import { addCommand } from './command-route.ts';
import type { Api, Hosting } from './hosting.ts';
import { renderTicket } from './render-ticket.ts';
import { TicketParams } from './ticket-routes.ts';

const common = {
  tag: 'tickets',
  params: TicketParams,
  status: 200,
  reply: TicketReply,
  render: () => renderTicket,
} as const;

const PLAIN = [
  {
    verb: 'resume',
    id: 'resumeTicket',
    type: 'ResumeTicket',
    summary: 'The customer of a parked ticket is there again',
  },
  {
    verb: 'ready',
    id: 'readyTicket',
    type: 'ReadyTicket',
    summary: 'The forms are ready',
  },
] as const;

/** What a body leaves out is the usual. */
const targetOf = ({
  keepWait = true,
  first = false,
  ...target
}: RedirectBody): Omit<CommandOf<'TransferTicket'>, 'type' | 'ticket' | 'counter'> => ({
  ...target,
  keepWait,
  first,
});

function addTransfers(api: Api, hosting: Hosting): void {
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/transfer',
    operationId: 'transferTicket',
    summary: 'From a counter to another service, lane, counter or person',
    body: TransferBody,
    command: ({ params, body: { counter, ...target } }) => ({
      ...{ type: 'TransferTicket', ticket: params.ticket, counter },
      ...targetOf(target),
    }),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/redirect',
    operationId: 'redirectTicket',
    summary: 'From the line to another service, lane, counter or person',
    body: RedirectBody,
    command: ({ params, body }) => ({
      ...{ type: 'TransferTicket', ticket: params.ticket },
      ...targetOf(body),
    }),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/lane',
    operationId: 'changeLane',
    summary: 'Another lane, with the reason; place and wait stay',
    body: ChangeLaneBody,
    command: ({ params, body }) => ({ type: 'ChangeLane', ticket: params.ticket, ...body }),
  });
}

function addSettingAside(api: Api, hosting: Hosting): void {
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/park',
    operationId: 'parkTicket',
    summary: 'Set the ticket aside for a while; the counter is free',
    body: ParkBody,
    command: ({ params, body: { limitSeconds, ...body } }) => ({
      ...{ type: 'ParkTicket', ticket: params.ticket },
      ...body,
      ...(limitSeconds !== undefined && { limitMs: limitSeconds * 1_000 }),
    }),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/prepare',
    operationId: 'prepareTicket',
    summary: 'Forms are lacking: not called until they are ready, with the reason',
    body: PrepareBody,
    command: ({ params, body }) => ({ type: 'PrepareTicket', ticket: params.ticket, ...body }),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/documents',
    operationId: 'checkDocuments',
    summary:
      'What staff saw of the documents that the service asks for: all there, or what is missing',
    body: DocumentsBody,
    command: ({ params, body }) => ({ type: 'CheckDocuments', ticket: params.ticket, ...body }),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/send-back',
    operationId: 'sendBackTicket',
    summary: 'A form is wrong: back to filling in, and first when it is ready',
    body: SendBackBody,
    command: ({ params, body }) => ({ type: 'SendBackTicket', ticket: params.ticket, ...body }),
  });
}

export function addVisitCommands(api: Api, hosting: Hosting): void {
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/services',
    operationId: 'addService',
    summary: 'One more service on the ticket',
    body: AddServiceBody,
    command: ({ params, body }) => ({ type: 'AddService', ticket: params.ticket, ...body }),
  });
  addTransfers(api, hosting);
  addSettingAside(api, hosting);
  for (const { verb, id, type, summary } of PLAIN) {
    addCommand(api, hosting, {
      ...common,
      path: `/tickets/:ticket/${verb}`,
      operationId: id,
      summary,
      body: EmptyBody,
      command: ({ params }) => ({ type, ticket: params.ticket }),
    });
  }
}
