/** Reading what proves the rules: the reason of every call, the figures of a day. Source: H44, H106. */
import { ComparisonReply } from '@tingxu/contract/comparison';
import { ExplanationReply } from '@tingxu/contract/explanation';
import { HallId, TicketRef } from '@tingxu/contract/ids';
import { DayStatistics } from '@tingxu/contract/statistics';
import * as z from 'zod/mini';
import { HallParams } from './command-route.ts';
import type { CostlyReads } from './costly-reads.ts';
import { type Api, type Hosting, hallOf } from './hosting.ts';
import { callerOf } from './identity.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { senderOf } from './rate-limit.ts';
import { ticketComparison, ticketExplanation } from './tell-explanation.ts';
import { dayStatistics } from './tell-statistics.ts';
import { DayQuery, TicketParams } from './ticket-routes.ts';

/** What a reader of the figures must know to tell them rightly. Rules: STAT-1, STAT-5, END-3. */
const STATISTICS_MEAN = [
  'Figures of a lane or a service count services (legs): a visit of two is counted twice, and once in `visitsServed`.',
  '`waits` are of services that were called from the line and reached a counter: each from its entry to the last call',
  'by the rule, and in line again after a service that was cut. Who was not served is in no figure of `waits`, so a',
  'share within the promise says nothing of them: they stand in `ended`, each by one reason. `left-at-closing`',
  '(in line, set aside or called when the day closed), `session-ended` (being served when the day closed or the',
  'session of the counter ended) and `carried-over` are together the unfinished ones, which totals call `left`.',
].join(' ');

const PairParams = z.strictObject({ hall: HallId, ticket: TicketRef, other: TicketRef });

export function addProof(api: Api, hosting: Hosting, costly: CostlyReads): void {
  api.get(
    '/api/v1/halls/:hall/tickets/:ticket/explanation',
    {
      schema: {
        operationId: 'explainTicket',
        summary: 'Why the ticket was called when it was, in data and in words',
        tags: ['tickets'],
        params: TicketParams,
        querystring: DayQuery,
        response: { 200: ExplanationReply, ...PROBLEM_RESPONSES },
      },
    },
    (request) => {
      const { hall, ticket } = request.params;
      const { role } = callerOf(request);
      return costly.run(senderOf(request), () =>
        ticketExplanation(hallOf(hosting, hall), ticket, role, request.query.day),
      );
    },
  );
  api.get(
    '/api/v1/halls/:hall/tickets/:ticket/explanation/:other',
    {
      schema: {
        operationId: 'compareTickets',
        summary: 'Why one of two tickets was called before the other',
        tags: ['tickets'],
        params: PairParams,
        querystring: DayQuery,
        response: { 200: ComparisonReply, ...PROBLEM_RESPONSES },
      },
    },
    (request) => {
      const { hall, ticket, other } = request.params;
      return costly.run(senderOf(request), () =>
        ticketComparison(hallOf(hosting, hall), [ticket, other], request.query.day),
      );
    },
  );
  api.get(
    '/api/v1/halls/:hall/statistics',
    {
      schema: {
        operationId: 'readStatistics',
        summary:
          'What came of a business day, from its events alone; without a day of the last one',
        description: STATISTICS_MEAN,
        tags: ['halls'],
        params: HallParams,
        querystring: DayQuery,
        response: { 200: DayStatistics, ...PROBLEM_RESPONSES },
      },
    },
    (request) => {
      const { params, query } = request;
      return costly.run(senderOf(request), () =>
        dayStatistics(hosting, hallOf(hosting, params.hall), query.day),
      );
    },
  );
}
