/** Accounts of staff: rights and the hash of a passphrase, never a name. Rules: AUTH-1. Source: H113. */
import type { HallsOfRights } from '@tingxu/contract/covers-hall';
import type { HallId, Instant, StaffId } from '@tingxu/contract/ids';
import type { StaffRole } from '@tingxu/contract/roles';
import type { Connection } from '../journal/connection.ts';
import { marked } from './marked.ts';

export type Account = {
  readonly staff: StaffId;
  /** As argon2 writes it: kind, cost, salt and hash. */
  readonly passphrase: string;
  /** Somebody else has given it: another must be chosen. */
  readonly mustChange: boolean;
  readonly roles: readonly StaffRole[];
  readonly halls: HallsOfRights;
  readonly disabled: boolean;
  readonly createdAt: Instant;
  readonly lastSignInAt: Instant | null;
};

type Row = {
  readonly staff: string;
  readonly passphrase: string;
  readonly must_change: number;
  readonly roles: string;
  readonly halls: string | null;
  readonly disabled: number;
  readonly created_at: number;
  readonly last_sign_in_at: number | null;
};

const accountOf = (row: Row): Account => ({
  staff: row.staff as StaffId,
  passphrase: row.passphrase,
  mustChange: row.must_change === 1,
  roles: JSON.parse(row.roles) as StaffRole[],
  halls: row.halls === null ? null : (JSON.parse(row.halls) as HallId[]),
  disabled: row.disabled === 1,
  createdAt: row.created_at,
  lastSignInAt: row.last_sign_in_at,
});

export type Accounts = {
  readonly get: (staff: StaffId) => Account | undefined;
  readonly all: () => readonly Account[];
  readonly count: () => number;
  /** Made or replaced, inside a transaction of whoever tells the trail. */
  readonly put: (account: Account) => void;
  /** To be called when a transaction begins: gives the way back to what is known now. */
  readonly mark: () => () => void;
};

const COLUMNS =
  'staff, passphrase, must_change, roles, halls, disabled, created_at, last_sign_in_at';

/** All of them are in memory, as few as they are: a sign-in must not wait for a disk to be refused. */
export function openAccounts(db: Connection): Accounts {
  const rows = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM accounts ORDER BY staff`).all();
  const known = new Map(rows.map((row) => [row.staff, accountOf(row)]));
  const upsert = db.prepare(
    `INSERT INTO accounts (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (staff) DO UPDATE SET passphrase = excluded.passphrase,
       must_change = excluded.must_change, roles = excluded.roles, halls = excluded.halls,
       disabled = excluded.disabled, last_sign_in_at = excluded.last_sign_in_at`,
  );
  return {
    get: (staff) => known.get(staff),
    all: () => [...known.values()].sort((a, b) => (a.staff < b.staff ? -1 : 1)),
    count: () => known.size,
    put(account) {
      const { staff, passphrase, roles, halls, createdAt, lastSignInAt } = account;
      upsert.run(
        ...([staff, passphrase, Number(account.mustChange), JSON.stringify(roles)] as const),
        ...([halls && JSON.stringify(halls), Number(account.disabled)] as const),
        ...([createdAt, lastSignInAt] as const),
      );
      known.set(staff, account);
    },
    mark: () => marked(known),
  };
}
