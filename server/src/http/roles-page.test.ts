import { readFileSync } from 'node:fs';
import { ACCESS, AUDIENCE_ROLES } from '@tingxu/contract/access';
import type { Role } from '@tingxu/contract/roles';
import { expect, it } from 'vitest';
import { rolesMarkdown } from './roles-page.ts';

const rolesWith = (roles: readonly Role[], role: Role): boolean => roles.includes(role);

it('AUTH-13 docs/ROLES.md is the table of duties', () => {
  const page = readFileSync(new URL('../../../docs/ROLES.md', import.meta.url), 'utf8');
  expect(page).toBe(rolesMarkdown());
});

it('AUTH-13 a gateway proves which machine it is, and may no more than anybody', () => {
  const rows = Object.entries(ACCESS).filter(([, roles]) => rolesWith(roles, 'gateway'));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(([, roles]) => !rolesWith(roles, 'anonymous'))).toEqual([]);
  expect(Object.values(AUDIENCE_ROLES).some((roles) => rolesWith(roles, 'gateway'))).toBe(false);
});
