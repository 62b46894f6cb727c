/**
 * Who watches: a role and, for whoever acts, a personnel number. Claimed until sign-in exists
 * (docs/adr/0004): `?role=lobby&staff=l01`, else what this tab remembers.
 */
import { StaffId } from '@tingxu/contract/ids';
import type { Role } from '@tingxu/contract/roles';

export type WatchRole = Extract<Role, 'lobby' | 'supervisor'>;

/** As much of `Storage` as is needed. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'tingxu.staff';

export const roleOf = (search: string): WatchRole =>
  new URLSearchParams(search).get('role') === 'lobby' ? 'lobby' : 'supervisor';

export const parseStaff = (number: unknown): StaffId | null =>
  StaffId.safeParse(number).data ?? null;

export const staffOf = (search: string, memory: Memory): StaffId | null =>
  parseStaff(new URLSearchParams(search).get('staff')) ?? parseStaff(memory.getItem(KEY));

export const rememberStaff = (staff: StaffId, memory: Memory): void => memory.setItem(KEY, staff);

/** Rules: DAY-1, DAY-3 — the day is the supervisor's. */
export const mayTurnDay = (role: WatchRole): boolean => role === 'supervisor';
