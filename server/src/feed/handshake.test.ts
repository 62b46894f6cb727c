import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { Role } from '@tingxu/contract/roles';
import { describe, expect, it } from 'vitest';
import { claimedRole, isOriginAllowed } from './handshake.ts';

const request = (headers: Record<string, string>): IncomingMessage =>
  Object.assign(new IncomingMessage(new Socket()), { headers });

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

  it.each([
    [{ host: 'hall.lan:8080' }, true],
    [{ host: 'hall.lan:8080', origin: 'http://hall.lan:8080' }, true],
    [{ host: 'hall.lan', origin: 'https://hall.lan' }, true],
    [{ host: 'hall.lan:8080', origin: 'http://hall.lan' }, false],
    [{ host: 'hall.lan:8080', origin: 'http://evil.example' }, false],
    [{ host: 'hall.lan:8080', origin: 'null' }, false],
    [{ host: 'hall.lan:8080', origin: 'https://named.example' }, true],
  ])('lets a page of %j in: %j', (headers, allowed) => {
    expect(isOriginAllowed(request(headers), ['https://named.example'])).toBe(allowed);
  });
});
