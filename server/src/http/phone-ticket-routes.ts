/**
 * `/phone-tickets`: a phone shows the code of the hall, is given a pass, and takes one ticket with it.
 * Rules: PHONE-1..PHONE-4. Source: SEC-08.
 */
import type { OperationId } from '@tingxu/contract/access';
import type { CommandId, HallId, Instant, TicketLink } from '@tingxu/contract/ids';
import {
  PhoneEntryBody,
  PhoneEntryReply,
  PhoneTicketBody,
  type PresenceCode,
  PresenceReply,
} from '@tingxu/contract/presence';
import { IssueReply } from '@tingxu/contract/rest';
import { configInForce } from '@tingxu/hall/configuration';
import { findLive } from '@tingxu/hall/live-tickets';
import { dayRow } from '@tingxu/hall/profile-rows';
import type { FastifyRequest } from 'fastify';
import { PASS_MS } from '../presence/phone-passes.ts';
import type { PhoneTakes } from '../presence/phone-takes.ts';
import { changesIn } from '../presence/presence-codes.ts';
import { addCommand, HallParams } from './command-route.ts';
import { isAgain } from './device-of.ts';
import { type Api, type HostedHall, type Hosting, hallOf } from './hosting.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { passIn, phoneCookie } from './phone-cookie.ts';
import { RequestProblem } from './problem.ts';
import { renderIssue } from './render-ticket.ts';
import { offeredServices } from './tell-offered.ts';

const tags = ['phones'];
const TAKE: OperationId = 'takePhoneTicket';

/** Rejects: hall-unknown, phone-tickets-off. */
function openHall(hosting: Hosting, id: HallId): HostedHall {
  const hall = hallOf(hosting, id);
  if (!configInForce(hall.runtime.state(), hall.config).phoneTickets) {
    throw new RequestProblem('phone-tickets-off');
  }
  return hall;
}

/** What became of a pass: the link of its ticket while that lives, and whether it may still be used. */
type Standing = { readonly link: TicketLink | null; readonly usable: boolean };

function standingOf({ runtime }: HostedHall, pass: CommandId): Standing {
  const answer = runtime.answerTo(pass);
  if (!answer) return { link: null, usable: true };
  const issued = answer.status === 201 ? IssueReply.safeParse(JSON.parse(answer.body)) : null;
  const lives = issued?.success && findLive(runtime.state().tickets, issued.data.ticket.id);
  return { link: issued?.success && lives ? issued.data.link : null, usable: false };
}

/** The pass that the phone was given before, whatever became of it, and its end. */
function passOf(request: FastifyRequest, hosting: Hosting, hall: HallId) {
  const pass = passIn(request.headers, hall, hosting.secureCookies);
  const endsAt = pass === undefined ? null : hosting.presence.passes.endOf(hall, pass);
  return pass === undefined || endsAt === null ? null : { pass: pass as CommandId, endsAt };
}

/**
 * Until when a phone that asks now may take a ticket: ten minutes from a code; without one no longer than
 * the pass that it has. Rejects: presence-refused, pass-over.
 */
function presentUntil(
  { presence, clock }: Hosting,
  hall: HallId,
  code: PresenceCode | undefined,
  before: Instant | undefined,
): Instant {
  const now = clock.now();
  if (code !== undefined && presence.codes.isGood(hall, code, now)) return now + PASS_MS;
  if (before !== undefined && now < before) return before;
  throw new RequestProblem(code === undefined ? 'pass-over' : 'presence-refused');
}

/** Another code is shown then, with passes of its own. */
const tooMany = (now: Instant): RequestProblem =>
  new RequestProblem('too-many-requests', { retryAfterSeconds: Math.ceil(changesIn(now) / 1_000) });

