/** What of the trail somebody may read: of their halls, like accounts and devices. Rules: AUTH-11, AUTH-15. */
import { coversHall, coversHalls } from '@tingxu/contract/covers-hall';
import type { PairedDeviceId } from '@tingxu/contract/identity';
import type { StaffId } from '@tingxu/contract/ids';
import type { Account } from './accounts.ts';
import type { Identity } from './identity.ts';
import type { TrailFilter, WrittenEntry } from './trail.ts';

/** Looked at for one answer. */
const AT_ONCE = 200;

/** By the halls that it has now; of numbers that nobody has, only who looks after every hall is told. */
function isTheirs({ accounts, devices }: Identity, { halls }: Account, subject: string): boolean {
  if (halls === null) return true;
  const account = accounts.get(subject as StaffId);
  const device = devices.get(subject as PairedDeviceId);
  if (device) return coversHall(halls, device.hall);
  return account !== undefined && coversHalls(halls, account.halls);
}

/** Newest first; `before` names the entry to go on from, null where nothing older was asked for. */
export function trailOf(
  identity: Identity,
  by: Account,
  asked: TrailFilter = {},
): { readonly entries: readonly WrittenEntry[]; readonly before: number | null } {
  const looked = identity.trail.newest(AT_ONCE, asked);
  const oldest = looked.length < AT_ONCE ? 1 : (looked.at(-1)?.seq ?? 1);
  return {
    entries: looked.filter(({ subject }) => isTheirs(identity, by, subject)),
    before: oldest > 1 ? oldest : null,
  };
}
