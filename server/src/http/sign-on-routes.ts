/**
 * `/sign-on`: the browser goes to the bank's own provider and comes back signed in. Both are navigations, so
 * both answer with another address and never with a problem. Rules: AUTH-20, AUTH-4. Source: SEC-02.
 */
import { StaffId } from '@tingxu/contract/ids';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { signInFromElsewhere } from '../identity/sign-in.ts';
import { FLOW_MS, type Flow, openFlows } from '../sign-on/flows.ts';
import { CALLBACK_PATH, openProvider, type SignOnSetting } from '../sign-on/provider.ts';
import type { Api, Hosting } from './hosting.ts';
import { bearerOfRequest } from './identity.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { RequestProblem } from './problem.ts';
import { wayCookie, wayIn } from './session-cookie.ts';
import { cookiesOf, fromOf } from './session-routes.ts';

/** Pages of staff, with what their address says of hall and counter; nothing else is gone back to. */
const PAGE = /^\/(?:counter|lobby|supervisor|admin)\/(?:\?[A-Za-z0-9=&._~%-]{0,200})?$/;
const BeginQuery = z.object({ to: z.string().check(z.regex(PAGE)) });

/**
 * How the page is told that it did not come about. Of an answer that was not believed it says no more to whoever
 * tries; that the provider does not answer is no secret.
 */
type Failure = 'refused' | 'away';

const failed = (reply: FastifyReply, to: string, why: Failure = 'refused'): FastifyReply =>
  reply.redirect(`${to}${to.includes('?') ? '&' : '?'}sign-on=${why}`, 303);

/** The library's reason, without anything that the provider or the browser has sent. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : error.name;
};

/** A number in ASCII as it stands: other signs whose small letter is one of it (U+212A for k) are another number. */
const CLAIM = /^[\x21-\x7e]+$/;
const staffIn = (claim: string | null): StaffId | undefined =>
  claim !== null && CLAIM.test(claim) ? StaffId.safeParse(claim.toLowerCase()).data : undefined;

const queryOf = ({ url }: FastifyRequest): string => url.split('?', 2)[1] ?? '';

export function addSignOn(api: Api, hosting: Hosting, setting: SignOnSetting | null): void {
  const { identity, log, secureCookies } = hosting;
  const provider = setting && openProvider(setting);
  const flows = openFlows();
  const tags = ['identity'];
  const answers = { 303: z.string(), ...PROBLEM_RESPONSES };
  const begin = {
    schema: {
      ...{ operationId: 'beginSignOn', summary: 'Go to the bank’s own provider', tags },
      ...{ querystring: BeginQuery, response: answers },
    },
  };
  api.get('/api/v1/sign-on', begin, async (request, reply) => {
    const { to } = request.query;
    if (!provider) throw new RequestProblem('route-unknown');
    const bearer = bearerOfRequest(request);
    try {
      const { url, asked } = await provider.ask();
      const had = bearer.staff?.session.id ?? null;
      const flow: Flow = { asked, to, from: fromOf(request, bearer), had };
      const name = flows.begin(flow, identity.now());
      return reply
        .header('set-cookie', wayCookie(name, FLOW_MS, secureCookies))
        .redirect(url.href, 303);
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'the provider of single sign-on does not answer');
      return failed(reply, to, 'away');
    }
  });
  const back = {
    schema: {
      ...{ operationId: 'endSignOn', summary: 'Back from the bank’s own provider', tags },
      response: answers,
    },
  };
  api.get(CALLBACK_PATH, back, async (request, reply) => {
    if (!provider) throw new RequestProblem('route-unknown');
    const flow = flows.take(wayIn(request.headers, secureCookies), identity.now());
    if (!flow) return failed(reply, '/counter/');
    const { to, from, had } = flow;
    try {
      const staff = staffIn(await provider.read(queryOf(request), flow.asked));
      const answer = staff && signInFromElsewhere(identity, staff, from, had);
      if (!answer) {
        log.warn({ reason: 'no account' }, 'single sign-on was refused');
        return failed(reply, to);
      }
      return reply.header('set-cookie', cookiesOf(hosting, answer)).redirect(to, 303);
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'single sign-on was refused');
      return failed(reply, to);
    }
  });
}
