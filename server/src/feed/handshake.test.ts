import { Role } from '@tingxu/contract/roles';
import { describe, expect, it } from 'vitest';
import { claimedRole } from './handshake.ts';

describe('the handshake', () => {
  it('FEED-1 takes every role but the server’s own', () => {
    for (const role of Role.options) {
      const claim = claimedRole({ role });
      expect(claim).toEqual(
        role === 'system' ? { ok: false, code: 'forbidden' } : { ok: true, role },
      );
    }
  });

  it.each([[undefined], [{}], [{ role: 'root' }], [{ role: 'board', more: 1 }], ['board'], [[]]])(
    'FEED-1 refuses %j',
    (auth) => {
      expect(claimedRole(auth)).toEqual({ ok: false, code: 'validation-failed' });
    },
  );
});
