/**
 * Connections that hang on a session: they end with it, and when it is locked, told why. Nothing is told to
 * a screen whose session is over. Rules: AUTH-6, AUTH-7. Source: SEC-03.
 */
import type { FeedClosing } from '@tingxu/contract/feed';
import type { Identity } from '../identity/identity.ts';
import type { SessionId } from '../identity/token.ts';
import type { Connections } from './connections.ts';
import type { FeedSocket } from './feed-server.ts';

export type SessionSockets = {
  /** Whether the session still carries it; if so, the connection ends with it from now on. */
  readonly hang: (socket: FeedSocket, session: SessionId) => boolean;
  readonly close: () => void;
};

const isOpen = ({ conn }: FeedSocket): boolean => conn.readyState === 'open';

export const sessionSockets = (identity: Identity, connections: Connections): SessionSockets => {
  const hanging = new Map<SessionId, Set<FeedSocket>>();
  const { sessions, presence, now } = identity;
  /** Of a device, counted for as long as it follows. */
  const count = (socket: FeedSocket, id: SessionId): void => {
    const session = sessions.byId(id);
    if (session?.kind !== 'device') return;
    presence.enter(session.device);
    socket.conn.once('close', () => presence.leave(session.device));
  };
  const forget = (socket: FeedSocket, session: SessionId): void => {
    const sockets = hanging.get(session);
    sockets?.delete(socket);
    if (sockets?.size === 0) hanging.delete(session);
  };
  const stop = sessions.onChange((session) => {
    const sockets = hanging.get(session);
    const standing = sessions.standing(session, now());
    if (!sockets || standing === 'live') return;
    const reason: FeedClosing['reason'] = standing === 'locked' ? 'session-locked' : 'session-over';
    hanging.delete(session);
    for (const socket of sockets) connections.end(socket.conn, reason);
  });
  return {
    hang(socket, session) {
      // Either may have ended between the handshake and now. A socket whose connection ends before it is let in
      // tells of no disconnect, so all hangs on the connection, which has one socket.
      if (sessions.standing(session, now()) !== 'live' || !isOpen(socket)) return false;
      const sockets = hanging.get(session) ?? new Set();
      hanging.set(session, sockets.add(socket));
      count(socket, session);
      socket.conn.once('close', () => forget(socket, session));
      return true;
    },
    close: stop,
  };
};
