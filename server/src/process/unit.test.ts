/** The unit under which a branch runs the server, held to least rights. Source: SEC-14, deploy/server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../root.ts';

const UNIT = readFileSync(join(ROOT, 'deploy', 'server', 'tingxu.service'), 'utf8');

/** What the unit lacks of least rights. */
const lacking = (unit: string): string[] => {
  const lines = unit.split('\n').map((line) => line.trim());
  const wanted = [
    ...['NoNewPrivileges=yes', 'CapabilityBoundingSet=', 'ProtectSystem=strict', 'UMask=0077'],
    ...['ProtectHome=yes', 'PrivateTmp=yes', 'RestrictSUIDSGID=yes', 'StateDirectoryMode=0700'],
    ...['SystemCallFilter=@system-service', 'RestrictNamespaces=yes'],
  ];
  const user = lines.find((line) => line.startsWith('User='));
  const isNobodySpecial = user !== undefined && user !== 'User=root';
  return [...(isNobodySpecial ? [] : ['User=']), ...wanted.filter((one) => !lines.includes(one))];
};

describe('the unit of the server', () => {
  it('SEC-14 gives it no rights of the machine, a folder of its own, and nobody else’s', () => {
    expect(lacking(UNIT)).toEqual([]);
  });

  it.each([
    ['User=tingxu', 'User=root', 'User='],
    ['CapabilityBoundingSet=\n', 'CapabilityBoundingSet=CAP_SYS_ADMIN\n', 'CapabilityBoundingSet='],
    ['ProtectSystem=strict', 'ProtectSystem=no', 'ProtectSystem=strict'],
  ])('is found out when it says otherwise: %s', (from, to, found) => {
    expect(lacking(UNIT.replace(from, to))).toEqual([found]);
  });
});
