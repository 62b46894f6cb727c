/**
 * What admins do with accounts. Whoever is bound to halls looks after accounts of these halls only, and
 * gives no rights in others. Rules: AUTH-5, AUTH-10, AUTH-11. Source: H113.
 */
import { coversHalls, type HallsOfRights } from '@tingxu/contract/covers-hall';
import type {
  ChangeAccountBody,
  NewAccountBody,
  SetUpBody,
  TrailWhat,
} from '@tingxu/contract/identity';
import type { StaffId } from '@tingxu/contract/ids';
import type { Account } from './accounts.ts';
import type { Place } from './gate.ts';
import type { Identity } from './identity.ts';
import { NO_PASSPHRASE } from './passphrase.ts';
import { busy, type Refusal, refuse } from './refusal.ts';
import type { StaffSession } from './sessions.ts';
import { isWeak } from './weak-passphrase.ts';

type Done = { readonly ok: true; readonly account: Account } | Refusal;
/** Admins share a place in the line of passphrases. */
const BY_ADMINS: Place = { name: 'admins', known: true };

/** Those that `by` looks after. */
export const accountsOf = ({ accounts }: Identity, by: Account): readonly Account[] =>
  accounts.all().filter(({ halls }) => coversHalls(by.halls, halls));

const given = ({ accounts }: Identity, by: Account, staff: StaffId): Account | undefined => {
  const account = accounts.get(staff);
  return account && coversHalls(by.halls, account.halls) ? account : undefined;
};

/** Halls that `by` may give and this server has. */
const mayGive = ({ halls: hosted }: Identity, by: HallsOfRights, halls: HallsOfRights): boolean =>
  coversHalls(by, halls) && (halls?.every((hall) => hosted.includes(hall)) ?? true);

/**
 * Accounts of all halls and sign-in, of which one must remain. A passphrase belongs to it: with a provider that
 * does not answer, nobody else comes in.
 */
const isChief = ({ roles, halls, disabled, passphrase }: Account): boolean =>
  roles.includes('admin') && halls === null && !disabled && passphrase !== NO_PASSPHRASE;

/** Who looks after accounts, and the session in which they do. */
export type Admin = { readonly account: Account; readonly session: Pick<StaffSession, 'id'> };

/**
 * Whether whoever asked may still, after something was waited for: rights that change end the sessions (AUTH-6).
 * Rejects: session-over, session-locked.
 */
function stillMay({ sessions, now }: Identity, { session }: Admin): Refusal | null {
  const standing = sessions.standing(session.id, now());
  if (standing === 'live') return null;
  return refuse(standing === 'locked' ? 'session-locked' : 'session-over');
}

/** Writes, tells the trail, and ends the sessions where rights or the passphrase changed. */
function keep(
  { accounts, sessions, trail, transact, now }: Identity,
  account: Account,
  what: TrailWhat,
  by: StaffId | null,
  detail: Readonly<Record<string, unknown>>,
): Done {
  transact(() => {
    // First, so that they are out even where nothing can be written.
    sessions.end(sessions.ofStaff(account.staff));
    accounts.put(account);
    trail.append({ at: now(), what, subject: account.staff, by, detail });
  });
  return { ok: true, account };
}

/** The first account of all. Rejects: set-up-done, set-up-refused, passphrase-weak, sign-in-busy. */
export async function makeFirstAdmin(identity: Identity, body: SetUpBody): Promise<Done> {
  const { accounts, passphrases, setUp, now } = identity;
  if (accounts.count() > 0) return refuse('set-up-done');
  if (!setUp.tryCode(body.code)) return refuse('set-up-refused');
  if (isWeak(body.passphrase, body.staff)) return refuse('passphrase-weak');
  const passphrase = await passphrases.hashOf(body.passphrase, BY_ADMINS);
  if (passphrase === null) return busy();
  // Two at once with the same code: one of them was first.
  if (accounts.count() > 0) return refuse('set-up-done');
  setUp.end();
  const account: Account = {
    ...{ staff: body.staff, passphrase, mustChange: false, roles: ['admin'], halls: null },
    ...{ disabled: false, createdAt: now(), lastSignInAt: null },
  };
  return keep(identity, account, 'set-up', null, {});
}

