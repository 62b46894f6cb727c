/**
 * Signing in and out, locking and unlocking, choosing a passphrase. Rules: AUTH-3, AUTH-4, AUTH-6..AUTH-10.
 */
import type { StaffId } from '@tingxu/contract/ids';
import type { Account, Accounts } from './accounts.ts';
import { type From, placeOf } from './back-off.ts';
import type { Identity } from './identity.ts';
import { busy, type Refusal, refuse } from './refusal.ts';
import type { Session, StaffSession, Started } from './sessions.ts';
import type { SessionId } from './token.ts';
import { isWeak } from './weak-passphrase.ts';

export type SignedIn = { readonly ok: true } & Started<StaffSession>;

type Tried = { readonly ok: true; readonly account: Account } | Refusal;

/** It may have been disabled or given another passphrase while that was compared. */
function unchanged(accounts: Accounts, before: Account | undefined): Account | undefined {
  const still = before && accounts.get(before.staff);
  return still?.passphrase === before?.passphrase && !still?.disabled ? still : undefined;
}

/**
 * Compares a passphrase, at the price of a failure until it is right. Whether nobody has the number, the account
 * is disabled or the passphrase wrong: the answer is one, and takes as long.
 * Rejects: sign-in-held-off, sign-in-busy, sign-in-refused.
 */
async function tryPassphrase(
  { accounts, backOff, passphrases, tries, trail, transact, now }: Identity,
  staff: StaffId,
  passphrase: string,
  from: From,
): Promise<Tried> {
  const waitMs = backOff.waitMs(staff, from, now());
  if (waitMs > 0) return refuse('sign-in-held-off', waitMs);
  const place = placeOf(from);
  if (!place.known && !tries.take(place.name, now())) return busy();
  const takeBack = backOff.begin(staff, from, now());
  const account = accounts.get(staff);
  const able = account && !account.disabled ? account : undefined;
  const known = able?.passphrase ?? null;
  const matches = await passphrases.matches(known, passphrase, place);
  if (matches !== false && !place.known) tries.giveBack(place.name);
  if (matches === null) {
    takeBack();
    return busy();
  }
  const still = matches ? unchanged(accounts, able) : undefined;
  if (still) {
    backOff.succeeded(staff, from);
    return { ok: true, account: still };
  }
  const held = backOff.waitMs(staff, from, now()) > 0;
  // Of guesses the trail keeps those that mattered: anybody could fill a disk with the others.
  if (held && account) {
    const detail = { device: from.device, address: from.address };
    const entry = { at: now(), what: 'sign-in-refused', subject: staff, by: null, detail } as const;
    transact(() => trail.append(entry));
  }
  return refuse('sign-in-refused');
}

/** Whether the paired device, if it is one, is trusted still. Rules: AUTH-19. */
const isTrusted = ({ devices }: Identity, { device }: From): boolean =>
  device === null || devices.get(device)?.revokedAt === null;

type Replaced = {
  /** Of whoever was signed in at the browser when they set out: it ends, or the one that followed it there. */
  readonly had: SessionId | null;
  readonly others?: readonly Session[];
};

/**
 * Ends what it replaces and starts a session, all in one. Nobody is signed in at a device that was revoked
 * while they were on their way. Rejects: session-over.
 */
function startSession(
  identity: Identity,
  account: Account,
  from: From,
  { had, others = [] }: Replaced,
): SignedIn | Refusal {
  if (!isTrusted(identity, from)) return refuse('session-over');
  const { accounts, limits, sessions, successors, trail, transact, now } = identity;
  const at = now();
  const { staff } = account;
  const there = had === null ? undefined : sessions.byId(successors.latest(had));
  const done = transact(() => {
    sessions.end(there ? [there, ...others] : others);
    accounts.put({ ...account, lastSignInAt: at });
    const given = { staff, atDevice: from.device, lockAfterMs: limits.lockAfterMs };
    const started = sessions.startStaff({ ...given, endsAt: at + limits.shiftMs }, at);
    const detail = { device: from.device, address: from.address };
    trail.append({ at, what: 'signed-in', subject: staff, by: null, detail });
    return { ok: true, ...started } as const;
  });
  if (had !== null) successors.note(successors.latest(had), done.session.id);
  return done;
}

