/**
 * The staff of all rigs: the first letter of a personnel number says the role. Rigs that run the server as a
 * process write them into its data folder before it starts, and send their tokens.
 */

import { DeviceRole, type StaffRole } from '@tingxu/contract/roles';
import { DEMO_PASSPHRASE_HASH } from '../../demo/demo-accounts.ts';
import { type SeedDevice, type SeedPerson, seededToken } from './seed-identity.ts';

const ROLE_OF: Readonly<Record<string, StaffRole>> = {
  ...{ t: 'teller', l: 'lobby', s: 'supervisor', a: 'admin', u: 'auditor' },
};

/** Rejects: a number that begins with the letter of no role. */
export const rigRoleOf = (staff: string): StaffRole => {
  const role = ROLE_OF[staff.slice(0, 1)];
  if (!role) throw new Error(`the rig has nobody with the number ${staff}`);
  return role;
};

/** Who acts in a role where a test does not say who. */
const ANYBODY: Readonly<Record<StaffRole, string>> = {
  ...{ teller: 't01', lobby: 'l01', supervisor: 's01', admin: 'a01', auditor: 'u01' },
};

/** Null for a role that is none of staff. */
export const anybodyAs = (role: string): string | null =>
  Object.hasOwn(ANYBODY, role) ? ANYBODY[role as StaffRole] : null;

const numbers = (letter: string, most: number): string[] =>
  Array.from({ length: most }, (_, index) => index + 1).flatMap((number) => [
    ...(number < 10 ? [`${letter}0${number}`] : []),
    `${letter}${number}`,
  ]);

/** `t1` to `t40`, those of one digit also as `t01`; a few of each other role. Their passphrase is the demo's. */
export const rigPeople = (sessions = 1): SeedPerson[] =>
  [...numbers('t', 40), ...['l', 's', 'a', 'u'].flatMap((letter) => numbers(letter, 3))].map(
    (staff) => ({
      ...{ staff, roles: [rigRoleOf(staff)], sessions },
      passphrase: DEMO_PASSPHRASE_HASH,
    }),
  );

/** Of a counter nothing is asked by itself. */
const MACHINES: readonly string[] = DeviceRole.options.filter((role) => role !== 'counter');

/** A device of each kind, which may stand anywhere in the hall. */
export const rigDevices = (hall: string): SeedDevice[] =>
  DeviceRole.options
    .filter((role) => MACHINES.includes(role))
    .map((role) => ({ name: role, role, hall }));

/** Of whom `rigPeople` and `rigDevices` have written; undefined for who needs no session. */
export const rigToken = (
  role: string,
  staff = anybodyAs(role) ?? undefined,
): string | undefined => {
  if (MACHINES.includes(role)) return seededToken(role);
  return staff === undefined ? undefined : seededToken(staff);
};

/** What a program sends of itself. */
export const rigHeaders = (role: string, staff?: string): Readonly<Record<string, string>> => {
  const token = rigToken(role, staff);
  return {
    'tingxu-role': role,
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
};
