/** Signing in and out, the lock of a screen, set-up: `/api/v1/sign-in` and its like. Rules: AUTH-3..AUTH-10, AUTH-16. */
import type { OperationId } from '@tingxu/contract/access';
import {
  ChangePassphraseBody,
  Me,
  SetUpBody,
  SignInBody,
  UnlockBody,
} from '@tingxu/contract/identity';
import type { StaffId } from '@tingxu/contract/ids';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { From } from '../identity/back-off.ts';
import { type Bearer, bearerOf } from '../identity/bearer.ts';
import { MARK_MS } from '../identity/known-browsers.ts';
import { makeFirstAdmin } from '../identity/look-after.ts';
import type { Refusal } from '../identity/refusal.ts';
import type { StaffSession } from '../identity/sessions.ts';
import {
  choosePassphrase,
  lock,
  type SignedIn,
  signIn,
  signOut,
  unlock,
} from '../identity/sign-in.ts';
import type { Api, Hosting } from './hosting.ts';
import { bearerOfRequest } from './identity.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { RequestProblem } from './problem.ts';
import { clearCookie, markCookie, markIn, setCookie, wayCookie } from './session-cookie.ts';
import { meOf } from './tell-me.ts';

const Nothing = z.strictObject({});

/** Rejects: as the refusal says. */
export function refused({ code, retryAfterSeconds }: Refusal): RequestProblem {
  return new RequestProblem(code, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
}

export const fromOf = (request: FastifyRequest, { device }: Bearer): From => ({
  device: device?.paired.device ?? null,
  address: request.ip,
});

/** Somebody who says who they are, perhaps where they did before. Rules: AUTH-9. */
const comesFrom = (
  request: FastifyRequest,
  bearer: Bearer,
  staff: StaffId,
  { identity, secureCookies }: Hosting,
): From => ({
  ...fromOf(request, bearer),
  own: identity.browsers.nameOf(staff, markIn(request.headers, secureCookies), identity.now()),
});

/** Whoever is signed in, and proves it once more. Rules: AUTH-9. */
const staysAt = (request: FastifyRequest, bearer: Bearer, { id }: StaffSession): From => ({
  ...fromOf(request, bearer),
  own: `session ${id}`,
});

/**
 * The cookies of a browser where somebody is signed in from now on. Whoever was on the way to the provider meanwhile
 * does not arrive any more: nobody would end this session then.
 */
export const cookiesOf = (
  { identity, secureCookies }: Hosting,
  { token, session }: Pick<SignedIn, 'token' | 'session'>,
): string[] => [
  setCookie('session', token, secureCookies),
  markCookie(identity.browsers.mark(session.staff, identity.now()), MARK_MS, secureCookies),
  wayCookie('', 0, secureCookies),
];

/** Rejects: unauthenticated, session-over. */
function staffSessionOf({ staff, stale }: Bearer): StaffSession {
  if (!staff) throw new RequestProblem(stale ? 'session-over' : 'unauthenticated');
  return staff.session;
}

type Tools = {
  readonly hosting: Hosting;
  /** Answers who this browser is from now on, and gives it the token of a new session. */
  readonly welcome: (reply: FastifyReply, given: SignedIn, before: Bearer) => Me;
  /** The same session goes on, or none. */
  readonly tell: (bearer: Bearer) => Me;
};

const toolsOf = (hosting: Hosting): Tools => ({
  hosting,
  welcome(reply, given, { device }) {
    void reply.header('set-cookie', cookiesOf(hosting, given));
    return meOf(hosting, { ...bearerOf(hosting.identity, [given.token]), device });
  },
  tell: (bearer) => meOf(hosting, bearer),
});

const route = <Body extends z.core.$ZodType>(
  operationId: OperationId,
  summary: string,
  body: Body,
) => ({
  schema: {
    ...{ operationId, summary, tags: ['identity'], body },
    response: { 200: Me, ...PROBLEM_RESPONSES },
  },
});

function addSigningIn(api: Api, { hosting, welcome, tell }: Tools): void {
  const { identity } = hosting;
  const me = {
    schema: {
      operationId: 'readMe',
      summary: 'Who this browser is to the server',
      tags: ['identity'],
      response: { 200: Me, ...PROBLEM_RESPONSES },
    },
  };
  api.get('/api/v1/me', me, (request) => tell(bearerOfRequest(request)));
  const about = 'Sign in; whoever was signed in at this browser is not any more';
  api.post('/api/v1/sign-in', route('signIn', about, SignInBody), async (request, reply) => {
    const bearer = bearerOfRequest(request);
    const had = bearer.staff?.session ?? null;
    const from = comesFrom(request, bearer, request.body.staff, hosting);
    const answer = await signIn(identity, request.body, from, had);
    if (!answer.ok) throw refused(answer);
    return welcome(reply, answer, bearer);
  });
  api.post('/api/v1/sign-out', route('signOut', 'Sign out', Nothing), async (request, reply) => {
    const bearer = bearerOfRequest(request);
    if (bearer.staff) signOut(identity, bearer.staff.session);
    void reply.header('set-cookie', clearCookie('session', hosting.secureCookies));
    return tell({ ...bearer, staff: null });
  });
  api.post(
    '/api/v1/me/passphrase',
    route(
      'choosePassphrase',
      'Choose another passphrase; other sessions end',
      ChangePassphraseBody,
    ),
    async (request, reply) => {
      const bearer = bearerOfRequest(request);
      const session = staffSessionOf(bearer);
      const from = staysAt(request, bearer, session);
      const answer = await choosePassphrase(identity, session, request.body, from);
      if (!answer.ok) throw refused(answer);
      return welcome(reply, answer, bearer);
    },
  );
}

function addLock(api: Api, { hosting, tell }: Tools): void {
  const { identity } = hosting;
  /** As the session is after what was just done. */
  const again = (bearer: Bearer): Bearer => {
    const session = bearer.staff && identity.sessions.byId(bearer.staff.session.id);
    if (!bearer.staff || session?.kind !== 'staff') return { ...bearer, staff: null };
    const locked = identity.sessions.standing(session.id, identity.now()) === 'locked';
    return { ...bearer, staff: { ...bearer.staff, session, locked } };
  };
  const path = '/api/v1/session';
  api.post(`${path}/lock`, route('lockSession', 'Lock the screen', Nothing), async (request) => {
    const bearer = bearerOfRequest(request);
    lock(identity, staffSessionOf(bearer));
    return tell(again(bearer));
  });
  api.post(
    `${path}/unlock`,
    route('unlockSession', 'The same person goes on', UnlockBody),
    async (request) => {
      const bearer = bearerOfRequest(request);
      const session = staffSessionOf(bearer);
      const { passphrase } = request.body;
      const answer = await unlock(identity, session, passphrase, staysAt(request, bearer, session));
      if (!answer.ok) throw refused(answer);
      return tell(again(bearer));
    },
  );
  api.post(
    `${path}/active`,
    route('keepSession', 'Somebody has touched the screen', Nothing),
    async (request) => {
      const bearer = bearerOfRequest(request);
      const { id } = staffSessionOf(bearer);
      if (bearer.staff?.locked) throw new RequestProblem('session-locked');
      identity.sessions.touch(id, identity.now());
      return tell(bearer);
    },
  );
}

function addSetUp(api: Api, { hosting, welcome }: Tools): void {
  const { identity } = hosting;
  api.post(
    '/api/v1/set-up',
    route('setUp', 'Make the first account with the code on the console', SetUpBody),
    async (request, reply) => {
      const bearer = bearerOfRequest(request);
      const made = await makeFirstAdmin(identity, request.body);
      if (!made.ok) throw refused(made);
      const { staff, passphrase } = request.body;
      const from = fromOf(request, bearer);
      const answer = await signIn(identity, { staff, passphrase }, from, null);
      if (!answer.ok) throw refused(answer);
      return welcome(reply, answer, bearer);
    },
  );
}

export function addSessions(api: Api, hosting: Hosting): void {
  const tools = toolsOf(hosting);
  addSigningIn(api, tools);
  addLock(api, tools);
  addSetUp(api, tools);
}
