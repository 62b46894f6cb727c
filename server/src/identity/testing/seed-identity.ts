/**
 * For rigs: accounts, devices and sessions written into a data folder before a server starts on it, with
 * tokens that a rig can tell from the name alone. No server knows this file.
 */
import { hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
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
  /** How many browsers may have them signed in at once; one unless given. */
  readonly sessions?: number;
  /** Of the first session, where the rig chooses it. */
  readonly token?: string;
};
export type SeedDevice = {
  /** A name for the rig; its token follows from it. */
  readonly name: string;
  readonly role: DeviceRole;
  readonly hall: string;
  readonly place?: DevicePlace;
  readonly token?: string;
};
export type Seed = {
  readonly kind: FolderKind;
  readonly people: readonly SeedPerson[];
  readonly devices?: readonly SeedDevice[];
};

/** The token of a session that was written for somebody, or of the one of a device. */
export const seededToken = (name: string, nth = 0): string =>
  hash('sha256', `seeded ${name} ${nth}`, 'buffer').toString('base64url');

const tokensOf = (
  staff: string,
  { sessions = 1, token }: Pick<SeedPerson, 'sessions' | 'token'>,
): string[] =>
  token === undefined
    ? Array.from({ length: sessions }, (_, nth) => seededToken(staff, nth))
    : [token];

const deviceIdOf = (name: string): PairedDeviceId =>
  PairedDeviceId.parse(`d-${hash('sha256', `device ${name}`).slice(0, 12)}`);

/** Longer than any rig runs, on whatever clock. */
const ENDS_AT: Instant = Date.parse('2999-01-01T00:00:00Z');
const KEY = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;

/** The sessions never lock. Writing the same again changes nothing. */
export function seedIdentity(dataFolder: string, { kind, people, devices = [] }: Seed): void {
  mkdirSync(dataFolder, { recursive: true });
  const db = openIdentityFile({ dataFolder, kind, now: 0 });
  const accounts = openAccounts(db);
  const paired = openPairedDevices(db);
  const insert = db.prepare(
    `INSERT OR IGNORE INTO sessions (id, staff, device, started_at, ends_at, locked)
     VALUES (?, ?, ?, 0, ${ENDS_AT}, 0)`,
  );
  try {
    transactions(db)(() => {
      for (const { staff, roles, halls = null, passphrase = 'none', ...more } of people) {
        accounts.put({
          ...{ staff: StaffId.parse(staff), passphrase, roles, mustChange: false, disabled: false },
          halls: halls?.map((hall) => HallId.parse(hall)) ?? null,
          ...{ createdAt: 0, lastSignInAt: null },
        });
        for (const token of tokensOf(staff, more)) insert.run(sessionIdOf(token), staff, null);
      }
      for (const { name, role, hall, place = {}, token = seededToken(name) } of devices) {
        const device = deviceIdOf(name);
        paired.put({
          ...{ device, role, hall: HallId.parse(hall), place, name, key: KEY },
          ...{ pairedAt: 0, pairedBy: StaffId.parse('rig'), lastSeenAt: null },
          ...{ version: null, revokedAt: null, contestedAt: null },
        });
        insert.run(sessionIdOf(token), null, device);
      }
    });
  } finally {
    db.close();
  }
}
