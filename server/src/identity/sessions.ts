/**
 * Who is signed in: sessions of staff and of paired devices. All live ones are in memory, so that a
 * command costs one hash and one look; each is in the file, so that a restart signs nobody out.
 * Rules: AUTH-2..AUTH-7. Source: SEC-03.
 */
import type { PairedDeviceId } from '@tingxu/contract/identity';
import type { Instant, StaffId } from '@tingxu/contract/ids';
import type { Connection } from '../journal/connection.ts';
import { newToken, type SessionId, sessionIdOf } from './token.ts';

/**
 * The page tells the server of a touch only now and then, so the server's own lock comes that much
 * later than the page's. Units: ms.
 */
export const LOCK_GRACE_MS = 90_000;

type Common = {
  readonly id: SessionId;
  readonly startedAt: Instant;
  readonly endsAt: Instant;
};
export type StaffSession = Common & {
  readonly kind: 'staff';
  readonly staff: StaffId;
  /** The paired device that it was opened at. */
  readonly atDevice: PairedDeviceId | null;
  /** Null: never, for programs of tests. Units: ms. */
  readonly lockAfterMs: number | null;
  readonly locked: boolean;
  /** Somebody was there. */
  readonly activeAt: Instant;
};
export type DeviceSession = Common & { readonly kind: 'device'; readonly device: PairedDeviceId };
export type Session = StaffSession | DeviceSession;

/** What a session is good for at an instant. */
export type Standing = 'live' | 'locked' | 'over';

export type NewStaffSession = {
  readonly staff: StaffId;
  readonly atDevice: PairedDeviceId | null;
  readonly endsAt: Instant;
  readonly lockAfterMs: number | null;
};
export type NewDeviceSession = { readonly device: PairedDeviceId; readonly endsAt: Instant };

export type Started<S extends Session> = { readonly token: string; readonly session: S };

export type Sessions = {
  readonly startStaff: (given: NewStaffSession, now: Instant) => Started<StaffSession>;
  readonly startDevice: (given: NewDeviceSession, now: Instant) => Started<DeviceSession>;
  readonly byToken: (token: string) => Session | undefined;
  readonly byId: (id: SessionId) => Session | undefined;
  readonly standing: (id: SessionId, now: Instant) => Standing;
  readonly ofStaff: (staff: StaffId) => readonly StaffSession[];
  readonly ofDevice: (device: PairedDeviceId) => readonly Session[];
  readonly touch: (id: SessionId, now: Instant) => void;
  /** The same session for longer. */
  readonly prolong: (id: SessionId, endsAt: Instant) => void;
  readonly setLocked: (id: SessionId, locked: boolean, now: Instant) => void;
  /** In memory at once, and there even where the file cannot be written: it is tried again. */
  readonly end: (sessions: readonly Session[]) => void;
  /**
   * To be called when a transaction begins: gives the way back where it came to nothing. What was ended or locked
   * meanwhile stays so.
   */
  readonly mark: () => () => void;
  /** Takes away what is over by its time, and locks where nobody is. */
  readonly sweep: (now: Instant) => void;
  /** Told at once of sessions that ended or were locked. Returns the way to be told no more. */
  readonly onChange: (listener: (id: SessionId) => void) => () => void;
};

type Row = {
  readonly id: string;
  readonly staff: string | null;
  readonly device: string | null;
  readonly at_device: string | null;
  readonly started_at: number;
  readonly ends_at: number;
  readonly lock_after_ms: number | null;
  readonly locked: number;
};

/** Whoever was at the screen before a restart is taken to be there still: the lock counts anew. */
function sessionOf(row: Row, now: Instant): Session {
  const common = { id: row.id as SessionId, startedAt: row.started_at, endsAt: row.ends_at };
  if (row.staff === null) {
    return { kind: 'device', ...common, device: row.device as PairedDeviceId };
  }
  return {
    ...{ kind: 'staff', ...common, staff: row.staff as StaffId },
    ...{ atDevice: row.at_device as PairedDeviceId | null, lockAfterMs: row.lock_after_ms },
    ...{ locked: row.locked === 1, activeAt: now },
  };
}

/** Of a session that is in memory. */
const standingOf = (session: Session, now: Instant): Standing => {
  if (now >= session.endsAt) return 'over';
  if (session.kind === 'device') return 'live';
  const { locked, lockAfterMs, activeAt } = session;
  const idle = lockAfterMs !== null && now > activeAt + lockAfterMs + LOCK_GRACE_MS;
  return locked || idle ? 'locked' : 'live';
};

const COLUMNS = 'id, staff, device, at_device, started_at, ends_at, lock_after_ms, locked';

