/** The pages of staff: where they are, and who may open them. */
import type { StaffRole } from '@tingxu/contract/roles';
import type { SignInPlace } from '@tingxu/i18n/session';

export type StaffPage = {
  readonly place: SignInPlace;
  readonly path: string;
  readonly roles: readonly StaffRole[];
};

export const PAGES: readonly StaffPage[] = [
  { place: 'counter', path: '/counter/', roles: ['teller'] },
  { place: 'lobby', path: '/lobby/', roles: ['lobby'] },
  { place: 'supervisor', path: '/supervisor/', roles: ['supervisor', 'lobby'] },
  { place: 'admin', path: '/admin/', roles: ['admin', 'supervisor', 'auditor'] },
];
