/** `/api/v1/accounts`: who may sign in, for admins. Rules: AUTH-5, AUTH-10, AUTH-11. Source: H113. */
import type { OperationId } from '@tingxu/contract/access';
import {
  AccountList,
  AccountRow,
  ChangeAccountBody,
  NewAccountBody,
  ResetPassphraseBody,
} from '@tingxu/contract/identity';
import { StaffId } from '@tingxu/contract/ids';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { Account } from '../identity/accounts.ts';
import {
  type Admin,
  accountsOf,
  changeAccount,
  endSessions,
  liftHoldOff,
  makeAccount,
  resetPassphrase,
} from '../identity/look-after.ts';
import { NO_PASSPHRASE } from '../identity/passphrase.ts';
import type { Refusal } from '../identity/refusal.ts';
import type { Api, Hosting } from './hosting.ts';
import { bearerOfRequest } from './identity.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { RequestProblem } from './problem.ts';
import { refused } from './session-routes.ts';
import { utc } from './tell-me.ts';

const AccountParams = z.strictObject({ staff: StaffId });
const Nothing = z.strictObject({});

const rowOf = ({ backOff, now, sessions }: Hosting['identity'], account: Account): AccountRow => {
  const { staff, roles, halls, disabled, createdAt, lastSignInAt } = account;
  return {
    ...{ staff, roles: [...roles], halls: halls && [...halls], disabled },
    hasPassphrase: account.passphrase !== NO_PASSPHRASE,
    heldOff: backOff.isHeldOff(staff, now()),
    sessions: sessions.ofStaff(staff).length,
    createdAt: utc(createdAt),
    lastSignInAt: lastSignInAt === null ? null : utc(lastSignInAt),
  };
};

/** Accounts are looked after by a person with an account. Rejects: unauthenticated. */
function adminOf(request: FastifyRequest): Admin {
  const { staff } = bearerOfRequest(request);
  if (!staff) throw new RequestProblem('unauthenticated');
  return staff;
}

export const personOf = (request: FastifyRequest): Account => adminOf(request).account;

/** An account with no way in at all is none. Rules: AUTH-21. Rejects: validation-failed. */
function requireWayIn({ passphrase }: NewAccountBody, hasSignOn: boolean): void {
  if (passphrase !== undefined || hasSignOn) return;
  const message = 'needed, since staff sign in by a passphrase only here';
  throw new RequestProblem('validation-failed', { errors: [{ path: 'body/passphrase', message }] });
}

type Done = { readonly ok: true; readonly account: Account } | Refusal;

export function addAccounts(api: Api, { identity, signOn = null }: Hosting): void {
  const told = (done: Done): AccountRow => {
    if (!done.ok) throw refused(done);
    return rowOf(identity, done.account);
  };
  const tags = ['identity'];
  const of = <Body extends z.core.$ZodType>(
    operationId: OperationId,
    summary: string,
    body: Body,
  ) => ({
    schema: {
      ...{ operationId, summary, tags, params: AccountParams, body },
      response: { 200: AccountRow, ...PROBLEM_RESPONSES },
    },
  });
  const list = {
    schema: {
      ...{ operationId: 'listAccounts', summary: 'Accounts that the caller looks after', tags },
      response: { 200: AccountList, ...PROBLEM_RESPONSES },
    },
  };
  const make = {
    schema: {
      ...{ operationId: 'makeAccount', summary: 'Make an account', tags, body: NewAccountBody },
      response: { 201: AccountRow, ...PROBLEM_RESPONSES },
    },
  };
  const path = '/api/v1/accounts';
  api.get(path, list, (request) => ({
    accounts: accountsOf(identity, personOf(request)).map((account) => rowOf(identity, account)),
    signOn: signOn !== null,
  }));
  api.post(path, make, async (request, reply) => {
    requireWayIn(request.body, signOn !== null);
    const row = told(await makeAccount(identity, adminOf(request), request.body));
    return reply.code(201).send(row);
  });
  const change = of('changeAccount', 'Change rights, disable or enable', ChangeAccountBody);
  api.post(`${path}/:staff`, change, async (request) =>
    told(changeAccount(identity, personOf(request), request.params.staff, request.body)),
  );
  const reset = of('resetPassphrase', 'Give a passphrase for one sign-in', ResetPassphraseBody);
  api.post(`${path}/:staff/passphrase`, reset, async (request) => {
    const { staff } = request.params;
    const { passphrase } = request.body;
    return told(await resetPassphrase(identity, adminOf(request), staff, passphrase));
  });
  const lift = of('liftHoldOff', 'Let somebody try again after too many failures', Nothing);
  api.post(`${path}/:staff/lift`, lift, async (request) =>
    told(liftHoldOff(identity, personOf(request), request.params.staff)),
  );
  const end = of('endSessions', 'Sign somebody out everywhere', Nothing);
  api.post(`${path}/:staff/end-sessions`, end, async (request) =>
    told(endSessions(identity, personOf(request), request.params.staff)),
  );
}