/** The rows of the file. */
function sessionRows(db: Connection) {
  const insert = db.prepare(`INSERT INTO sessions (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const remove = db.prepare('DELETE FROM sessions WHERE id = ?');
  const lock = db.prepare('UPDATE sessions SET locked = ? WHERE id = ?');
  const prolong = db.prepare('UPDATE sessions SET ends_at = ? WHERE id = ?');
  return {
    load(now: Instant): Session[] {
      db.prepare('DELETE FROM sessions WHERE ends_at <= ?').run(now);
      const rows = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM sessions`).all();
      return rows.map((row) => sessionOf(row, now));
    },
    add(session: Session): void {
      const { id, startedAt, endsAt } = session;
      const staff = session.kind === 'staff' ? session : null;
      const device = session.kind === 'device' ? session.device : null;
      insert.run(
        ...([id, staff?.staff ?? null, device, staff?.atDevice ?? null] as const),
        ...([
          startedAt,
          endsAt,
          staff?.lockAfterMs ?? null,
          Number(staff?.locked ?? false),
        ] as const),
      );
    },
    remove: (id: SessionId): void => void remove.run(id),
    lock: (id: SessionId, locked: boolean): void => void lock.run(Number(locked), id),
    prolong: (id: SessionId, endsAt: Instant): void => void prolong.run(endsAt, id),
  };
}

const fresh = (): { token: string; id: SessionId } => {
  const token = newToken();
  return { token, id: sessionIdOf(token) as SessionId };
};

/** Those that live, and whom to tell of changes. */
function inMemory(loaded: readonly Session[]) {
  const live = new Map<SessionId, Session>(loaded.map((one) => [one.id, one]));
  const listeners = new Set<(id: SessionId) => void>();
  /** Ended in memory and perhaps still in the file. */
  const unwritten = new Set<SessionId>();
  const tell = (id: SessionId): void => {
    for (const listener of listeners) listener(id);
  };
  return {
    ...{ live, listeners, unwritten, tell },
    endInMemory(sessions: readonly Session[]): void {
      for (const { id } of sessions) {
        unwritten.add(id);
        if (live.delete(id)) tell(id);
      }
    },
    goBack(before: ReadonlyMap<SessionId, Session>): void {
      for (const [id, session] of live) {
        const was = before.get(id);
        const isLocked = session.kind === 'staff' && session.locked;
        if (!was) live.delete(id);
        else live.set(id, was.kind === 'staff' && isLocked ? { ...was, locked: true } : was);
      }
    },
  };
}

export function openSessions(db: Connection, now: Instant): Sessions {
  const rows = sessionRows(db);
  const { live, listeners, tell, unwritten, endInMemory, goBack } = inMemory(rows.load(now));
  const all = (): Session[] => [...live.values()];
  const keep = <S extends Session>(session: S): S => {
    rows.add(session);
    live.set(session.id, session);
    return session;
  };
  const end = (sessions: readonly Session[]): void => {
    endInMemory(sessions);
    for (const { id } of sessions) rows.remove(id);
  };
  const setLocked = (id: SessionId, locked: boolean, at: Instant): void => {
    const session = live.get(id);
    if (session?.kind !== 'staff') return;
    live.set(id, { ...session, locked, activeAt: at });
    if (locked) tell(id);
    rows.lock(id, locked);
  };
  /** Written down, so that a restart does not unlock. */
  const settle = (session: Session, at: Instant): void => {
    const standing = standingOf(session, at);
    if (standing === 'over') endInMemory([session]);
    else if (standing === 'locked' && session.kind === 'staff' && !session.locked) {
      setLocked(session.id, true, at);
    }
  };

  return {
    startStaff(given, startedAt) {
      const { token, id } = fresh();
      const more = { startedAt, locked: false, activeAt: startedAt };
      return { token, session: keep({ kind: 'staff', id, ...given, ...more }) };
    },
    startDevice(given, startedAt) {
      const { token, id } = fresh();
      return { token, session: keep({ kind: 'device', id, ...given, startedAt }) };
    },
    byToken(token) {
      const id = sessionIdOf(token);
      return id === null ? undefined : live.get(id);
    },
    byId: (id) => live.get(id),
    standing(id, at) {
      const session = live.get(id);
      return session ? standingOf(session, at) : 'over';
    },
    ofStaff: (staff) =>
      all().filter((one): one is StaffSession => one.kind === 'staff' && one.staff === staff),
    ofDevice: (device) =>
      all().filter((one) => (one.kind === 'device' ? one.device : one.atDevice) === device),
    touch(id, at) {
      const session = live.get(id);
      if (session?.kind === 'staff') live.set(id, { ...session, activeAt: at });
    },
    prolong(id, endsAt) {
      const session = live.get(id);
      if (!session) return;
      rows.prolong(id, endsAt);
      live.set(id, { ...session, endsAt });
    },
    setLocked,
    end,
    mark: () => goBack.bind(null, new Map(live)),
    sweep(at) {
      for (const session of all()) settle(session, at);
      for (const id of unwritten) {
        rows.remove(id);
        unwritten.delete(id);
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
