/** Signing in at the bank's own provider, against a small one that really speaks OpenID Connect. */
import { Me, PairedDeviceId } from '@tingxu/contract/identity';
import { StaffId } from '@tingxu/contract/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_PASSPHRASE, openPassphrases } from '../identity/passphrase.ts';
import { type Flow, openFlows } from '../sign-on/flows.ts';
import {
  openSmallProvider,
  type SmallProvider,
  type Wrong,
} from '../sign-on/testing/small-provider.ts';
import { type HttpRig, openHttpRig } from './testing/http-rig.ts';

const ORIGIN = 'http://hall.branch.example';
const T09 = StaffId.parse('t09');
let provider: SmallProvider;
let rig: HttpRig;
beforeEach(async () => {
  provider = await openSmallProvider('tingxu', 'a secret of the client');
  rig = await openHttpRig({
    signOn: {
      ...{ issuer: provider.issuer, clientId: 'tingxu', clientSecret: 'a secret of the client' },
      ...{ staffClaim: 'employee', origin: ORIGIN },
    },
  });
  provider.claims = { employee: 'T09' };
  account();
});
afterEach(async () => {
  await rig.close();
  await provider.close();
});

const account = (more: object = {}): void =>
  rig.identity.accounts.put({
    ...{ staff: T09, passphrase: NO_PASSPHRASE, mustChange: false, roles: ['teller'], halls: null },
    ...{ disabled: false, createdAt: 0, lastSignInAt: null, ...more },
  });

const cookieOf = (headers: Readonly<Record<string, unknown>>): string =>
  String(headers['set-cookie'] ?? '').split(';', 1)[0] ?? '';
const get = (url: string, cookie = '') =>
  rig.send('GET', url, cookie === '' ? {} : { headers: { cookie } });
const begin = async (cookie = '') => {
  const reply = await get(
    `/api/v1/sign-on?to=${encodeURIComponent('/counter/?counter=3')}`,
    cookie,
  );
  return { reply, way: cookieOf(reply.headers), to: String(reply.headers['location']) };
};
const back = ({ pathname, search }: URL, way: string) => get(`${pathname}${search}`, way);
/** The whole way of one browser. */
const signIn = async (cookie = '') => {
  const { way, to } = await begin(cookie);
  return back(await provider.signIn(to), way);
};
const me = async (cookie: string) => Me.parse((await get('/api/v1/me', cookie)).json);
const REFUSED = '/counter/?counter=3&sign-on=refused';

