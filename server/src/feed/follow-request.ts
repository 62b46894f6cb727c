/** Reads what a client sends with `follow`: whom it follows as and from where, or the problem that answers it. */

import { AUDIENCE_ROLES } from '@tingxu/contract/access';
import { coversHall, type HallsOfRights } from '@tingxu/contract/covers-hall';
import { type Cursor, Follow } from '@tingxu/contract/feed';
import type { HallId } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problem';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import type { Role } from '@tingxu/contract/roles';
import * as z from 'zod/mini';
import { problemOf } from '../http/problem.ts';
import type { TicketLinks } from '../links/ticket-links.ts';
import type { Whom } from './hall-feed.ts';

/** Another version may have another shape, so this is read on its own. */
const AnyVersion = z.object({ protocol: z.int() });

export type FollowRequest =
  | { ok: true; hall: HallId; whom: Whom; cursor: Cursor | undefined }
  | { ok: false; problem: Problem };

const refuse = (...given: Parameters<typeof problemOf>): FollowRequest => ({
  ok: false,
  problem: problemOf(...given),
});

/** The ticket of the link, when the link is of this hall. */
const phoneOf = ({ hall, link }: Follow, links: TicketLinks): Whom | null => {
  const linked = link === undefined ? null : links.ticketOf(link);
  return linked?.hall === hall ? { phoneOf: linked.ticket } : null;
};

/** In which capacity a connection was opened. */
export type Follower = { readonly role: Role; readonly halls: HallsOfRights };

/**
 * Rules: FEED-1, LINK-1, AUTH-5.
 * Rejects: upgrade-required, validation-failed, hall-unknown, forbidden, link-unknown.
 */
export const readFollow = (
  raw: unknown,
  follower: Follower,
  halls: { has(hall: HallId): boolean },
  links: TicketLinks,
): FollowRequest => {
  const version = AnyVersion.safeParse(raw);
  if (version.success && version.data.protocol !== PROTOCOL_VERSION) {
    return refuse('upgrade-required');
  }
  const parsed = Follow.safeParse(raw);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      message,
    }));
    return refuse('validation-failed', { errors });
  }
  const follow = parsed.data;
  const { hall, audience, cursor } = follow;
  if (!halls.has(hall)) return refuse('hall-unknown');
  if (!AUDIENCE_ROLES[audience].includes(follower.role)) return refuse('forbidden');
  if (!coversHall(follower.halls, hall)) return refuse('forbidden');
  const whom = audience === 'phone' ? phoneOf(follow, links) : audience;
  return whom === null ? refuse('link-unknown') : { ok: true, hall, whom, cursor };
};
