/**
 * How many may follow who prove nothing but a link, or nothing at all: of one link no more than a family has phones,
 * of all no more than leaves room for staff and devices. Rules: WEB-6. Source: SEC-16.
 */
import type { FeedSocket } from './feed-server.ts';
import type { Whom } from './hall-feed.ts';

export type UnprovenLimits = { readonly perLink: number; readonly total: number };

export const UNPROVEN_LIMITS: UnprovenLimits = { perLink: 8, total: 2_000 };

/** Whether the socket may follow; it counts until its connection ends. */
export type Unproven = (socket: FeedSocket, whom: Whom) => boolean;

const NEEDS_NO_SESSION: readonly string[] = ['anonymous', 'phone'];

export const boundUnproven = ({ perLink, total }: UnprovenLimits): Unproven => {
  /** The ticket that each follows, null where it is none. */
  const following = new Map<FeedSocket, string | null>();
  return (socket, whom) => {
    if (!NEEDS_NO_SESSION.includes(socket.data.role)) return true;
    const isNew = !following.has(socket);
    if (isNew && following.size >= total) return false;
    const ticket = typeof whom === 'string' ? null : whom.phoneOf;
    const others = [...following].filter(([other, one]) => other !== socket && one === ticket);
    if (ticket !== null && others.length >= perLink) return false;
    following.set(socket, ticket);
    if (isNew) socket.conn.once('close', () => void following.delete(socket));
    return true;
  };
};
