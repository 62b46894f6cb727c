/**
 * One live ticket for a service and whoever shows a card or a number at a kiosk, so that nobody collects numbers
 * with a card. Who that is, is known by a keyed hash, in memory, while the ticket lives (adr/0019). Staff have
 * names, and are not held up. Rules: ISSUE-8. Source: SEC-08.
 */
import type { OperationId } from '@tingxu/contract/access';
import type { HallId } from '@tingxu/contract/ids';
import { IssueBody } from '@tingxu/contract/rest';
import { configInForce } from '@tingxu/hall/configuration';
import type { FastifyRequest } from 'fastify';
import { isAgain } from './device-of.ts';
import type { Api, HostedHall, Hosting } from './hosting.ts';
import { callerOf } from './identity.ts';
import { RequestProblem } from './problem.ts';
import { hashOf } from './shown-proof.ts';

const ISSUE: OperationId = 'issueTicket';

const isLimited = ({ runtime, config }: HostedHall): boolean =>
  configInForce(runtime.state(), config).onePerCustomer === true;

/** Rejects: customer-has-ticket. */
export function addOnePerCustomer(api: Api, hosting: Hosting): void {
  /** Asked for and not answered yet, so that two at once are one. */
  const underway = new Set<string>();
  const mine = new WeakMap<FastifyRequest, string>();
  api.addHook('preHandler', (request, _reply, done) => {
    const hall = hosting.halls.get((request.params as { readonly hall?: HallId }).hall as HallId);
    const isIssue = request.routeOptions.schema?.operationId === ISSUE;
    const asked = isIssue ? IssueBody.safeParse(request.body).data : undefined;
    const isKiosk = callerOf(request).role === 'kiosk';
    if (!hall || !asked?.identification || !isKiosk || !isLimited(hall)) {
      done();
      return;
    }
    const hash = hashOf(hall.directory, asked.identification);
    if (hash === null || isAgain(request, hall)) {
      done();
      return;
    }
    const has = hall.customers
      .ticketsOf(hash, hall.runtime.state())
      .some(({ service, further }) => [service, ...further].includes(asked.service));
    const key = `${hall.runtime.hall} ${asked.service} ${hash}`;
    if (has || underway.has(key)) throw new RequestProblem('customer-has-ticket');
    underway.add(key);
    mine.set(request, key);
    done();
  });
  // Once the command has its answer, whoever still waits for it: a line that was cut has no response.
  api.addHook('onSend', (request, _reply, payload, done) => {
    underway.delete(mine.get(request) ?? '');
    done(null, payload);
  });
}
