/**
 * Who sends a request. Until sign-in exists (docs/adr/0004) the caller claims a role in the header
 * `Tingxu-Role` and, for staff, a personnel number in `Tingxu-Staff`; nothing proves the claim.
 * The server's own role `system` is never accepted. This is the only file that reads the claims.
 */
import { KioskId, StaffId } from '@tingxu/contract/ids';
import { type Actor, Role, STAFF_ROLES } from '@tingxu/contract/roles';
import type { FastifyRequest } from 'fastify';
import type { TicketLinks } from '../links/ticket-links.ts';
import { RequestProblem } from './problem.ts';

export const ROLE_HEADER = 'tingxu-role';
export const STAFF_HEADER = 'tingxu-staff';
/** Which of the hall's kiosks asks, where a kiosk does. */
export const KIOSK_HEADER = 'tingxu-kiosk';
/** The link of the ticket that a phone speaks for: the one claim that is proved. Rules: LINK-1. */
export const LINK_HEADER = 'tingxu-link';

/** Roles that a caller may claim. */
export const CLAIMABLE: readonly Role[] = Role.options.filter((role) => role !== 'system');

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may use the route. A route without it is closed to everybody. */
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

/** The caller as it claims to be. Rejects: validation-failed. */
export function callerOf(request: FastifyRequest): Actor {
  const role = claimOf(request, ROLE_HEADER) ?? 'anonymous';
  const claimed = CLAIMABLE.find((known) => known === role);
  if (claimed === undefined) throw invalid(ROLE_HEADER, `one of ${CLAIMABLE.join(', ')}`);
  const number = claimOf(request, STAFF_HEADER);
  // A kiosk, a board or a phone is nobody of the staff, whatever it calls itself.
  if (number === undefined || !STAFF_ROLES.includes(claimed)) return { role: claimed };
  const staff = StaffId.safeParse(number);
  if (!staff.success) throw invalid(STAFF_HEADER, 'not a personnel number');
  return { role: claimed, staff: staff.data };
}

/** The kiosk that asks, as it claims to be; null for whoever is none. Rejects: validation-failed. */
export function kioskOf(request: FastifyRequest): KioskId | null {
  const claimed = claimOf(request, KIOSK_HEADER);
  if (claimed === undefined || callerOf(request).role !== 'kiosk') return null;
  const kiosk = KioskId.safeParse(claimed);
  if (!kiosk.success) throw invalid(KIOSK_HEADER, 'no name of a kiosk');
  return kiosk.data;
}

/** A phone may act on its own ticket only. Rules: LINK-1. Rejects: unauthenticated, link-unknown, forbidden. */
function admitPhone(request: FastifyRequest, links: TicketLinks): void {
  const link = claimOf(request, LINK_HEADER);
  if (link === undefined) throw new RequestProblem('unauthenticated');
  const linked = links.ticketOf(link);
  if (!linked) throw new RequestProblem('link-unknown');
  const { hall, ticket } = request.params as { readonly hall?: string; readonly ticket?: string };
  if (hall !== linked.hall || ticket !== linked.ticket) throw new RequestProblem('forbidden');
}

/**
 * Refuses callers whose role the route does not name. Commands of staff must name the person, those of
 * a phone bring the link of their ticket.
 * Rejects: validation-failed, unauthenticated, forbidden, link-unknown.
 */
export function admit(request: FastifyRequest, links: TicketLinks): void {
  const caller = callerOf(request);
  const roles = request.routeOptions.config.roles ?? [];
  if (!roles.includes(caller.role)) {
    throw new RequestProblem(caller.role === 'anonymous' ? 'unauthenticated' : 'forbidden');
  }
  if (caller.role === 'phone' && request.method === 'POST') admitPhone(request, links);
  const needsName = request.method === 'POST' && STAFF_ROLES.includes(caller.role);
  if (needsName && caller.staff === undefined) {
    throw new RequestProblem('unauthenticated', {
      detail: 'A command of staff needs the personnel number in the header Tingxu-Staff.',
    });
  }
}
