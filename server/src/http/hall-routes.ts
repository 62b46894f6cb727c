/** Reading: the halls, one hall, one ticket. What is told depends on the role. */
import { HallId } from '@tingxu/contract/ids';
import {
  CustomerReply,
  HallDetail,
  HallList,
  NextCalls,
  TicketDetail,
} from '@tingxu/contract/rest';
import * as z from 'zod/mini';
import { type Api, type Hosting, hallOf } from './hosting.ts';
import { callerOf } from './identity.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { customerOf } from './tell-customer.ts';
import { hallDetail, hallSummary, nextCalls } from './tell-hall.ts';
import { ticketDetail } from './tell-ticket-detail.ts';
import { DayQuery, TicketParams } from './ticket-routes.ts';

const HallParams = z.strictObject({ hall: HallId });

export function addReading(api: Api, hosting: Hosting): void {
  api.get(
    '/api/v1/halls',
    {
      schema: {
        operationId: 'listHalls',
        summary: 'The halls of this server',
        tags: ['halls'],
        response: { 200: HallList, ...PROBLEM_RESPONSES },
      },
    },
    () => ({
      halls: [...hosting.halls.values()].map(({ runtime, config }) =>
        hallSummary(runtime.state(), config),
      ),
    }),
  );
  api.get(
    '/api/v1/halls/:hall',
    {
      schema: {
        operationId: 'readHall',
        summary: 'What the caller’s role may see of a hall',
        tags: ['halls'],
        params: HallParams,
        response: { 200: HallDetail, ...PROBLEM_RESPONSES },
      },
    },
    (request) => {
      const { runtime, config } = hallOf(hosting, request.params.hall);
      return hallDetail(runtime.state(), config, callerOf(request).role);
    },
  );
  api.get(
    '/api/v1/halls/:hall/next-calls',
    {
      schema: {
        operationId: 'adviseCalls',
        summary:
          'The calls that the free counters could make now, in the order in which they should',
        tags: ['counters'],
        params: HallParams,
        response: { 200: NextCalls, ...PROBLEM_RESPONSES },
      },
    },
    ({ params }) => nextCalls(hallOf(hosting, params.hall).runtime.state(), hosting.clock.now()),
  );
  api.get(
    '/api/v1/halls/:hall/tickets/:ticket',
    {
      schema: {
        operationId: 'readTicket',
        summary: 'A ticket, its legs and, for staff, its calls and whole trail',
        tags: ['tickets'],
        params: TicketParams,
        querystring: DayQuery,
        response: { 200: TicketDetail, ...PROBLEM_RESPONSES },
      },
    },
    (request) => {
      const hall = hallOf(hosting, request.params.hall);
      const { params, query } = request;
      return ticketDetail(hall, params.ticket, callerOf(request).role, query.day);
    },
  );
}

/** Apart from the ticket, as it is the only answer that says anything of a customer. Rules: DIR-6. */
export function addCustomer(api: Api, hosting: Hosting): void {
  api.get(
    '/api/v1/halls/:hall/tickets/:ticket/customer',
    {
      schema: {
        operationId: 'readCustomer',
        summary: 'Class and masked name of whoever has the ticket, for the staff who serve them',
        tags: ['tickets'],
        params: TicketParams,
        response: { 200: CustomerReply, ...PROBLEM_RESPONSES },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      const hall = hallOf(hosting, request.params.hall);
      return customerOf(hall, request.params.ticket, callerOf(request));
    },
  );
}
