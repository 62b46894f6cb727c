import { readFileSync } from 'node:fs';
import { ACCESS } from '@tingxu/contract/access';
import { expect, it } from 'vitest';
import { rolesMarkdown } from './roles-page.ts';

it('AUTH-13 docs/ROLES.md is the table of duties', () => {
  const page = readFileSync(new URL('../../../docs/ROLES.md', import.meta.url), 'utf8');
  expect(page).toBe(rolesMarkdown());
});

it('AUTH-13 an auditor commands nothing', () => {
  const reading = /^(live|ready|read|list|explain|compare|export)/;
  const own =
    /^(signIn|signOut|(begin|end)SignOn|choosePassphrase|(lock|unlock|keep)Session|setUp|askForPairing|challengeDevice|openDeviceSession)$/;
  const may = Object.entries(ACCESS).filter(([, roles]) =>
    roles.some((role) => role === 'auditor'),
  );
  expect(may.filter(([name]) => !reading.test(name) && !own.test(name))).toEqual([]);
});