function addEntry(api: Api, hosting: Hosting, takes: PhoneTakes | null): void {
  const { clock, presence, secureCookies } = hosting;
  const read = {
    schema: {
      ...{ operationId: 'readPresence', summary: 'The code that the hall shows to phones', tags },
      ...{ params: HallParams, response: { 200: PresenceReply, ...PROBLEM_RESPONSES } },
    },
  };
  api.get('/api/v1/halls/:hall/presence', read, ({ params }, reply) => {
    openHall(hosting, params.hall);
    reply.header('cache-control', 'no-store');
    const now = clock.now();
    const { codes, origin } = presence;
    return { code: codes.shownAt(params.hall, now), changesInMs: changesIn(now), origin };
  });
  const enter = {
    schema: {
      operationId: 'enterByPhone',
      summary: 'A phone shows the code of the hall and is told what it may choose from',
      ...{ tags, params: HallParams, body: PhoneEntryBody },
      response: { 200: PhoneEntryReply, ...PROBLEM_RESPONSES },
    },
  };
  api.post('/api/v1/halls/:hall/phone-tickets/entry', enter, (request, reply) => {
    const { hall: id } = request.params;
    const hall = openHall(hosting, id);
    const state = hall.runtime.state();
    const { name, zone } = configInForce(state, hall.config);
    const { open, opensNextAt } = dayRow(state);
    const told = {
      ...{ hall: name, zone, open, ...(opensNextAt !== undefined && { opensNextAt }) },
      services: offeredServices(state),
    };
    const before = passOf(request, hosting, id);
    const standing = before && standingOf(hall, before.pass);
    if (standing?.link) return { ...told, pass: null, link: standing.link };
    const until = presentUntil(hosting, id, request.body.code, before?.endsAt);
    // A phone whose turn has no ticket left begins anew with the code that it shows now.
    const goesOn =
      before !== null &&
      standing?.usable &&
      clock.now() < before.endsAt &&
      (until === before.endsAt || (takes?.hasLeft(id, before.endsAt) ?? true));
    if (!goesOn && takes?.givePass(id, request.ip, until) === false) throw tooMany(clock.now());
    const pass = goesOn ? before.pass : presence.passes.make(id, until);
    void reply.header('set-cookie', phoneCookie(id, pass, secureCookies));
    return { ...told, pass, link: null };
  });
}

/**
 * Before anything is counted or decided: without a good pass there is no ticket, whatever else is sent.
 * Rejects: phone-tickets-off, presence-refused, pass-over, too-many-requests.
 */
export function addPassCheck(api: Api, hosting: Hosting, takes: PhoneTakes | null): void {
  const { presence, clock } = hosting;
  /** Of tickets that are being issued: what takes them off their turn. */
  const underway = new WeakMap<FastifyRequest, () => void>();
  const check = (request: FastifyRequest): void => {
    const { hall: id } = request.params as { readonly hall: HallId };
    const hall = openHall(hosting, id);
    const endsAt = presence.passes.endOf(id, String(request.headers['idempotency-key']));
    if (endsAt === null) throw new RequestProblem('presence-refused');
    if (isAgain(request, hall)) return;
    if (clock.now() >= endsAt) throw new RequestProblem('pass-over');
    if (!takes) return;
    if (!takes.hasLeft(id, endsAt)) throw tooMany(clock.now());
    underway.set(request, takes.take(id, endsAt));
  };
  api.addHook('preHandler', (request, _reply, done) => {
    if (request.routeOptions.schema?.operationId === TAKE) check(request);
    done();
  });
  api.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode !== 201) underway.get(request)?.();
    done(null, payload);
  });
}

export function addPhoneTickets(api: Api, hosting: Hosting, takes: PhoneTakes | null): void {
  addEntry(api, hosting, takes);
  addCommand(api, hosting, {
    path: '/phone-tickets',
    operationId: TAKE,
    summary: 'A phone in the hall takes its ticket; the key of the command is its pass',
    tag: 'phones',
    params: HallParams,
    body: PhoneTicketBody,
    status: 201,
    reply: IssueReply,
    location: ({ ticket }) => `/tickets/${ticket.id}`,
    command: ({ body }) => ({ type: 'IssueTicket', service: body.service }),
    render: () => renderIssue(hosting.links),
  });
}
