import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rolesMarkdown } from './roles-page.ts';

it('AUTH-13 docs/ROLES.md is the table of duties', () => {
  const page = readFileSync(new URL('../../../docs/ROLES.md', import.meta.url), 'utf8');
  expect(page).toBe(rolesMarkdown());
});
