/** Who works in a replayed hall, and the tokens of their sessions, written before its server starts. */
import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { HallConfig } from '@tingxu/contract/config';
import type { Role } from '@tingxu/contract/roles';

const SEED_FOLDER = fileURLToPath(
  new URL('../../../server/src/identity/testing/seed-folder.ts', import.meta.url),
);

export const LOBBY = { role: 'lobby', staff: 'lobby-1' } as const;
export const SUPERVISOR = { role: 'supervisor', staff: 'supervisor-1' } as const;
/** A teller has the number of the counter. */
export const teller = (staff: string) => ({ role: 'teller', staff }) as const;

/** Of a member of staff by the number, of a device by what it is. */
export const tokenOf = (name: string): string =>
  hash('sha256', `replay ${name}`, 'buffer').toString('base64url');

/** What such a caller sends. */
export const headersOf = (who: {
  readonly role: Role;
  readonly staff?: string;
}): Readonly<Record<string, string>> => ({
  'tingxu-role': who.role,
  authorization: `Bearer ${tokenOf(who.staff ?? who.role)}`,
});

/** Rejects: a folder that cannot be written. */
export const seedPeople = (dataFolder: string, { hall, counters }: HallConfig): void => {
  const staff = [LOBBY, SUPERVISOR, ...counters.map(({ id }) => teller(id))];
  const seed = {
    kind: 'real',
    people: staff.map((who) => ({
      ...{ staff: who.staff, roles: [who.role], token: tokenOf(who.staff) },
    })),
    devices: ['kiosk', 'board'].map((role) => ({ name: role, role, hall, token: tokenOf(role) })),
  };
  const given = { input: JSON.stringify(seed), encoding: 'utf8' } as const;
  const { status, stderr } = spawnSync(process.execPath, [SEED_FOLDER, dataFolder], given);
  if (status !== 0) throw new Error(`nobody can be signed in: ${stderr}`);
};