/**
 * A browser has one person at a time: `had` is who was signed in there, and is not any more.
 * Rejects: as tryPassphrase; session-over where the device was revoked meanwhile.
 */
export async function signIn(
  identity: Identity,
  { staff, passphrase }: { readonly staff: StaffId; readonly passphrase: string },
  from: From,
  had: StaffSession | null,
): Promise<SignedIn | Refusal> {
  const tried = await tryPassphrase(identity, staff, passphrase, from);
  if (!tried.ok) return tried;
  return startSession(identity, tried.account, from, { had: had?.id ?? null });
}

/**
 * Whoever the bank's own provider has proved. What an account may, and whether it is one, is said here
 * and nowhere else. Null where it is none, or where the device is no longer trusted. Rules: AUTH-20, AUTH-4.
 */
export function signInFromElsewhere(
  identity: Identity,
  staff: StaffId,
  from: From,
  had: SessionId | null,
): SignedIn | null {
  const account = identity.accounts.get(staff);
  if (!account || account.disabled) return null;
  const started = startSession(identity, account, from, { had });
  return started.ok ? started : null;
}

export function signOut({ sessions, trail, transact, now }: Identity, session: Session): void {
  const subject = session.kind === 'staff' ? session.staff : session.device;
  transact(() => {
    sessions.end([session]);
    trail.append({ at: now(), what: 'signed-out', subject, by: null });
  });
}

export function lock({ sessions, trail, transact, now }: Identity, session: StaffSession): void {
  if (session.locked) return;
  transact(() => {
    sessions.setLocked(session.id, true, now());
    trail.append({ at: now(), what: 'locked', subject: session.staff, by: null });
  });
}

/** The same person goes on. Rejects: as tryPassphrase; session-over where it ended meanwhile. */
export async function unlock(
  identity: Identity,
  session: StaffSession,
  passphrase: string,
  from: From,
): Promise<{ readonly ok: true } | Refusal> {
  const tried = await tryPassphrase(identity, session.staff, passphrase, from);
  if (!tried.ok) return tried;
  const { sessions, trail, transact, now } = identity;
  if (sessions.standing(session.id, now()) === 'over') return refuse('session-over');
  transact(() => {
    trail.append({ at: now(), what: 'unlocked', subject: session.staff, by: null });
    sessions.setLocked(session.id, false, now());
  });
  return { ok: true };
}

/**
 * Another passphrase, and another session instead of all that the account has.
 * Rejects: as tryPassphrase; passphrase-weak, session-over.
 */
export async function choosePassphrase(
  identity: Identity,
  session: StaffSession,
  { passphrase, next }: { readonly passphrase: string; readonly next: string },
  from: From,
): Promise<SignedIn | Refusal> {
  const { staff } = session;
  if (next === passphrase || isWeak(next, staff)) return refuse('passphrase-weak');
  const tried = await tryPassphrase(identity, staff, passphrase, from);
  if (!tried.ok) return tried;
  const hashed = await identity.passphrases.hashOf(next, placeOf(from));
  if (hashed === null) return busy();
  const { accounts, sessions, trail, transact, now } = identity;
  // What changed of the account while the passphrase was hashed stays changed.
  const account = accounts.get(staff);
  const over = sessions.standing(session.id, now()) === 'over';
  if (!account || over) return refuse('session-over');
  const changed = { ...account, passphrase: hashed, mustChange: false };
  transact(() => {
    accounts.put(changed);
    trail.append({ at: now(), what: 'passphrase-changed', subject: staff, by: null });
  });
  return startSession(identity, changed, from, {
    had: session.id,
    others: sessions.ofStaff(staff),
  });
}
