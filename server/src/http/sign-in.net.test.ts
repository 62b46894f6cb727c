import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpRig, openHttpRig, type Reply } from './testing/http-rig.ts';

let rig: HttpRig;
let code = '';
const ADMIN = { staff: 'a77', passphrase: 'river stone lantern' };
const FIRST = 'morning ferry eleven';
const NEXT = 'copper kettle harbour';

beforeAll(async () => {
  rig = await openHttpRig({ nobody: true });
  rig.identity.setUp.begin((told) => {
    code = told;
  });
});
afterAll(() => rig.close());

const cookieOf = (reply: Reply): string => {
  const [first] = [reply.headers['set-cookie']].flat();
  return String(first).split(';', 1)[0] ?? '';
};
const post = (path: string, body: unknown, cookie = '', headers: Record<string, string> = {}) =>
  rig.send('POST', `/api/v1${path}`, {
    body,
    headers: { ...(cookie && { cookie }), ...headers },
  });
const get = (path: string, cookie: string, role?: string) =>
  rig.send('GET', `/api/v1${path}`, {
    headers: { cookie, ...(role && { 'tingxu-role': role }) },
  });
const signIn = async (staff: string, passphrase: string, cookie = ''): Promise<string> => {
  const reply = await post('/sign-in', { staff, passphrase }, cookie);
  expect([reply.status, reply.text]).toEqual([200, expect.any(String)]);
  return cookieOf(reply);
};

let admin = '';
const newTeller = async (staff: string, halls: string[] | null = ['demo']): Promise<string> => {
  const roles = ['teller'];
  const made = await post('/accounts', { staff, passphrase: FIRST, roles, halls }, admin);
  expect(made.status).toBe(201);
  const first = await signIn(staff, FIRST);
  const reply = await post('/me/passphrase', { passphrase: FIRST, next: NEXT }, first);
  expect(reply.status).toBe(200);
  return cookieOf(reply);
};

describe('set-up', () => {
  it('AUTH-16 is all that answers before it, beside health and pages', async () => {
    await rig.app.ready();
    const answers: Record<string, string> = {};
    for (const { method, url, config } of rig.routes) {
      if (method === 'HEAD' || !url.startsWith('/api/v1')) continue;
      const path = url.replaceAll(/:\w+/g, '1');
      const { json } = await rig.send(method === 'GET' ? 'GET' : 'POST', path, { body: {} });
      answers[String(config?.operation)] = String(json['code'] ?? 'answered');
    }
    const others = Object.entries(answers).filter(([, answer]) => answer !== 'not-set-up');
    expect(Object.fromEntries(others)).toEqual({ readMe: 'answered', setUp: 'validation-failed' });
    expect(Object.keys(answers).length).toBeGreaterThan(80);
    for (const path of ['/livez', '/api/openapi.json']) {
      expect([path, (await rig.send('GET', path)).status]).toEqual([path, 200]);
    }
    // The list of the screens leads to the set-up.
    expect((await rig.send('GET', '/')).status).toBe(302);
    const { json } = await rig.send('GET', '/api/v1/me');
    expect(json).toMatchObject({ staff: null, needsSetUp: true, demo: null });
  });

  it('AUTH-16 takes the code of the console only, and once', async () => {
    const wrong = await post('/set-up', { code: 'AAAA-AAAA-AAAA-AAAA', ...ADMIN });
    expect(wrong.json['code']).toBe('set-up-refused');
    const weak = await post('/set-up', { code, ...ADMIN, passphrase: 'password1234' });
    expect(weak.json['code']).toBe('passphrase-weak');
    const done = await post('/set-up', { code: code.toLowerCase(), ...ADMIN });
    expect(done.json).toMatchObject({
      staff: { staff: 'a77', roles: ['admin'] },
      needsSetUp: false,
    });
    admin = cookieOf(done);
    expect((await post('/set-up', { code, ...ADMIN })).json['code']).toBe('set-up-done');
  });
});

