/** `/tickets`: taking one, looking at it, everything that happens to it. */
import { BusinessDay, HallId, TicketId, TicketRef } from '@tingxu/contract/ids';
import {
  CancelBody,
  CounterBody,
  EmptyBody,
  IssueBody,
  IssueReply,
  LeavingBody,
  MissEarlyBody,
  ReadmitBody,
  ReturnBody,
  TicketReply,
  VisitRatingBody,
  VisitRatingReply,
} from '@tingxu/contract/rest';
import * as z from 'zod/mini';
import { addCommand, HallParams } from './command-route.ts';
import type { Api, Hosting } from './hosting.ts';
import { printIssued } from './print-issued.ts';
import { rendered } from './render.ts';
import { renderIssue, renderTicket } from './render-ticket.ts';
import { rememberCustomer, shownProof, withoutNumber } from './shown-proof.ts';

export const TicketParams = z.strictObject({ hall: HallId, ticket: TicketRef });
/** The business day that a number is of, else the last one; an id says its day itself. */
export const DayQuery = z.strictObject({ day: z.optional(BusinessDay) });
/** Links name tickets by id. */
const LinkedParams = z.strictObject({ hall: HallId, ticket: TicketId });

const ATTENDED = [
  { verb: 'recall', type: 'RecallTicket', summary: 'Call the ticket again at its counter' },
  { verb: 'start', type: 'StartService', summary: 'The customer has come to the counter' },
] as const;

function addIssue(api: Api, hosting: Hosting): void {
  addCommand(api, hosting, {
    path: '/tickets',
    operationId: 'issueTicket',
    summary: 'Take a ticket',
    tag: 'tickets',
    params: HallParams,
    body: IssueBody,
    status: 201,
    reply: IssueReply,
    location: ({ ticket }) => `/tickets/${ticket.id}`,
    command: ({ body }, { runtime, directory }) => {
      const { service, lane, further, preparing } = body;
      const issue = {
        ...({ type: 'IssueTicket', service } as const),
        ...(lane && { lane }),
        ...(further && { further }),
        ...(preparing && { preparing }),
      };
      const { day } = runtime.state();
      if (!day || (!body.identification && body.declared === undefined)) return issue;
      return shownProof(directory, body, day.businessDay).then((proof) => ({
        ...issue,
        ...(proof && { proof }),
      }));
    },
    sent: ({ params, body }, { directory }) => [params, withoutNumber(directory, body)],
    happened: ({ body, actor }, hall, answer) => {
      rememberCustomer(hall, body, answer);
      printIssued(hosting, hall, { wanted: body.print, actor }, answer);
    },
    render: () => renderIssue(hosting.links),
  });
}

function addEnding(api: Api, hosting: Hosting): void {
  const common = { tag: 'tickets', params: TicketParams, status: 200, reply: TicketReply } as const;
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/return',
    operationId: 'returnTicket',
    summary: 'The customer of a missed ticket is back',
    body: ReturnBody,
    command: ({ params, body }) => ({ type: 'ReturnTicket', ticket: params.ticket, ...body }),
    render: () => renderTicket,
  });
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/cancel',
    operationId: 'cancelTicket',
    summary: 'End the ticket before it is served',
    body: CancelBody,
    command: ({ params, body }) => ({ type: 'CancelTicket', ticket: params.ticket, ...body }),
    render: () => renderTicket,
  });
}

/** Round the missed rule, by whoever may. Rules: MISS-8, MISS-10, MISS-11. Source: H46, H49. */
function addMissedByHand(api: Api, hosting: Hosting): void {
  const common = {
    tag: 'tickets',
    params: TicketParams,
    status: 200,
    reply: TicketReply,
    render: () => renderTicket,
  } as const;
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/readmit',
    operationId: 'readmitTicket',
    summary: 'Put a missed ticket before everybody, with the reason',
    body: ReadmitBody,
    command: ({ params, body: { reason: override, ...body } }) => ({
      ...{ type: 'ReturnTicket', ticket: params.ticket, override },
      ...body,
    }),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/miss-early',
    operationId: 'missTicketEarly',
    summary: 'Pass the number before its calls and times, with the reason',
    body: MissEarlyBody,
    command: ({ params, body }) => ({
      type: 'MissTicket',
      ticket: params.ticket,
      counter: body.counter,
      early: body.reason,
    }),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/tickets/:ticket/escort',
    operationId: 'escortTicket',
    summary: 'The lobby manager goes to fetch the customer of a called ticket',
    body: EmptyBody,
    command: ({ params }) => ({ type: 'EscortTicket', ticket: params.ticket }),
  });
}

const SENDS_AWAY = [
  {
    verb: 'finish',
    type: 'FinishService',
    summary: 'The service is done; the counter may pause or close with it',
  },
  {
    verb: 'miss',
    type: 'MissTicket',
    summary: 'Nobody came; the counter may pause or close with it',
  },
] as const;

/** Rules: CTR-5, CTR-11. */
function addSendsAway(api: Api, hosting: Hosting): void {
  for (const { verb, type, summary } of SENDS_AWAY) {
    addCommand(api, hosting, {
      path: `/tickets/:ticket/${verb}`,
      operationId: `${verb}Ticket`,
      summary,
      tag: 'tickets',
      params: TicketParams,
      body: LeavingBody,
      status: 200,
      reply: TicketReply,
      command: ({ params, body }) => ({ type, ticket: params.ticket, ...body }),
      render: () => renderTicket,
    });
  }
}

/** The holder of the link gives the vote of the visit. Rules: RATE-6, LINK-1. */
function addRating(api: Api, hosting: Hosting): void {
  addCommand(api, hosting, {
    path: '/tickets/:ticket/rating',
    operationId: 'rateVisit',
    summary: 'The customer rates, on the phone, the service with which the visit ended',
    tag: 'tickets',
    params: LinkedParams,
    body: VisitRatingBody,
    status: 200,
    reply: VisitRatingReply,
    command: ({ params, body }) => ({ type: 'RateVisit', ticket: params.ticket, ...body }),
    render:
      ({ params, body }) =>
      () =>
        rendered(200, { ticket: params.ticket, score: body.score }),
  });
}

export function addTicketCommands(api: Api, hosting: Hosting): void {
  addIssue(api, hosting);
  addRating(api, hosting);
  for (const { verb, type, summary } of ATTENDED) {
    addCommand(api, hosting, {
      path: `/tickets/:ticket/${verb}`,
      operationId: `${verb}Ticket`,
      summary,
      tag: 'tickets',
      params: TicketParams,
      body: CounterBody,
      status: 200,
      reply: TicketReply,
      command: ({ params, body }) => ({ type, ticket: params.ticket, counter: body.counter }),
      render: () => renderTicket,
    });
  }
  addSendsAway(api, hosting);
  addEnding(api, hosting);
  addMissedByHand(api, hosting);
}
