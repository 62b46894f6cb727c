/** In which of their roles somebody asks: the first of those wanted that they hold. Pure. */
import type { StaffRole } from '@tingxu/contract/roles';

/** Who reads of accounts and devices. */
export const LOOKS_AFTER: readonly StaffRole[] = ['admin', 'supervisor', 'auditor'];

/** Who asks for the life of a ticket, and who reads what was done to people and devices. */
export const READS_TICKETS: readonly StaffRole[] = ['auditor', 'supervisor'];
export const READS_TRAIL: readonly StaffRole[] = ['auditor', 'admin'];

/** Rejects: whoever holds none of them has not come this far. */
export const roleAmong = <R extends StaffRole>(
  held: readonly StaffRole[],
  wanted: readonly R[],
): R => {
  const found = wanted.find((role) => held.includes(role));
  if (!found) throw new Error('whoever opens a page holds one of its roles');
  return found;
};
