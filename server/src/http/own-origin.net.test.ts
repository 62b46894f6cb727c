import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpRig, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
beforeAll(async () => {
  rig = await openHttpRig();
});
afterAll(() => rig.close());

describe('pages of other origins', () => {
  const host = 'hall.lan:8080';
  const others: readonly [string, Record<string, string>][] = [
    ['another server', { host, origin: 'http://evil.example' }],
    ['another port', { host, origin: 'http://hall.lan' }],
    ['a sandboxed frame', { host, origin: 'null' }],
    ['a sister of the site', { host, 'sec-fetch-site': 'same-site' }],
    ['a form elsewhere', { host, 'sec-fetch-site': 'cross-site' }],
  ];

  it.each(others)('WEB-1 may send no command: %s', async (_name, headers) => {
    const posts = rig.routes.filter(({ method }) => [method].flat().some((one) => one === 'POST'));
    expect(posts.length).toBeGreaterThan(40);
    for (const { url } of posts) {
      const reply = await rig.send('POST', url.replaceAll(/:\w+/g, 'x'), { headers });
      expect([url, reply.json['code']]).toEqual([url, 'origin-refused']);
    }
  });

  it('WEB-1 is no matter for this server’s own pages and for programs', async () => {
    const own = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    for (const headers of [own, { host }, {}]) {
      const { json } = await rig.command('/counters/1/call-next', { role: 'teller', headers });
      expect(json['code']).toBe('day-not-open');
    }
  });
});
