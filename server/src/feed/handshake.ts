/** Who may open a connection to the feed at all. Fastify's hooks do not see these requests. */
import { FeedHandshake } from '@tingxu/contract/feed';
import type { ProblemCode } from '@tingxu/contract/problems';
import type { Role } from '@tingxu/contract/roles';

/**
 * The role claimed in the handshake, or what is wrong with it.
 * Rules: FEED-1. Rejects: validation-failed, forbidden.
 */
export const claimedRole = (auth: unknown): { ok: true; role: Role } | RoleRefusal => {
  const parsed = FeedHandshake.safeParse(auth);
  if (!parsed.success) return { ok: false, code: 'validation-failed' };
  // The server itself never comes over the wire.
  if (parsed.data.role === 'system') return { ok: false, code: 'forbidden' };
  return { ok: true, role: parsed.data.role };
};
type RoleRefusal = { ok: false; code: ProblemCode };
