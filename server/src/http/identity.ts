/**
 * Who sends a request. A session proves it, by cookie or bearer; the header `Tingxu-Role` says in which of the
 * roles that it holds. The server's own role `system` is never accepted. A phone has the link of its ticket
 * and no session. Rules: AUTH-2..AUTH-7, AUTH-14.
 */
import { type OperationId, WITHOUT_LINK } from '@tingxu/contract/access';
import { coversHall, type HallsOfRights } from '@tingxu/contract/covers-hall';
import { type HallId, KioskId } from '@tingxu/contract/ids';
import { type Actor, Role } from '@tingxu/contract/roles';
import type { FastifyRequest } from 'fastify';
import {
  type Bearer,
  bearerOf,
  type Capacity,
  capacityOf,
  isBelieved,
  isPairedAs,
  onlyRoleOf,
  placeOf,
} from '../identity/bearer.ts';
import { type Identity, needsSetUp } from '../identity/identity.ts';
import type { TicketLinks } from '../links/ticket-links.ts';
import type { Hosting } from './hosting.ts';
import { RequestProblem } from './problem.ts';
import { tokensIn } from './session-cookie.ts';

export const ROLE_HEADER = 'tingxu-role';
/** Which of the hall's kiosks asks, where a kiosk does that is not paired as one of them. */
export const KIOSK_HEADER = 'tingxu-kiosk';
/** The link of the ticket that a phone speaks for. Rules: LINK-1. */
export const LINK_HEADER = 'tingxu-link';

/** Somebody walks to the console and back. */
const SET_UP_RETRY_SECONDS = 10;

/** Roles that a caller may take. */
export const CLAIMABLE: readonly Role[] = Role.options.filter((role) => role !== 'system');

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The row of the table of duties, where no schema names it. */
    operation?: OperationId;
    /** Who may use the route, from that row. A route without it is closed to everybody. */
    roles?: readonly Role[];
  }
}

const invalid = (header: string, message: string): RequestProblem =>
  new RequestProblem('validation-failed', { errors: [{ path: `headers/${header}`, message }] });

/** Header names arrive in lower case; a repeated one as a joined text, which is no valid claim. */
function claimOf(request: FastifyRequest, header: string): string | undefined {
  const value = request.headers[header];
  return Array.isArray(value) ? value.join(',') : value;
}

/** The role of the header, if it is one. Rejects: validation-failed. */
function roleIn(request: FastifyRequest): Role | null {
  const role = claimOf(request, ROLE_HEADER);
  if (role === undefined) return null;
  const claimed = CLAIMABLE.find((known) => known === role);
  if (claimed === undefined) throw invalid(ROLE_HEADER, `one of ${CLAIMABLE.join(', ')}`);
  return claimed;
}

export type Caller = { readonly bearer: Bearer; readonly capacity: Capacity };

/** Of a role that needs no session. */
const freely = (role: Role): Capacity => ({ ok: true, actor: { role }, halls: null });

/** Rejects: validation-failed. */
function introduce(request: FastifyRequest, { identity, secureCookies }: Hosting): Caller {
  const bearer = bearerOf(identity, tokensIn(request.headers, secureCookies));
  const role = roleIn(request) ?? onlyRoleOf(bearer) ?? 'anonymous';
  if (bearer.device) identity.presence.heard(bearer.device.paired.device);
  const believed = isBelieved(identity, role) && !isPairedAs(bearer, role);
  return { bearer, capacity: believed ? freely(role) : capacityOf(bearer, role) };
}

const callers = new WeakMap<FastifyRequest, Caller>();

/** Who asks; undefined where the request was refused before anybody looked. */
export const introducedAs = (request: FastifyRequest): Caller | undefined => callers.get(request);

/** Known from the first hook on. */
export function bearerOfRequest(request: FastifyRequest): Bearer {
  const caller = introducedAs(request);
  if (!caller) throw new Error('nobody has asked who sends the request');
  return caller.bearer;
}

/** In which capacity the caller acts; whoever proves none is anonymous. */
export function callerOf(request: FastifyRequest): Actor {
  const capacity = callers.get(request)?.capacity;
  return capacity?.ok ? capacity.actor : { role: 'anonymous' };
}

