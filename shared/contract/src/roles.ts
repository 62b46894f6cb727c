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
  'phone',
  'pad',
  'gateway',
  'teller',
  'lobby',
  'supervisor',
  'admin',
  'auditor',
  'system',
]);
export type Role = z.infer<typeof Role>;

/**
 * Customers and the machines they stand before: told nothing of staff. `phone` holds the link of one
 * ticket and may do what its holder may; `pad` stands at a counter and asks for ratings; `gateway` is a
 * program beside the hall. Rules: LINK-1, RATE-4.
 */
export const PUBLIC_ROLES: readonly Role[] = [
  ...(['anonymous', 'kiosk', 'board', 'phone', 'pad', 'gateway'] as const),
];
/** What a member of staff may be. */
export const StaffRole = z.enum(['teller', 'lobby', 'supervisor', 'admin', 'auditor']);
export type StaffRole = z.infer<typeof StaffRole>;
/** What a paired device may be: `gateway` is a bank's own program beside the hall. */
export const DeviceRole = z.enum(['kiosk', 'board', 'pad', 'counter', 'gateway']);
export type DeviceRole = z.infer<typeof DeviceRole>;
/** Roles held by a person whom the trail must be able to name. */
export const STAFF_ROLES: readonly Role[] = StaffRole.options;
/** Those of them who work with the customers of a hall. */
export const HALL_STAFF: readonly Role[] = ['teller', 'lobby', 'supervisor'];

/** Who caused an event: a role and, for staff, the personnel number. Never a name. */
export const Actor = z.strictObject({ role: Role, staff: z.optional(StaffId) });
export type Actor = z.infer<typeof Actor>;

/** What a follower of the feed sees. One view schema and one room per audience. */
export const Audience = z.enum(['kiosk', 'board', 'phone', 'pad', 'counter', 'supervisor']);
export type Audience = z.infer<typeof Audience>;

/** Those that see the whole hall, each its part; a phone sees one ticket. */
export type HallAudience = Exclude<Audience, 'phone'>;
export const HALL_AUDIENCES = Audience.options.filter(
  (audience): audience is HallAudience => audience !== 'phone',
);
