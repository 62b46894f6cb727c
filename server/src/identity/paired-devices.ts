/** Devices that were paired with this server, and what each is. Source: SEC-17. */
import type { DeviceKey, DevicePlace, PairedDeviceId } from '@tingxu/contract/identity';
import type { HallId, Instant, StaffId } from '@tingxu/contract/ids';
import type { DeviceRole } from '@tingxu/contract/roles';
import type { Connection } from '../journal/connection.ts';
import { marked } from './marked.ts';

export type PairedDevice = {
  readonly device: PairedDeviceId;
  readonly role: DeviceRole;
  readonly hall: HallId;
  readonly place: DevicePlace;
  readonly name: string;
  readonly key: DeviceKey;
  readonly pairedAt: Instant;
  readonly pairedBy: StaffId;
  readonly lastSeenAt: Instant | null;
  readonly version: string | null;
  readonly revokedAt: Instant | null;
  /** Two machines were seen to hold its key; null while none were. Rules: AUTH-18. */
  readonly contestedAt: Instant | null;
};

type Row = {
  readonly device: string;
  readonly role: string;
  readonly hall: string;
  readonly place: string;
  readonly name: string;
  readonly key: string;
  readonly paired_at: number;
  readonly paired_by: string;
  readonly last_seen_at: number | null;
  readonly version: string | null;
  readonly revoked_at: number | null;
  readonly contested_at: number | null;
};

const deviceOf = (row: Row): PairedDevice => ({
  device: row.device as PairedDeviceId,
  role: row.role as DeviceRole,
  hall: row.hall as HallId,
  place: JSON.parse(row.place) as DevicePlace,
  name: row.name,
  key: JSON.parse(row.key) as DeviceKey,
  pairedAt: row.paired_at,
  pairedBy: row.paired_by as StaffId,
  lastSeenAt: row.last_seen_at,
  version: row.version,
  revokedAt: row.revoked_at,
  contestedAt: row.contested_at,
});

export type PairedDevices = {
  readonly get: (device: PairedDeviceId) => PairedDevice | undefined;
  readonly all: () => readonly PairedDevice[];
  /** Made or replaced, inside a transaction of whoever tells the trail. */
  readonly put: (device: PairedDevice) => void;
  /** To be called when a transaction begins: gives the way back to what is known now. */
  readonly mark: () => () => void;
};

const COLUMNS = `device, role, hall, place, name, key, paired_at, paired_by, last_seen_at, version,
  revoked_at, contested_at`;

export function openPairedDevices(db: Connection): PairedDevices {
  const rows = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM devices ORDER BY paired_at`).all();
  const known = new Map(rows.map((row) => [row.device, deviceOf(row)]));
  const upsert = db.prepare(
    `INSERT INTO devices (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (device) DO UPDATE SET role = excluded.role, hall = excluded.hall,
       place = excluded.place, name = excluded.name, last_seen_at = excluded.last_seen_at,
       version = excluded.version, revoked_at = excluded.revoked_at,
       contested_at = excluded.contested_at`,
  );
  return {
    get: (device) => known.get(device),
    all: () => [...known.values()],
    put(paired) {
      const { device, role, hall, place, name, key } = paired;
      upsert.run(
        ...([device, role, hall, JSON.stringify(place), name, JSON.stringify(key)] as const),
        ...([paired.pairedAt, paired.pairedBy, paired.lastSeenAt] as const),
        ...([paired.version, paired.revokedAt, paired.contestedAt] as const),
      );
      known.set(device, paired);
    },
    mark: () => marked(known),
  };
}
