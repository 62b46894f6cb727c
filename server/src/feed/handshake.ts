/**
 * Who may open a connection to the feed at all, and in which capacity. Fastify's hooks do not see these
 * requests. Rules: FEED-1, AUTH-2, AUTH-5, AUTH-16.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { HallsOfRights } from '@tingxu/contract/covers-hall';
import { FeedHandshake } from '@tingxu/contract/feed';
import type { ProblemCode } from '@tingxu/contract/problems';
import type { Role } from '@tingxu/contract/roles';
import { tokensIn } from '../http/session-cookie.ts';
import { bearerOf, capacityOf, isBelieved, isPairedAs } from '../identity/bearer.ts';
import { type Identity, needsSetUp } from '../identity/identity.ts';
import type { SessionId } from '../identity/token.ts';

export type Welcome = {
  readonly ok: true;
  readonly role: Role;
  readonly halls: HallsOfRights;
  /** With it the connection ends; null where no session was needed. */
  readonly session: SessionId | null;
};
export type Turned = { readonly ok: false; readonly code: ProblemCode };

export type Door = { readonly identity: Identity; readonly secureCookies: boolean };

const freely = (role: Role): Welcome => ({ ok: true, role, halls: null, session: null });

/**
 * Browsers send their cookies along, programs a token in `auth`.
 * Rejects: validation-failed, not-set-up, forbidden, unauthenticated, session-over, session-locked,
 * must-change-passphrase.
 */
export const readHandshake = (
  auth: unknown,
  headers: IncomingHttpHeaders,
  { identity, secureCookies }: Door,
): Welcome | Turned => {
  const parsed = FeedHandshake.safeParse(auth);
  if (!parsed.success) return { ok: false, code: 'validation-failed' };
  if (needsSetUp(identity)) return { ok: false, code: 'not-set-up' };
  const { role, token } = parsed.data;
  // The server itself never comes over the wire.
  if (role === 'system') return { ok: false, code: 'forbidden' };
  const tokens = token === undefined ? tokensIn(headers, secureCookies) : [token];
  const bearer = bearerOf(identity, tokens);
  if (isBelieved(identity, role) && !isPairedAs(bearer, role)) return freely(role);
  const capacity = capacityOf(bearer, role);
  if (!capacity.ok) return capacity;
  const { staff, device } = bearer;
  const session = capacity.actor.staff === undefined ? device?.session : staff?.session;
  return { ok: true, role, halls: capacity.halls, session: session?.id ?? null };
};
