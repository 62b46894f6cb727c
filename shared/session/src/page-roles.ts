/** Who opens which page of staff, whoever may do most there first. */
import type { StaffRole } from '@tingxu/contract/roles';

export const COUNTER_ROLES: readonly StaffRole[] = ['teller'];
export const LOBBY_ROLES: readonly StaffRole[] = ['lobby'];
export const SUPERVISOR_ROLES: readonly StaffRole[] = ['supervisor', 'lobby'];
export const ADMIN_ROLES: readonly StaffRole[] = ['supervisor', 'admin', 'auditor'];