/** Rejects: forbidden, account-exists, passphrase-weak, sign-in-busy, session-over, session-locked. */
export async function makeAccount(
  identity: Identity,
  admin: Admin,
  { staff, roles, halls, passphrase }: NewAccountBody,
): Promise<Done> {
  const { accounts, passphrases, now } = identity;
  const by = admin.account;
  if (!mayGive(identity, by.halls, halls)) return refuse('forbidden');
  if (accounts.get(staff)) return refuse('account-exists');
  if (passphrase !== undefined && isWeak(passphrase, staff)) return refuse('passphrase-weak');
  const given = passphrase !== undefined;
  const hashed = given ? await passphrases.hashOf(passphrase, BY_ADMINS) : NO_PASSPHRASE;
  if (hashed === null) return busy();
  const over = stillMay(identity, admin);
  if (over) return over;
  if (accounts.get(staff)) return refuse('account-exists');
  const account: Account = {
    ...{ staff, passphrase: hashed, mustChange: given, roles: distinct(roles), halls },
    ...{ disabled: false, createdAt: now(), lastSignInAt: null },
  };
  return keep(identity, account, 'account-made', by.staff, { roles, halls });
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Rejects: account-unknown, forbidden, last-admin. */
export function changeAccount(
  identity: Identity,
  by: Account,
  staff: StaffId,
  { roles, halls, disabled }: ChangeAccountBody,
): Done {
  const before = given(identity, by, staff);
  if (!before) return refuse('account-unknown');
  const after: Account = {
    ...before,
    ...(roles && { roles: distinct(roles) }),
    ...(halls !== undefined && { halls }),
    ...(disabled !== undefined && { disabled }),
  };
  if (!mayGive(identity, by.halls, after.halls)) return refuse('forbidden');
  const others = identity.accounts.all().filter((account) => account.staff !== staff);
  if (isChief(before) && !isChief(after) && !others.some(isChief)) return refuse('last-admin');
  const detail = { roles: after.roles, halls: after.halls, disabled: after.disabled };
  return keep(identity, after, 'account-changed', by.staff, detail);
}

/**
 * For the next sign-in, at which another must be chosen.
 * Rejects: account-unknown, passphrase-weak, sign-in-busy, session-over, session-locked.
 */
export async function resetPassphrase(
  identity: Identity,
  admin: Admin,
  staff: StaffId,
  passphrase: string,
): Promise<Done> {
  const by = admin.account;
  if (!given(identity, by, staff)) return refuse('account-unknown');
  if (isWeak(passphrase, staff)) return refuse('passphrase-weak');
  const hashed = await identity.passphrases.hashOf(passphrase, BY_ADMINS);
  if (hashed === null) return busy();
  const over = stillMay(identity, admin);
  if (over) return over;
  const account = given(identity, by, staff);
  if (!account) return refuse('account-unknown');
  identity.backOff.lift(staff);
  const changed = { ...account, passphrase: hashed, mustChange: true };
  return keep(identity, changed, 'passphrase-reset', by.staff, {});
}

/** Lets somebody try again who was held off. Rejects: account-unknown. */
export function liftHoldOff(identity: Identity, by: Account, staff: StaffId): Done {
  const account = given(identity, by, staff);
  if (!account) return refuse('account-unknown');
  const { backOff, trail, transact, now } = identity;
  transact(() =>
    trail.append({ at: now(), what: 'hold-off-lifted', subject: staff, by: by.staff }),
  );
  backOff.lift(staff);
  return { ok: true, account };
}

/** Rejects: account-unknown. */
export function endSessions(identity: Identity, by: Account, staff: StaffId): Done {
  const account = given(identity, by, staff);
  if (!account) return refuse('account-unknown');
  return keep(identity, account, 'sessions-ended', by.staff, {});
}