describe('a session', () => {
  it('AUTH-2 is a cookie that no script reads, and is known by its hash only', async () => {
    const reply = await post('/sign-in', ADMIN);
    const cookie = String([reply.headers['set-cookie']].flat()[0]);
    expect(cookie).toMatch(/^tingxu-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const { json } = await get('/me', cookieOf(reply));
    expect(json).toMatchObject({ staff: { staff: 'a77', locked: false, mustChange: false } });
  });

  it('AUTH-3 proves the person: the header names the role and nobody names another number', async () => {
    const cookie = await newTeller('t77');
    await rig.command('/day/open', { role: 'supervisor' });
    const headers = { cookie, 'tingxu-role': 'teller' };
    await newTeller('t99');
    const another = await rig.command('/counters/1/open', { headers, body: { staff: 't99' } });
    expect(another.json['code']).toBe('sign-in-for-other');
    const open = await rig.command('/counters/1/open', { headers, body: { staff: 't77' } });
    expect(open.status).toBe(200);
    const above = await rig.command('/day/close', {
      headers: { cookie, 'tingxu-role': 'supervisor' },
    });
    expect(above.json['code']).toBe('forbidden');
  });

  it('AUTH-4 a browser has one person at a time', async () => {
    const first = await newTeller('t78');
    const second = await newTeller('t79');
    const shared = await signIn('t79', NEXT, first);
    expect((await get('/me', first)).json['staff']).toBeNull();
    expect((await get('/me', shared)).json['staff']).toMatchObject({ staff: 't79' });
    expect((await get('/me', second)).json['staff']).toMatchObject({ staff: 't79' });
  });

  it('AUTH-7 is over after a shift, locked when nobody is there, and goes on when unlocked', async () => {
    const cookie = await newTeller('t80');
    const read = () => get('/halls/demo/devices', cookie);
    expect((await read()).status).toBe(200);
    rig.clock.advanceTo(rig.clock.now() + 11 * 60_000);
    expect((await read()).status).toBe(200);
    expect((await post('/session/active', {}, cookie)).status).toBe(200);
    rig.clock.advanceTo(rig.clock.now() + 12 * 60_000);
    expect((await read()).json['code']).toBe('session-locked');
    expect((await post('/session/active', {}, cookie)).json['code']).toBe('session-locked');
    expect((await get('/me', cookie)).json['staff']).toMatchObject({ locked: true });
    const wrong = await post('/session/unlock', { passphrase: FIRST }, cookie);
    expect(wrong.json['code']).toBe('sign-in-refused');
    expect((await post('/session/unlock', { passphrase: NEXT }, cookie)).status).toBe(200);
    expect((await read()).status).toBe(200);
    expect((await post('/session/lock', {}, cookie)).json['staff']).toMatchObject({ locked: true });
    expect((await read()).json['code']).toBe('session-locked');
    rig.clock.advanceTo(rig.clock.now() + 12 * 3_600_000);
    expect((await read()).json['code']).toBe('session-over');
  });
});

describe('guesses from elsewhere', () => {
  it('AUTH-9 keep nobody from unlocking the own screen, nor from the browser where they signed in before', async () => {
    admin = await signIn(ADMIN.staff, ADMIN.passphrase);
    const own = await newTeller('t70');
    const first = await post('/sign-in', { staff: 't70', passphrase: NEXT });
    const [, mark] = (first.headers['set-cookie'] as string[]).map((one) => one.split(';', 1)[0]);
    expect(mark).toMatch(/^tingxu-browser=/);
    const guess = (cookie = '') =>
      post('/sign-in', { staff: 't70', passphrase: 'a wrong one' }, cookie);
    for (let tries = 0; tries < 5; tries += 1) await guess();
    const right = { staff: 't70', passphrase: NEXT };
    expect((await post('/sign-in', right)).json['code']).toBe('sign-in-held-off');
    await post('/session/lock', {}, own);
    expect((await post('/session/unlock', { passphrase: NEXT }, own)).status).toBe(200);
    expect((await post('/sign-in', right, mark)).status).toBe(200);
    // The mark is of that account, and counts what is guessed with it.
    const other = { staff: ADMIN.staff, passphrase: 'a wrong one' };
    for (let tries = 0; tries < 5; tries += 1) await guess(mark);
    expect((await post('/sign-in', right, mark)).json['code']).toBe('sign-in-held-off');
    for (let tries = 0; tries < 5; tries += 1) await post('/sign-in', other, mark);
    expect((await post('/sign-in', other)).json['code']).toBe('sign-in-held-off');
    await post(`/accounts/${ADMIN.staff}/lift`, {}, admin);
  });
});

describe('accounts', () => {
  beforeAll(async () => {
    admin = await signIn(ADMIN.staff, ADMIN.passphrase);
  });
  const change = (staff: string, body: unknown, cookie = admin) =>
    post(`/accounts/${staff}`, body, cookie);

  it('AUTH-5 end at the halls that they were given for', async () => {
    const cookie = await newTeller('t81');
    expect((await get('/halls/demo/devices', cookie)).status).toBe(200);
    expect((await get('/halls/other/devices', cookie)).json['code']).toBe('forbidden');
    const body = { staff: 't82', passphrase: FIRST, roles: ['teller'], halls: ['other'] };
    expect((await post('/accounts', body, admin)).json['code']).toBe('forbidden');
  });

  it('AUTH-6 whoever is disabled, loses a role or gets another passphrase is out at once', async () => {
    const cases = [
      ['', { disabled: true }],
      ['', { roles: ['lobby'] }],
      ['/passphrase', { passphrase: FIRST }],
      ['/end-sessions', {}],
    ] as const;
    for (const [index, [path, body]] of cases.entries()) {
      const staff = `t9${index}`;
      const cookie = await newTeller(staff);
      expect((await post(`/accounts/${staff}${path}`, body, admin)).status).toBe(200);
      expect((await get('/halls/demo/devices', cookie)).json['code']).toBe('session-over');
    }
    const refusedNow = await post('/sign-in', { staff: 't90', passphrase: NEXT });
    expect(refusedNow.json['code']).toBe('sign-in-refused');
  });

  it('AUTH-10 a passphrase that somebody else gave opens nothing but the choice of another', async () => {
    const cookie = await newTeller('t83');
    await post('/accounts/t83/passphrase', { passphrase: FIRST }, admin);
    expect((await get('/me', cookie)).json['staff']).toBeNull();
    const given = await signIn('t83', FIRST);
    const blocked = await get('/halls/demo/devices', given);
    expect(blocked.json['code']).toBe('must-change-passphrase');
    const same = await post('/me/passphrase', { passphrase: FIRST, next: FIRST }, given);
    expect(same.json['code']).toBe('passphrase-weak');
  });

  it('AUTH-21 have a passphrase where staff sign in by nothing else', async () => {
    const body = { staff: 't89', roles: ['admin'], halls: null };
    const { json } = await post('/accounts', body, admin);
    expect([json['code'], JSON.stringify(json['errors'])]).toEqual([
      'validation-failed',
      expect.stringContaining('body/passphrase'),
    ]);
    expect((await post('/accounts', { ...body, passphrase: FIRST }, admin)).status).toBe(201);
    expect((await change('t89', { disabled: true })).status).toBe(200);
  });

  it('AUTH-11 are looked after by admins of their halls, of whom one of all halls remains', async () => {
    expect((await change('a77', { disabled: true })).json['code']).toBe('last-admin');
    expect((await change('a77', { roles: ['teller'] })).json['code']).toBe('last-admin');
    await newTeller('t84', null);
    const body = { staff: 'a78', passphrase: FIRST, roles: ['admin'], halls: ['demo'] };
    expect((await post('/accounts', body, admin)).status).toBe(201);
    const first = await signIn('a78', FIRST);
    const chosen = await post('/me/passphrase', { passphrase: FIRST, next: NEXT }, first);
    const branch = cookieOf(chosen);
    expect((await change('t84', { disabled: true }, branch)).json['code']).toBe('account-unknown');
    expect((await change('t81', { halls: null }, branch)).json['code']).toBe('forbidden');
    expect((await change('t81', { roles: ['lobby'] }, branch)).status).toBe(200);
    const { json } = await get('/accounts', branch);
    const told = json['accounts'] as { staff: string; halls: unknown }[];
    expect(told.every(({ halls }) => JSON.stringify(halls) === '["demo"]')).toBe(true);
  });

  it('AUTH-9 a manager lets somebody try again', async () => {
    await newTeller('t85');
    for (let i = 0; i < 5; i += 1) await post('/sign-in', { staff: 't85', passphrase: 'wrong' });
    const held = await post('/sign-in', { staff: 't85', passphrase: NEXT });
    expect(held.json).toMatchObject({ code: 'sign-in-held-off', retryAfterSeconds: 30 });
    expect(held.headers['retry-after']).toBe('30');
    expect((await post('/accounts/t85/lift', {}, admin)).status).toBe(200);
    await signIn('t85', NEXT);
  });
});