describe('single sign-on', () => {
  it('AUTH-20 brings whoever the provider has proved back to the page, with a session like any other', async () => {
    const { way, to, reply } = await begin();
    expect([reply.status, new URL(to).origin]).toEqual([303, provider.issuer]);
    const asked = new URL(to).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked.get(name)?.length, name).toBeGreaterThanOrEqual(43);
    }
    const done = await back(await provider.signIn(to), way);
    expect([done.status, done.headers['location']]).toEqual([303, '/counter/?counter=3']);
    const cookie = cookieOf(done.headers);
    expect(String(done.headers['set-cookie'])).toContain('HttpOnly; SameSite=Strict');
    expect((await me(cookie)).staff).toMatchObject({
      staff: 't09',
      roles: ['teller'],
      locked: false,
    });
    account({ disabled: true });
    rig.identity.sessions.end(rig.identity.sessions.ofStaff(T09));
    expect((await me(cookie)).staff).toBeNull();
  });

  const WRONGS: readonly Wrong[] = [
    ...(['nonce', 'issuer', 'audience', 'expired', 'unsigned', 'other-key'] as const),
    ...(['signed-by-secret', 'long-ago', 'no-id-token'] as const),
  ];
  it.each(WRONGS)('AUTH-20 refuses an answer whose fault is: %s', async (wrong) => {
    provider.wrong = wrong;
    const refused = await signIn();
    expect([refused.status, refused.headers['location']]).toEqual([303, REFUSED]);
    expect(refused.headers['set-cookie']).toBeUndefined();
    expect(provider.exchanged()).toBe(1);
    // The control: the same way without the fault.
    provider.wrong = null;
    expect((await signIn()).headers['location']).toBe('/counter/?counter=3');
  });

  it('AUTH-20 takes an answer once, from the browser that asked, within ten minutes, to its own question', async () => {
    const { way, to } = await begin();
    const answer = await provider.signIn(to);
    const elsewhere = await back(answer, '');
    expect(elsewhere.headers['location']).toBe('/counter/?sign-on=refused');
    const other = await begin();
    expect((await back(answer, other.way)).headers['location']).toBe(REFUSED);
    expect(provider.exchanged()).toBe(0);
    expect((await back(answer, way)).headers['location']).toBe('/counter/?counter=3');
    expect((await back(answer, way)).headers['location']).toBe('/counter/?sign-on=refused');
    expect(provider.exchanged()).toBe(1);
    const late = await begin();
    const lateAnswer = await provider.signIn(late.to);
    rig.clock.advanceTo(rig.clock.now() + 600_000);
    expect((await back(lateAnswer, late.way)).headers['location']).toBe(
      '/counter/?sign-on=refused',
    );
  });

  it('AUTH-20 a replayed code opens nothing in a way of its own either', async () => {
    const first = await begin();
    const answer = await provider.signIn(first.to);
    await back(answer, first.way);
    const second = await begin();
    const forged = new URL(answer);
    forged.searchParams.set('state', new URL(second.to).searchParams.get('state') ?? '');
    expect((await back(forged, second.way)).headers['location']).toBe(REFUSED);
  });

  it('AUTH-20 says who somebody is and nothing more: no account, a disabled one, no number', async () => {
    for (const claims of [{ employee: 'nobody' }, { employee: 7 }, { employee: '' }, {}]) {
      provider.claims = { ...claims, roles: ['admin'] };
      expect((await signIn()).headers['location'], JSON.stringify(claims)).toBe(REFUSED);
    }
    provider.claims = { employee: 't09', roles: ['admin'] };
    account({ disabled: true });
    expect((await signIn()).headers['location']).toBe(REFUSED);
    account();
    expect((await me(cookieOf((await signIn()).headers))).staff?.roles).toEqual(['teller']);
  });

  it('AUTH-20 takes no other sign for one of the number, whatever its small letter is', async () => {
    account({ staff: 'k09' });
    provider.claims = { employee: '\u212a09' };
    expect((await signIn()).headers['location']).toBe(REFUSED);
    provider.claims = { employee: 'K09' };
    expect((await me(cookieOf((await signIn()).headers))).staff?.staff).toBe('k09');
  });

  it('AUTH-4, AUTH-20 ends the session of whoever was signed in at the browser', async () => {
    const first = cookieOf((await signIn()).headers);
    const second = cookieOf((await signIn(first)).headers);
    expect((await me(first)).staff).toBeNull();
    expect((await me(second)).staff?.staff).toBe('t09');
  });

  it('AUTH-4, AUTH-20 ends whoever was signed in at the browser while its user was on the way', async () => {
    const { sessions, now } = rig.identity;
    const staff = StaffId.parse('t10');
    rig.signedIn.tokenOf({ role: 'teller', staff: 't10' });
    const endsAt = now() + 3_600_000;
    const { token } = sessions.startStaff(
      { staff, atDevice: null, endsAt, lockAfterMs: null },
      now(),
    );
    const first = `tingxu-session=${token}`;
    const one = await begin(first);
    const two = await begin(first);
    const came = cookieOf((await back(await provider.signIn(one.to), one.way)).headers);
    expect((await me(came)).staff).toMatchObject({ staff: 't09' });
    const done = await back(await provider.signIn(two.to), two.way);
    expect((await me(cookieOf(done.headers))).staff).toMatchObject({ staff: 't09' });
    expect([(await me(first)).staff, (await me(came)).staff]).toEqual([null, null]);
    expect(sessions.ofStaff(T09)).toHaveLength(1);
  });

  it('AUTH-4, AUTH-20 lets nobody arrive at a browser where somebody has signed in since, and is over for it', async () => {
    const passphrase = 'river stone lantern';
    const from = { known: true, name: 'here' };
    account({ passphrase: (await openPassphrases().hashOf(passphrase, from)) ?? '' });
    const { to, way } = await begin();
    const body = { staff: 't09', passphrase };
    const signedIn = await rig.send('POST', '/api/v1/sign-in', { body, headers: { cookie: way } });
    expect(signedIn.status).toBe(200);
    const given = [signedIn.headers['set-cookie']].flat().map(String);
    expect(given).toContain('tingxu-sign-on=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
    const done = await back(await provider.signIn(to), '');
    expect(done.headers['location']).toBe('/counter/?sign-on=refused');
  });

  it('AUTH-20 whoever begins again and again pushes nobody out who comes from elsewhere', async () => {
    const flows = openFlows();
    const asked = { state: 's', nonce: 'n', verifier: 'v' };
    const from = (address: string, device: PairedDeviceId | null = null): Flow => ({
      ...{ asked, to: '/counter/', from: { address, device }, had: null },
    });
    const honest = flows.begin(from('10.0.0.2'), 1);
    const paired = flows.begin(from('10.0.0.66', PairedDeviceId.parse('d-000000000001')), 1);
    const first = flows.begin(from('10.0.0.66'), 1);
    for (let nth = 0; nth < 100; nth += 1) flows.begin(from('10.0.0.66'), 1);
    expect(flows.take(first, 2)).toBeNull();
    // From many addresses it is whoever has the most that gives way.
    for (let nth = 0; nth < 3_000; nth += 1) flows.begin(from(`10.0.1.${nth % 60}`), 1);
    expect(flows.take(honest, 2)).not.toBeNull();
    expect(flows.take(paired, 2)).not.toBeNull();
  });

  it('AUTH-21 with an account that has no passphrase no passphrase goes', async () => {
    for (const passphrase of [NO_PASSPHRASE, 'none none none none']) {
      const reply = await rig.send('POST', '/api/v1/sign-in', {
        body: { staff: 't09', passphrase },
      });
      expect(reply.json['code']).toBe('sign-in-refused');
    }
  });

  it('AUTH-20 goes back to pages of staff only, and says nothing of secrets in the log', async () => {
    for (const to of [
      'https://evil.example/',
      '//evil.example',
      '/counter/../t/',
      '/',
      '/counter/?x=<',
    ]) {
      const reply = await get(`/api/v1/sign-on?to=${encodeURIComponent(to)}`);
      expect(reply.status, to).toBe(400);
    }
    provider.wrong = 'unsigned';
    await signIn();
    const logged = JSON.stringify(rig.logged);
    expect(logged).toContain('single sign-on was refused');
    expect(logged).not.toMatch(/secret of the client|code=|eyJ/);
  });
});

describe('a server without single sign-on', () => {
  it('AUTH-20 has none, and one whose provider is away says so to the page', async () => {
    const plain = await openHttpRig();
    const reply = await plain.send('GET', '/api/v1/sign-on?to=/counter/');
    expect([reply.status, reply.json['code']]).toEqual([404, 'route-unknown']);
    expect((await plain.send('GET', '/api/v1/me')).json['signOn']).toBeNull();
    await plain.close();
    await provider.close();
    expect((await begin()).to).toBe('/counter/?counter=3&sign-on=away');
  });
});
