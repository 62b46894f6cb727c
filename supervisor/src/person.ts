/** In which of their roles somebody watches: the one that the address names, else the one that may do more. */
import type { Role, StaffRole } from '@tingxu/contract/roles';

export type WatchRole = Extract<Role, 'lobby' | 'supervisor'>;

export const roleOf = (search: string, held: readonly StaffRole[]): WatchRole => {
  const wanted = new URLSearchParams(search).get('role') === 'lobby' ? 'lobby' : 'supervisor';
  if (held.includes(wanted)) return wanted;
  return held.includes('supervisor') ? 'supervisor' : 'lobby';
};

/** Rules: DAY-1, DAY-3 — the day is the supervisor's. */
export const mayTurnDay = (role: WatchRole): boolean => role === 'supervisor';
