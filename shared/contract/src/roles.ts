/** Who asks, and what a screen may follow. */
import * as z from 'zod/mini';
import { StaffId } from './ids.ts';

/**
 * Roles of callers. `system` is the server itself (deadlines, roll-over) and is never accepted from
 * the wire. Source: product.md section 1.
 */
export const Role = z.enum([
  'anonymous',
  'kiosk',
  'board',
  'teller',
  'lobby',
  'supervisor',
  'system',
]);
export type Role = z.infer<typeof Role>;

/** Roles that stand in front of the machine: they prove nothing and are told nothing of staff. */
export const PUBLIC_ROLES: readonly Role[] = ['anonymous', 'kiosk', 'board'];
/** Roles held by a person whom the trail must be able to name. */
export const STAFF_ROLES: readonly Role[] = ['teller', 'lobby', 'supervisor'];

/** Who caused an event: a role and, for staff, the personnel number. Never a name. */
export const Actor = z.strictObject({ role: Role, staff: z.optional(StaffId) });
export type Actor = z.infer<typeof Actor>;

/** What a follower of the feed sees. One view schema and one room per audience. */
export const Audience = z.enum(['kiosk', 'board', 'counter', 'supervisor']);
export type Audience = z.infer<typeof Audience>;

/** Which roles may follow which audience. Rules: FEED-1. */
export const AUDIENCE_ROLES: Readonly<Record<Audience, readonly Role[]>> = {
  kiosk: ['kiosk', 'lobby', 'supervisor'],
  board: ['anonymous', 'kiosk', 'board', 'teller', 'lobby', 'supervisor'],
  counter: ['teller', 'lobby', 'supervisor'],
  supervisor: ['lobby', 'supervisor'],
};
