/** Reads what a client sends with `follow`: the request, or the problem that answers it. */
import { Follow } from '@tingxu/contract/feed';
import type { HallId } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problems';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { AUDIENCE_ROLES, type Role } from '@tingxu/contract/roles';
import * as z from 'zod/mini';
import { problemOf } from '../http/problem.ts';

/** Another version may have another shape, so this is read on its own. */
const AnyVersion = z.object({ protocol: z.int() });

export type FollowRequest = { ok: true; follow: Follow } | { ok: false; problem: Problem };

/**
 * Rules: FEED-1.
 * Rejects: upgrade-required, validation-failed, hall-unknown, forbidden.
 */
export const readFollow = (
  raw: unknown,
  role: Role,
  halls: { has(hall: HallId): boolean },
): FollowRequest => {
  const version = AnyVersion.safeParse(raw);
  if (version.success && version.data.protocol !== PROTOCOL_VERSION) {
    return { ok: false, problem: problemOf('upgrade-required') };
  }
  const parsed = Follow.safeParse(raw);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      message,
    }));
    return { ok: false, problem: problemOf('validation-failed', { errors }) };
  }
  const follow = parsed.data;
  if (!halls.has(follow.hall)) return { ok: false, problem: problemOf('hall-unknown') };
  if (!AUDIENCE_ROLES[follow.audience].includes(role)) {
    return { ok: false, problem: problemOf('forbidden') };
  }
  return { ok: true, follow };
};
