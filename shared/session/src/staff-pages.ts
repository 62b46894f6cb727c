/** The pages of staff: where they are, and who may open them. */
import type { StaffRole } from '@tingxu/contract/roles';
import type { SignInPlace } from '@tingxu/i18n/session';
import { ADMIN_ROLES, COUNTER_ROLES, LOBBY_ROLES, SUPERVISOR_ROLES } from './page-roles.ts';

export type StaffPage = {
  readonly place: SignInPlace;
  readonly path: string;
  readonly roles: readonly StaffRole[];
};

export const PAGES: readonly StaffPage[] = [
  { place: 'counter', path: '/counter/', roles: COUNTER_ROLES },
  { place: 'lobby', path: '/lobby/', roles: LOBBY_ROLES },
  { place: 'supervisor', path: '/supervisor/', roles: SUPERVISOR_ROLES },
  { place: 'admin', path: '/admin/', roles: ADMIN_ROLES },
];
