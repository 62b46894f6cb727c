/** Who may work at the counters of a hall, and who does so now. Rules: CTR-4, CTR-14, CTR-15, CALLER-1. */
import { coversHall } from '@tingxu/contract/covers-hall';
import type { HallId, StaffId } from '@tingxu/contract/ids';
import type { Account } from './accounts.ts';
import type { Identity } from './identity.ts';

const isTellerOf = (account: Account, hall: HallId): boolean =>
  !account.disabled && account.roles.includes('teller') && coversHall(account.halls, hall);

/** Whether a counter of the hall may be given to somebody: an account that is enabled, of a teller there. */
export function mayTakeCounter({ accounts }: Identity, staff: StaffId, hall: HallId): boolean {
  const account = accounts.get(staff);
  return account !== undefined && isTellerOf(account, hall);
}

/**
 * Whether somebody who is known may be at no counter of the hall: disabled, of other halls, or neither teller nor
 * supervisor. Nothing is known of whoever has no account. Rules: CTR-14.
 */
export function hasLeft({ accounts }: Identity, staff: StaffId, hall: HallId): boolean {
  const account = accounts.get(staff);
  if (!account) return false;
  const { disabled, roles, halls } = account;
  const works = roles.includes('teller') || roles.includes('supervisor');
  return disabled || !works || !coversHall(halls, hall);
}

/** Signed in with no device of another hall; the screen may be locked. */
function isSignedIn({ sessions, devices, now }: Identity, staff: StaffId, hall: HallId): boolean {
  return sessions.ofStaff(staff).some(({ id, atDevice }) => {
    const at = atDevice === null ? undefined : devices.get(atDevice);
    return (at === undefined || at.hall === hall) && sessions.standing(id, now()) !== 'over';
  });
}

/** Nobody has begun the day of a demo for its tellers: they are taken to be there. Rules: AUTH-17. */
const isOfDemoMorning = ({ kind }: Identity, { lastSignInAt }: Account): boolean =>
  kind === 'demo' && lastSignInAt === null;

/** A teller of a demo under whose number nobody has ever signed in. Rules: AUTH-17. */
export function isNobodys(identity: Identity, staff: StaffId): boolean {
  const account = identity.accounts.get(staff);
  return account !== undefined && isOfDemoMorning(identity, account);
}

/** Whether somebody who is known is signed in nowhere in the hall. Rules: CTR-15. */
export function isSignedOut(identity: Identity, staff: StaffId, hall: HallId): boolean {
  const account = identity.accounts.get(staff);
  if (!account || isOfDemoMorning(identity, account)) return false;
  return !isSignedIn(identity, staff, hall);
}

/**
 * Whether a machine at the counter of somebody may act as them: a teller of the hall who is signed in there, behind
 * a locked screen, too, and has a passphrase of their own. Tellers of a demo have begun its day before anybody signed
 * in: until somebody first does so under their number they are taken to be there. Rules: CALLER-1, AUTH-17.
 */
export function isAtWork(identity: Identity, staff: StaffId, hall: HallId): boolean {
  const account = identity.accounts.get(staff);
  if (!account || account.mustChange || !isTellerOf(account, hall)) return false;
  return isOfDemoMorning(identity, account) || isSignedIn(identity, staff, hall);
}
