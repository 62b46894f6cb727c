import type { HallConfig } from '@tingxu/contract/config';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configurationSchema } from '../configuration/json-schema.ts';
import { demoHall } from '../demo/demo-hall.ts';
import { freshKey, type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig();
});
afterEach(() => rig.close());

const PATH = '/api/v1/halls/demo/configuration';
const supervisor = { role: 'supervisor' } as const;

const read = async () => (await rig.send('GET', PATH, supervisor)).json;
const post = (path: string, body: object) =>
  rig.command(`/configuration${path}`, { ...supervisor, body });

/** The demo hall with some members replaced. */
const other = (more: Partial<HallConfig>): HallConfig => ({ ...demoHall(), ...more });
const withoutCounter = (id: string) =>
  other({ counters: demoHall().counters.filter((counter) => counter.id !== id) });
const fifo = other({ policy: { kind: 'fifo', passOverPermille: 1_500 } });

const textsOf = (rows: unknown): string[] =>
  (rows as { text: { en: string } }[]).map(({ text }) => text.en);

describe('reading the configuration', () => {
  it('CONF-1 tells the file before the first day, and version 1 after it', async () => {
    expect(await read()).toMatchObject({ version: 0, latest: 0, plan: null });
    await openHallDay(rig);
    const reply = await rig.send('GET', PATH, supervisor);
    expect(reply.json).toMatchObject({ version: 1, latest: 1, config: demoHall() });
    expect(reply.headers['etag']).toBe('"1"');
  });

  it.each(['yaml', 'json'])('exports a %s file that can be imported again', async (format) => {
    await openHallDay(rig);
    const reply = await rig.send('GET', `${PATH}/export?format=${format}`, supervisor);
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="demo-configuration-1.${format}"`,
    );
    const preview = await post('/preview', { text: reply.text });
    expect(preview.json).toMatchObject({ basedOn: 1, changes: [], conflicts: [] });
    expect(preview.json['config']).toEqual(demoHall());
  });

  it('serves the JSON Schema for editors', async () => {
    const { text, headers } = await rig.send('GET', '/api/v1/configuration.schema.json');
    expect(headers['content-type']).toMatch('application/schema+json');
    expect(JSON.parse(text)).toEqual(configurationSchema());
  });
});

describe('a preview', () => {
  it('CONF-3 of a moment that has passed is refused, and says which', async () => {
    const past = '2026-11-23T08:59:00+08:00';
    const { status, json } = await post('/preview', { config: demoHall(), when: past });
    expect(status).toBe(409);
    expect(json).toMatchObject({ code: 'instant-passed', detail: expect.stringContaining(past) });
    const later = { config: demoHall(), when: '2026-11-23T23:00:00+08:00' };
    expect((await post('/preview', later)).status).toBe(200);
  });

  it('tells in words what would change, who is affected and what is in the way', async () => {
    await openHallDay(rig);
    await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });
    const lanes = demoHall().lanes.map((lane) =>
      lane.id === 'normal'
        ? { ...lane, promise: { targetMs: 1_200_000, sharePermille: 850 } }
        : lane,
    );
    const config = { ...withoutCounter('1'), lanes };
    const { status, json } = await post('/preview', { config });
    expect(status).toBe(200);
    expect(textsOf(json['changes'])).toEqual([
      'lane Standard, promise, target wait: 15 min → 20 min',
      'lane Standard, promise, share within the target: 80 % → 85 %',
      'no longer: counter 1',
    ]);
    expect(json['conflicts']).toMatchObject([{ kind: 'counter', id: '1', tickets: [] }]);
    expect(textsOf(json['conflicts'])).toEqual(['counter 1 is in service']);
    expect(json['affected']).toEqual({ tickets: 1, counters: ['1'], bookings: [] });
    expect((await read())['version']).toBe(1);
  });

  it('says where each mistake is', async () => {
    await openHallDay(rig);
    const lanes = demoHall().lanes.map((lane, i) =>
      i === 2 ? { ...lane, promise: { targetMs: 5, sharePermille: 800 } } : lane,
    );
    const { status, json } = await post('/preview', { config: other({ lanes }) });
    expect(status).toBe(400);
    expect(json['errors']).toMatchObject([{ path: 'lanes[2].promise.targetMs' }]);
    const text = 'hall: demo\nzone: Asia/Atlantis\n';
    const { json: ofText } = await post('/preview', { text });
    expect(ofText['errors']).toContainEqual({
      path: 'zone',
      message: 'line 2: not an IANA time zone',
      ...{ line: 2, fault: { kind: 'rule', rule: 'not an IANA time zone' } },
    });
    for (const body of [{}, { config: demoHall(), text }]) {
      expect((await post('/preview', body)).json['errors']).toMatchObject([{ path: 'body' }]);
    }
  });
});

describe('changing the configuration', () => {
  it('CONF-5 takes effect at once, and is what the hall tells', async () => {
    await openHallDay(rig);
    const { status, json } = await post('', { config: fifo, when: 'now', basedOn: 1 });
    expect([status, json['version']]).toEqual([200, 2]);
    expect(rig.hall.runtime.state().day?.config.policy.kind).toBe('fifo');
  });

  it('CONF-2 refuses whoever has not seen the newest version, with 412', async () => {
    await openHallDay(rig);
    await post('', { config: fifo, when: 'now', basedOn: 1 });
    const { status, json } = await post('', { config: demoHall(), when: 'now', basedOn: 1 });
    expect([status, json['code'], json['state']]).toEqual([412, 'configuration-stale', '2']);
  });

  it('CONF-2 the ETag in If-Match says which version was seen', async () => {
    await openHallDay(rig);
    const change = (etag: string, more: object = {}) =>
      rig.command('/configuration', {
        ...supervisor,
        headers: { 'if-match': etag },
        body: { config: fifo, when: 'now', ...more },
      });
    const seen = (await rig.send('GET', PATH, supervisor)).headers['etag'];
    expect(seen).toBe('"1"');
    const changed = await change('"1"');
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"2"']);
    const stale = await change('"1"');
    expect([stale.status, stale.json['code']]).toEqual([412, 'configuration-stale']);
    for (const [etag, more] of [
      ['"2"', { basedOn: 1 }],
      ['2', {}],
      ['*', {}],
    ] as const) {
      expect((await change(etag, more)).json['code']).toBe('validation-failed');
    }
    expect((await post('', { config: fifo, when: 'now' })).json['code']).toBe('validation-failed');
    const planned = await post('', { config: fifo, when: 'next-day', basedOn: 2 });
    expect(planned.headers['etag']).toBe('"3"');
    const headers = { 'if-match': '"3"' };
    const withdrawn = await rig.command('/configuration/withdraw', {
      ...{ ...supervisor, headers, body: {} },
    });
    expect([withdrawn.status, withdrawn.json['plan']]).toEqual([200, null]);
  });

  it('CONF-4 refuses with the list what would lose something live', async () => {
    await openHallDay(rig);
    const config = withoutCounter('1');
    const { status, json } = await post('', { config, when: 'now', basedOn: 1 });
    expect([status, json['code']]).toEqual([409, 'configuration-conflict']);
    expect(json['conflicts']).toEqual([{ kind: 'counter', id: '1', tickets: [] }]);
  });

  it('CONF-3 a plan comes at its instant, and may be withdrawn before', async () => {
    await openHallDay(rig);
    const when = '2026-11-23T09:30:00.000+08:00';
    const planned = await post('', { config: fifo, when, basedOn: 1 });
    expect(planned.json).toMatchObject({ version: 1, latest: 2, plan: { version: 2, when } });
    const withdrawn = await post('/withdraw', { basedOn: 2 });
    expect(withdrawn.json).toMatchObject({ version: 1, latest: 3, plan: null });
    await post('', { config: fifo, when, basedOn: 3 });
    rig.clock.advanceTo(Date.parse(when));
    await new Promise((resolve) => setImmediate(resolve));
    expect(await read()).toMatchObject({ version: 4, latest: 4, plan: null, config: fifo });
  });

  it('a large configuration is not too large', async () => {
    await openHallDay(rig);
    const counters = Array.from({ length: 200 }, (_, i) => ({
      ...{ id: String(i + 1), label: String(i + 1) },
      skills: demoHall().services.map(({ id }) => id),
    }));
    const body = { config: { ...demoHall(), counters }, when: 'now', basedOn: 1 };
    expect(JSON.stringify(body).length).toBeGreaterThan(16 * 1024);
    expect((await post('', body)).status).toBe(200);
  });

  it('JRN-4 the same key changes it once', async () => {
    await openHallDay(rig);
    const key = freshKey();
    const send = { ...supervisor, key, body: { config: fifo, when: 'now', basedOn: 1 } };
    const first = await rig.command('/configuration', send);
    const again = await rig.command('/configuration', send);
    expect(again.text).toBe(first.text);
    expect((await read())['latest']).toBe(2);
  });

  it('before the first day the file is changed instead', async () => {
    const { json } = await post('', { config: fifo, when: 'now', basedOn: 0 });
    expect(json['code']).toBe('configuration-in-file');
  });
});

it('CONF-1 the history tells who did what, newest first', async () => {
  await openHallDay(rig);
  await post('', { config: fifo, when: 'now', basedOn: 1 });
  await post('', { config: demoHall(), when: 'next-day', basedOn: 2 });
  await post('', { config: withoutCounter('6'), when: 'now', basedOn: 3 });
  const { json } = await rig.send('GET', `${PATH}/history`, supervisor);
  const entries = json['entries'] as Record<string, unknown>[];
  expect(entries.map(({ version, what }) => [version, what])).toEqual([
    [5, 'changed'],
    [3, 'withdrawn'],
    [3, 'planned'],
    [2, 'changed'],
  ]);
  expect(entries[0]?.['by']).toEqual({ role: 'supervisor', staff: 's01' });
  expect(textsOf(entries[3]?.['changes'])).toEqual([
    'calling rule, rule: Weighted delay → First come, first served',
  ]);
  expect(textsOf(entries[2]?.['changes'])).toEqual([
    'calling rule, rule: First come, first served → Weighted delay',
  ]);
});

it('CONF-1 every version that the history tells can be read as it was', async () => {
  await openHallDay(rig);
  await post('', { config: fifo, when: 'now', basedOn: 1 });
  await post('', { config: withoutCounter('6'), when: 'next-day', basedOn: 2 });
  const version = (number: number) => rig.send('GET', `${PATH}/versions/${number}`, supervisor);
  expect((await version(1)).json).toEqual({ hall: 'demo', version: 1, config: demoHall() });
  expect((await version(2)).json['config']).toEqual(fifo);
  expect((await version(3)).json['config']).toEqual(withoutCounter('6'));
  const unknown = await version(4);
  expect([unknown.status, unknown.json['code']]).toEqual([404, 'version-unknown']);
});

describe('posted hours', () => {
  const WEEK = { mon: [{ from: '09:00', to: '17:00' }] };
  const closing = (to: string) => other({ hours: { week: { mon: [{ from: '08:30', to }] } } });
  const take = async () =>
    (await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } })).json['code'];

  it('HOURS-11 changed at once or at an instant of today, they are those of today', async () => {
    await rig.close();
    rig = await openHttpRig({ config: other({ hours: { week: WEEK } }) });
    await openHallDay(rig);
    expect(await take()).toBeUndefined();
    await post('', { config: closing('09:00'), when: 'now', basedOn: 1 });
    expect(await take()).toBe('issuing-over');
    await post('', { config: closing('12:00'), when: 'now', basedOn: 2 });
    expect(await take()).toBeUndefined();
    const when = '2026-11-23T10:00:00+08:00';
    await post('', { config: closing('10:00'), when, basedOn: 3 });
    expect(await take()).toBeUndefined();
    rig.clock.advanceTo(Date.parse(when));
    await new Promise((resolve) => setImmediate(resolve));
    expect(await take()).toBe('issuing-over');
  });
});
