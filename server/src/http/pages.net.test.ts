import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEM_CODES } from '@tingxu/contract/problem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { escapeHtml } from './html.ts';
import { type HttpRig, openHttpRig } from './testing/http-rig.ts';

const apps = temporaryFolder();
let rig: HttpRig;
beforeAll(async () => {
  const dist = join(apps.folder, 'kiosk', 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>kiosk</title>');
  writeFileSync(join(dist, 'assets', 'index-abc123.js'), 'export {};');
  rig = await openHttpRig({ appsFolder: apps.folder });
  // Somebody has an account.
  await rig.send('GET', '/api/v1/me', { role: 'supervisor' });
});
afterAll(async () => {
  await rig.close();
  apps.remove();
});

describe('screens', () => {
  it('are pages that are asked for again, with assets that are kept for ever', async () => {
    const index = await rig.send('GET', '/kiosk/');
    expect([index.status, index.headers['cache-control']]).toEqual([200, 'no-cache']);
    const same = await rig.send('GET', '/kiosk/', {
      headers: { 'if-none-match': String(index.headers['etag']) },
    });
    expect(same.status).toBe(304);
    const asset = await rig.send('GET', '/kiosk/assets/index-abc123.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['content-type']).toMatch(/javascript/);
  });

  it('are found without the slash, and nothing beside them is', async () => {
    const bare = await rig.send('GET', '/kiosk');
    expect([bare.status, bare.headers['location']]).toEqual([301, '/kiosk/']);
    const paths = ['assets/none.js', '../../package.json', '%2e%2e/%2e%2e/package.json', '..%2fx'];
    for (const path of paths) {
      const reply = await rig.send('GET', `/kiosk/${path}`);
      expect([path, reply.json['code']]).toEqual([
        path,
        expect.stringMatching(/route-unknown|malformed-request|forbidden/),
      ]);
    }
  });

  it('of staff come to the hall of the server when the address names none and there is one', async () => {
    const open = async (path: string, accept = 'text/html,*/*;q=0.8') => {
      const { status, headers } = await rig.send('GET', path, { headers: { accept } });
      return [status, headers['location']];
    };
    expect(await open('/supervisor/?wall')).toEqual([302, '/supervisor/?wall=&hall=demo']);
    expect((await open('/supervisor/?hall=south'))[0]).toBe(503);
    expect((await open('/counter/', '*/*'))[0]).toBe(503);
    expect((await open('/board/'))[0]).toBe(503);
  });

  it('say so when they have not been built', async () => {
    const reply = await rig.send('GET', '/board/');
    expect([reply.status, reply.text.includes('npm run build')]).toEqual([503, true]);
  });
});

describe('a bank’s brand', () => {
  it('is written into every page and served under the same policy, without a build', async () => {
    const branded = await openHttpRig({
      appsFolder: apps.folder,
      brand: {
        css: ':root{--color-seal:navy!important}',
        logo: { type: 'image/svg+xml', bytes: Buffer.from('<svg/>') },
        texts: { 'zh-CN': { 'kiosk.chooseService': '请选择业务' } },
      },
    });
    writeFileSync(
      join(apps.folder, 'kiosk', 'dist', 'index.html'),
      '<!doctype html><html lang="zh-CN"><head><title>kiosk</title></head></html>',
    );
    const { text, headers } = await branded.send('GET', '/kiosk/');
    expect(text).toContain('data-logo="/brand/logo" data-texts="');
    expect(text).toContain('<link rel="stylesheet" href="/brand/brand.css" />');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    const css = await branded.send('GET', '/brand/brand.css');
    expect([css.text, css.headers['content-type']]).toEqual([
      ':root{--color-seal:navy!important}',
      'text/css; charset=utf-8',
    ]);
    const logo = await branded.send('GET', '/brand/logo');
    expect([logo.text, logo.headers['content-type']]).toEqual(['<svg/>', 'image/svg+xml']);
    expect(logo.headers['content-security-policy']).toContain("script-src 'self'");
    expect((await branded.send('GET', '/kiosk')).headers['location']).toBe('/kiosk/');
    await branded.close();
    expect((await rig.send('GET', '/brand/brand.css')).status).toBe(404);
  });
});

describe('headers of a page', () => {
  it('allow this server and nothing else, also over plain HTTP', async () => {
    for (const path of ['/', '/kiosk/', '/api/docs', '/api/docs/errors']) {
      const { headers } = await rig.send('GET', path, { headers: { host: 'branch.local:8080' } });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'self' ws://branch.local:8080 wss://branch.local:8080");
      expect(policy).not.toMatch(/unsafe|upgrade-insecure-requests|https:\/\/|\*/);
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('CARD-2 let a kiosk with a reader ask the agent of its own machine', async () => {
    const policyOf = async (path: string) =>
      String((await rig.send('GET', path)).headers['content-security-policy']);
    expect(await policyOf('/kiosk/?hall=demo&reader=on')).toContain(' http://127.0.0.1:18431;');
    expect(await policyOf('/kiosk/?reader=18500&lang=en')).toContain(' http://127.0.0.1:18500;');
    for (const path of ['/kiosk/', '/kiosk/?reader=*', '/board/?reader=on']) {
      expect(await policyOf(path)).not.toContain('127.0.0.1');
    }
  });

  it('WEB-2 let no text become a script, and no other page hold this one', async () => {
    const { headers } = await rig.send('GET', '/kiosk/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain('trusted-types shell');
    const docs = String((await rig.send('GET', '/api/docs')).headers['content-security-policy']);
    expect(docs).not.toContain('trusted-types');
    expect(docs).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  it('never repeat a host that is none', async () => {
    const { headers } = await rig.send('GET', '/', {
      headers: { host: "evil; script-src 'unsafe-inline'" },
    });
    expect(String(headers['content-security-policy'])).not.toContain('evil');
  });
});

describe('pages of the server', () => {
  it('AUTH-16 lead to set-up while nobody has an account', async () => {
    const fresh = await openHttpRig({ appsFolder: apps.folder, nobody: true });
    const { status, headers } = await fresh.send('GET', '/');
    expect([status, headers['location']]).toEqual([302, '/admin/']);
    await fresh.send('GET', '/api/v1/me', { role: 'supervisor' });
    expect((await fresh.send('GET', '/')).status).toBe(200);
    await fresh.close();
  });

  it('list the screens and halls in both languages', async () => {
    const { text } = await rig.send('GET', '/');
    for (const part of [
      '/kiosk/',
      '/counter/',
      '/board/',
      '/supervisor/',
      '厅序示范支行',
      'Tingxu Demo Branch',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('explain every code under its own anchor', async () => {
    const { text } = await rig.send('GET', '/api/docs/errors');
    const anchors = [...text.matchAll(/<tr id="([a-z-]+)">/g)].map((match) => match[1]);
    expect(anchors.sort()).toEqual([...PROBLEM_CODES].sort());
  });

  it('read without the network: every address in them is this server’s', async () => {
    for (const path of ['/', '/api/docs', '/api/docs/errors', '/server.css']) {
      const { text, status } = await rig.send('GET', path);
      expect(status).toBe(200);
      expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    }
    const initializer = await rig.send('GET', '/api/docs/static/swagger-initializer.js');
    expect(initializer.text).not.toMatch(/https?:\/\/(?!stackoverflow)/);
    expect((await rig.send('GET', '/api/docs/static/swagger-ui-bundle.js')).status).toBe(200);
  });

  it('show the very document of the API, and nothing that is not there', async () => {
    const [shown, served] = [
      await rig.send('GET', '/api/docs/json'),
      await rig.send('GET', '/api/openapi.json'),
    ];
    expect(shown.text).toBe(served.text);
    for (const path of ['/api/docs/nothing', '/api/docs/static/nothing.js']) {
      const { status, text } = await rig.send('GET', path);
      expect([status, JSON.parse(text).code]).toEqual([404, 'route-unknown']);
    }
  });

  it('escape what a configuration may hold', () => {
    expect(escapeHtml(`<b title="x">'&`)).toBe('&lt;b title=&quot;x&quot;&gt;&#39;&amp;');
  });
});
