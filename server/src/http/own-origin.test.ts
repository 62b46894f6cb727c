import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from './own-origin.ts';

const HOST = 'hall.lan:8080';

describe('a page of this server', () => {
  it.each([
    ['a program', { host: HOST }, true],
    ['its own page', { host: HOST, origin: `http://${HOST}` }, true],
    ['its own page over TLS', { host: 'hall.lan', origin: 'https://hall.lan' }, true],
    [
      'its own page, as newer browsers say it',
      { host: HOST, origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' },
      true,
    ],
    ['a typed address', { host: HOST, 'sec-fetch-site': 'none' }, true],
    ['another port', { host: HOST, origin: 'http://hall.lan' }, false],
    ['another server', { host: HOST, origin: 'http://evil.example' }, false],
    ['a page without an origin', { host: HOST, origin: 'null' }, false],
    ['a file', { host: HOST, origin: 'file://' }, false],
    ['no address at all', { host: HOST, origin: `http://${HOST}:x` }, false],
    ['no host', { origin: `http://${HOST}` }, false],
    [
      'a sister server of the same site',
      { host: HOST, origin: `http://${HOST}`, 'sec-fetch-site': 'same-site' },
      false,
    ],
    ['a form of another site', { host: HOST, 'sec-fetch-site': 'cross-site' }, false],
    ['a named origin', { host: HOST, origin: 'https://named.example' }, true],
  ])('WEB-1 knows %s', (_name, headers, own) => {
    expect(isOwnOrigin(headers, ['https://named.example'])).toBe(own);
  });
});
