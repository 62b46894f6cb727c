/** Who works in the bench's hall, and the tokens of their sessions, written before its server starts. */
import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { BENCH_HALL, COUNTERS } from './bench-hall.ts';

const SEED_FOLDER = fileURLToPath(
  new URL('../../../server/src/identity/testing/seed-folder.ts', import.meta.url),
);

export const tellerAt = (counter: string): string => `t${counter}`;
export const SUPERVISOR = 's01';
export const KIOSK = 'kiosk';
export const BOARD = 'board';

/** Of a member of staff by the number, of a device by its name. */
export const tokenOf = (name: string): string =>
  hash('sha256', `bench ${name}`, 'buffer').toString('base64url');

/** Rejects: a folder that cannot be written. */
export const seedPeople = (dataFolder: string): void => {
  const person = (staff: string, role: string) => ({ staff, roles: [role], token: tokenOf(staff) });
  const device = (name: string) => ({
    ...{ name, role: name, hall: BENCH_HALL.hall, token: tokenOf(name) },
  });
  const seed = {
    kind: 'real',
    people: [
      person(SUPERVISOR, 'supervisor'),
      ...COUNTERS.map((counter) => person(tellerAt(counter), 'teller')),
    ],
    devices: [device(KIOSK), device(BOARD)],
  };
  const given = { input: JSON.stringify(seed), encoding: 'utf8' } as const;
  const { status, stderr } = spawnSync(process.execPath, [SEED_FOLDER, dataFolder], given);
  if (status !== 0) throw new Error(`nobody can be signed in: ${stderr}`);
};
