/**
 * For rigs: accounts, devices and sessions written into a data folder before a server starts on it, with
 * tokens that a rig can tell from the name alone. No server knows this file.
 */
import { hash } from 'node:crypto';
import type { DevicePlace } from '@tingxu/contract/identity';
import { PairedDeviceId } from '@tingxu/contract/identity';
import { HallId, type Instant, StaffId } from '@tingxu/contract/ids';
import type { DeviceRole, StaffRole } from '@tingxu/contract/roles';
import { transactions } from '../../journal/transaction.ts';
import { openAccounts } from '../accounts.ts';
import { type FolderKind, openIdentityFile } from '../identity-file.ts';
import { openPairedDevices } from '../paired-devices.ts';
import { sessionIdOf } from '../token.ts';

export type SeedPerson = {
  readonly staff: string;
  readonly roles: readonly StaffRole[];
  /** Null: every hall. */
  readonly halls?: readonly string[] | null;
  /** As argon2 writes it; without one nobody signs in by passphrase. */
  readonly passphrase?: string;
};
export type SeedDevice = {
  /** A name for the rig; its token follows from it. */
  readonly name: string;
  readonly role: DeviceRole;
  readonly hall: string;
  readonly place?: DevicePlace;
};
export type Seed = {
  readonly kind: FolderKind;
  readonly people: readonly SeedPerson[];
  readonly devices?: readonly SeedDevice[];
};

/** The token of the session that was written for somebody, or for a device. */
export const seededToken = (name: string): string =>
  hash('sha256', `seeded ${name}`, 'buffer').toString('base64url');

const deviceIdOf = (name: string): PairedDeviceId =>
  PairedDeviceId.parse(`d-${hash('sha256', `device ${name}`).slice(0, 12)}`);

/** Longer than any rig runs, on whatever clock. */
const ENDS_AT: Instant = Date.parse('2999-01-01T00:00:00Z');
const KEY = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;

/** The sessions never lock. Writing the same again changes nothing. */
export function seedIdentity(dataFolder: string, { kind, people, devices = [] }: Seed): void {
  const db = openIdentityFile({ dataFolder, kind, now: 0 });
  const accounts = openAccounts(db);
  const paired = openPairedDevices(db);
  const insert = db.prepare(
    `INSERT OR IGNORE INTO sessions (id, staff, device, started_at, ends_at, locked)
     VALUES (?, ?, ?, 0, ${ENDS_AT}, 0)`,
  );
  try {
    transactions(db)(() => {
      for (const { staff, roles, halls = null, passphrase = 'none' } of people) {
        accounts.put({
          ...{ staff: StaffId.parse(staff), passphrase, roles, mustChange: false, disabled: false },
          halls: halls?.map((hall) => HallId.parse(hall)) ?? null,
          ...{ createdAt: 0, lastSignInAt: null },
        });
        insert.run(sessionIdOf(seededToken(staff)), staff, null);
      }
      for (const { name, role, hall, place = {} } of devices) {
        const device = deviceIdOf(name);
        paired.put({
          ...{ device, role, hall: HallId.parse(hall), place, name, key: KEY },
          ...{ pairedAt: 0, pairedBy: StaffId.parse('rig'), lastSeenAt: null },
          ...{ version: null, revokedAt: null, contestedAt: null },
        });
        insert.run(sessionIdOf(seededToken(name)), null, device);
      }
    });
  } finally {
    db.close();
  }
}