/** The kiosk that asks, as it was paired, else as it says; null for whoever is none. Rejects: validation-failed. */
export function kioskOf(request: FastifyRequest): KioskId | null {
  if (callerOf(request).role !== 'kiosk') return null;
  const paired = bearerOfRequest(request).device?.paired.place.kiosk;
  if (paired !== undefined) return paired;
  const said = claimOf(request, KIOSK_HEADER);
  if (said === undefined) return null;
  const kiosk = KioskId.safeParse(said);
  if (!kiosk.success) throw invalid(KIOSK_HEADER, 'no name of a kiosk');
  return kiosk.data;
}

/** A phone may act on its own ticket only. Rules: LINK-1. Rejects: unauthenticated, link-unknown, too-many-requests, forbidden. */
function admitPhone(request: FastifyRequest, links: TicketLinks): void {
  const link = claimOf(request, LINK_HEADER);
  if (link === undefined) throw new RequestProblem('unauthenticated');
  const linked = links.ticketOf(link);
  if (!linked) {
    const waitMs = links.noteWrong(request.ip, performance.now());
    if (waitMs === 0) throw new RequestProblem('link-unknown');
    const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1_000));
    throw new RequestProblem('too-many-requests', { retryAfterSeconds });
  }
  const { hall, ticket } = request.params as { readonly hall?: string; readonly ticket?: string };
  if (hall !== linked.hall || ticket !== linked.ticket) throw new RequestProblem('forbidden');
}

/** A phone that stands in the hall and has no ticket yet. Rules: PHONE-2. */
const isWithoutLink = ({ routeOptions }: FastifyRequest): boolean =>
  WITHOUT_LINK.some((operation) => operation === routeOptions.schema?.operationId);

/** Rights end at the halls that they were given for. Rules: AUTH-5. Rejects: forbidden. */
function admitHall(request: FastifyRequest, halls: HallsOfRights): void {
  const { hall } = request.params as { readonly hall?: HallId };
  if (hall !== undefined && !coversHall(halls, hall)) throw new RequestProblem('forbidden');
}

/**
 * Who acts for a place only names no other one, in the path or in the command that the request stands for.
 * Rules: AUTH-14. Rejects: forbidden.
 */
export function admitPlace(
  request: FastifyRequest,
  asked: Readonly<Record<string, unknown>>,
): void {
  const mine = placeOf(bearerOfRequest(request), callerOf(request));
  const isElsewhere = (['counter', 'kiosk'] as const).some(
    (kind) => mine[kind] !== undefined && asked[kind] !== undefined && asked[kind] !== mine[kind],
  );
  if (isElsewhere) throw new RequestProblem('forbidden');
}

/** What answers before there is an account: the way to the first one, whether the server lives, documentation. */
const BEFORE_SET_UP: readonly OperationId[] = ['readMe', 'setUp', 'live', 'ready', 'readOpenApi'];

/** Pages have no row in the table of duties, and are there for whoever sets up. Rules: AUTH-16. Rejects: not-set-up. */
function refuseBeforeSetUp({ routeOptions }: FastifyRequest, identity: Identity): void {
  const { operation } = routeOptions.config;
  const isPage = operation === undefined;
  if (isPage || BEFORE_SET_UP.includes(operation) || !needsSetUp(identity)) return;
  throw new RequestProblem('not-set-up', { retryAfterSeconds: SET_UP_RETRY_SECONDS });
}

/**
 * Refuses callers whose role the route does not name; a phone brings the link of its ticket.
 * Rejects: not-set-up, validation-failed, unauthenticated, forbidden, link-unknown, too-many-requests,
 * session-over, session-locked, must-change-passphrase.
 */
export function admit(request: FastifyRequest, hosting: Hosting): void {
  const caller = introduce(request, hosting);
  callers.set(request, caller);
  refuseBeforeSetUp(request, hosting.identity);
  const { capacity } = caller;
  const roles = request.routeOptions.config.roles ?? [];
  if (!capacity.ok) {
    if (roles.includes('anonymous')) return;
    throw new RequestProblem(capacity.code);
  }
  const { actor, halls } = capacity;
  if (!roles.includes(actor.role)) {
    if (actor.role !== 'anonymous') throw new RequestProblem('forbidden');
    throw new RequestProblem(caller.bearer.stale ? 'session-over' : 'unauthenticated');
  }
  admitHall(request, halls);
  admitPlace(request, request.params as Readonly<Record<string, unknown>>);
  if (actor.role === 'phone' && request.method === 'POST' && !isWithoutLink(request)) {
    admitPhone(request, hosting.links);
  }
}
