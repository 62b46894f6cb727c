import { HallConfig } from '@tingxu/contract/config';
import { BusinessDay, CommandId } from '@tingxu/contract/ids';
import { Problem } from '@tingxu/contract/problem';
import {
  CounterReply,
  DayReply,
  HallDetail,
  HallList,
  IssueReply,
  TicketDetail,
  TicketReply,
} from '@tingxu/contract/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig, type Reply } from './testing/http-rig.ts';

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig();
});
afterEach(() => rig.close());

const problem = (reply: Reply): Problem => {
  expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
  const body = Problem.parse(reply.json);
  expect(body.status).toBe(reply.status);
  expect(body.type).toBe(`/api/docs/errors#${body.code}`);
  return body;
};

const issue = async (more: object = {}) => {
  const reply = await rig.command('/tickets', {
    role: 'kiosk',
    body: { service: 'cash' },
    ...more,
  });
  return { reply, ...IssueReply.parse(reply.json) };
};

describe('a day over HTTP', () => {
  it('runs from opening to served and closed, each answer by its schema', async () => {
    const opened = await rig.command('/day/open', { role: 'supervisor' });
    expect(DayReply.parse(opened.json).hall).toMatchObject({
      businessDay: '2026-11-23',
      open: true,
    });
    const counter = await rig.command('/counters/1/open', {
      role: 'teller',
      body: { staff: 't01' },
    });
    expect(CounterReply.parse(counter.json).counter).toMatchObject({ state: 'open', staff: 't01' });

    const { reply, ticket, ahead, worstPosition, wait } = await issue();
    expect(reply.status).toBe(201);
    expect(reply.headers['location']).toBe(`/api/v1/halls/demo/tickets/${ticket.id}`);
    expect(ticket).toMatchObject({
      number: 'A001',
      state: 'waiting',
      lane: 'normal',
      endedAt: null,
    });
    expect(ticket.issuedAt).toBe('2026-11-23T09:00:00.000+08:00');
    expect({ ahead, worst: (worstPosition ?? 0) > 0, wait: wait !== null }).toEqual({
      ahead: 0,
      worst: true,
      wait: true,
    });

    const outlookFor = async (role: string) =>
      TicketDetail.parse((await rig.send('GET', '/api/v1/halls/demo/tickets/A001', { role })).json)
        .outlook;
    expect(await outlookFor('lobby')).toEqual({ ahead, worstPosition, wait });
    expect(await outlookFor('kiosk')).toBeUndefined();

    rig.clock.advanceTo(rig.clock.now() + 60_000);
    const called = CounterReply.parse(
      (await rig.command('/counters/1/call-next', { role: 'teller' })).json,
    );
    expect(called).toMatchObject({
      counter: { state: 'calling' },
      ticket: { id: ticket.id, counter: '1' },
    });
    const started = await rig.command('/tickets/A001/start', {
      role: 'teller',
      body: { counter: '1' },
    });
    expect(TicketReply.parse(started.json).ticket.state).toBe('serving');
    rig.clock.advanceTo(rig.clock.now() + 180_000);
    const finished = await rig.command(`/tickets/${ticket.id}/finish`, {
      role: 'teller',
      body: { counter: '1' },
    });
    expect(TicketReply.parse(finished.json).ticket).toMatchObject({
      state: 'ended',
      endReason: 'served',
      endedAt: '2026-11-23T09:04:00.000+08:00',
      counter: '1',
    });
    for (const verb of ['pause', 'resume', 'close']) {
      const body = verb === 'pause' ? { reason: 'break' } : {};
      const answer = await rig.command(`/counters/1/${verb}`, { role: 'teller', body });
      expect([verb, answer.status, CounterReply.parse(answer.json).ticket]).toEqual([
        verb,
        200,
        null,
      ]);
    }
    const closed = await rig.command('/day/close', {
      role: 'supervisor',
      body: { remaining: 'refuse' },
    });
    expect(DayReply.parse(closed.json).hall).toMatchObject({
      businessDay: '2026-11-23',
      open: false,
    });
  });

  it('tells a missed ticket, its return and its cancelling', async () => {
    await openHallDay(rig);
    await issue();
    await rig.command('/counters/1/call-next', { role: 'teller' });
    const early = await rig.command('/tickets/A001/miss', {
      role: 'teller',
      body: { counter: '1' },
    });
    expect(problem(early)).toMatchObject({
      code: 'miss-too-early',
      state: '1/2',
      retryAfterSeconds: 20,
    });
    expect(early.headers['retry-after']).toBe('20');
    rig.clock.advanceTo(rig.clock.now() + 20_000);
    await rig.command('/tickets/A001/recall', { role: 'teller', body: { counter: '1' } });
    rig.clock.advanceTo(rig.clock.now() + 20_000);
    const missed = await rig.command('/tickets/A001/miss', {
      role: 'teller',
      body: { counter: '1' },
    });
    expect(TicketReply.parse(missed.json)).toMatchObject({
      ticket: { state: 'missed', counter: null },
    });
    expect(missed.json).not.toHaveProperty('back');
    const back = await rig.command('/tickets/A001/return', { role: 'kiosk' });
    expect(TicketReply.parse(back.json)).toMatchObject({
      ticket: { state: 'waiting' },
      back: { place: 'after-calls', hold: 3, ahead: 0 },
    });
    const cancelled = await rig.command('/tickets/A001/cancel', {
      role: 'lobby',
      body: { reason: 'removed-by-staff' },
    });
    expect(TicketReply.parse(cancelled.json).ticket).toMatchObject({
      state: 'ended',
      endReason: 'removed-by-staff',
    });
  });
});

describe('reading', () => {
  beforeEach(async () => {
    await openHallDay(rig);
    await issue();
    await rig.command('/counters/1/call-next', { role: 'teller' });
  });

  it('lists the halls for anybody', async () => {
    const reply = await rig.send('GET', '/api/v1/halls');
    expect(HallList.parse(reply.json).halls).toHaveLength(1);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it('gives staff of a hall to staff only', async () => {
    const open = HallDetail.parse((await rig.send('GET', '/api/v1/halls/demo')).json);
    expect(open.counters[0]).toMatchObject({ state: 'calling', staff: null, ticket: null });
    const inside = await rig.send('GET', '/api/v1/halls/demo', { role: 'supervisor' });
    expect(HallDetail.parse(inside.json).counters[0]).toMatchObject({ staff: 't01' });
    expect(open.lanes.map((lane) => lane.id)).toEqual(['vip', 'elderly', 'normal']);
  });

  it('gives the whole trail of a ticket to staff, and no name to a kiosk', async () => {
    const inside = await rig.send('GET', '/api/v1/halls/demo/tickets/A001', { role: 'lobby' });
    const detail = TicketDetail.parse(inside.json);
    expect(detail.legs[0]?.calls[0]).toMatchObject({
      attempt: 1,
      staff: 't01',
      policy: 'weighted-delay',
      ruleVersion: expect.any(Number),
      protectedBy: null,
      chosen: null,
    });
    expect(detail.trail.map((entry) => entry.type)).toEqual(['TicketIssued', 'TicketCalled']);
    expect(detail.trail[0]?.by).toEqual({ role: 'kiosk' });
    const kiosk = await rig.send('GET', '/api/v1/halls/demo/tickets/A001', { role: 'kiosk' });
    expect(TicketDetail.parse(kiosk.json)).toMatchObject({ trail: [], legs: [{ calls: [] }] });
    expect(kiosk.text).not.toContain('t01');
  });

  it('says in the ticket’s own words what the command said', async () => {
    const started = await rig.command('/tickets/A001/start', {
      role: 'teller',
      body: { counter: '1' },
    });
    const read = await rig.send('GET', '/api/v1/halls/demo/tickets/A001', { role: 'teller' });
    expect(TicketDetail.parse(read.json).ticket).toEqual(TicketReply.parse(started.json).ticket);
    const finished = await rig.command('/tickets/A001/finish', {
      role: 'teller',
      body: { counter: '1' },
    });
    const ended = await rig.send('GET', '/api/v1/halls/demo/tickets/A001', { role: 'teller' });
    expect(TicketDetail.parse(ended.json).ticket).toEqual(TicketReply.parse(finished.json).ticket);
  });

  it('knows neither strange tickets nor strange halls', async () => {
    for (const ref of ['A999', '20261123-9999']) {
      const reply = await rig.send('GET', `/api/v1/halls/demo/tickets/${ref}`, { role: 'lobby' });
      expect(problem(reply).code).toBe('ticket-unknown');
    }
    expect(problem(await rig.send('GET', '/api/v1/halls/other')).code).toBe('hall-unknown');
  });
});

describe('idempotency', () => {
  beforeEach(() => openHallDay(rig));

  it('answers the same key byte for byte, says so, and does it once', async () => {
    const key = 'same-key-1';
    const first = await issue({ key });
    const again = await issue({ key });
    expect(again.reply.text).toBe(first.reply.text);
    expect(again.reply.status).toBe(201);
    expect(again.reply.headers['idempotency-replayed']).toBe('true');
    expect(first.reply.headers['idempotency-replayed']).toBeUndefined();
    expect(again.reply.headers['location']).toBe(first.reply.headers['location']);
    expect(rig.hall.runtime.state().issued).toBe(1);
  });

  it('JRN-4 the keys under which the server acts are nobody else’s', async () => {
    const sent = await rig.command('/tickets', {
      ...{ role: 'kiosk', key: 'system:deadline:7', body: { service: 'cash' } },
    });
    expect(sent.json['code']).toBe('validation-failed');
  });

  it('JRN-4 knows a request again by what was sent, whatever clock and settings say by then', async () => {
    const opening = { role: 'supervisor', key: 'open-the-day', body: {} };
    const opened = await rig.command('/day/open', opening);
    const taken = await issue({ key: 'lane-by-default' });
    // The next day, with another lane for whoever names none.
    rig.clock.advanceTo(rig.clock.now() + 24 * 3_600_000);
    const business = BusinessDay.parse('2026-11-24');
    const config = HallConfig.parse({ ...rig.hall.config, defaultLane: 'elderly' });
    for (const command of [
      { type: 'ChangeConfiguration', config, when: 'next-day', basedOn: 1 } as const,
      { type: 'CloseDay', remaining: 'end-remaining' } as const,
      { type: 'OpenDay', businessDay: business, config } as const,
    ]) {
      const id = CommandId.parse(`test-${command.type}`);
      const render = () => ({ status: 200, body: '' });
      await rig.hall.runtime.submit({ id, actor: { role: 'system' }, command }, render);
    }
    expect(rig.hall.runtime.state().day?.config.defaultLane).toBe('elderly');
    const openedAgain = await rig.command('/day/open', opening);
    expect([openedAgain.status, openedAgain.text]).toEqual([opened.status, opened.text]);
    const takenAgain = await issue({ key: 'lane-by-default' });
    expect(takenAgain.reply.text).toBe(taken.reply.text);
    const named = { service: 'cash', lane: 'normal' };
    const other = await rig.command('/tickets', {
      role: 'kiosk',
      key: 'lane-by-default',
      body: named,
    });
    expect(problem(other).code).toBe('idempotency-key-reused');
  });

  it('repeats a refusal too, with its headers', async () => {
    await issue();
    await rig.command('/counters/1/call-next', { role: 'teller' });
    const send = { role: 'teller', key: 'same-key-2', body: { counter: '1' } };
    const first = await rig.command('/tickets/A001/miss', send);
    rig.clock.advanceTo(rig.clock.now() + 10_000);
    const again = await rig.command('/tickets/A001/miss', send);
    expect(again.text).toBe(first.text);
    expect(again.headers['retry-after']).toBe(first.headers['retry-after']);
    expect(again.headers['content-type']).toBe(first.headers['content-type']);
  });

  it('refuses a key that was used for something else, and a request without one', async () => {
    await issue({ key: 'same-key-3' });
    const other = await rig.command('/tickets', {
      role: 'kiosk',
      key: 'same-key-3',
      body: { service: 'loans' },
    });
    expect(problem(other).code).toBe('idempotency-key-reused');
    const none = await rig.command('/tickets', {
      role: 'kiosk',
      key: null,
      body: { service: 'cash' },
    });
    expect(problem(none)).toEqual({
      type: '/api/docs/errors#idempotency-key-missing',
      title: 'The Idempotency-Key header is missing',
      status: 400,
      code: 'idempotency-key-missing',
    });
    const short = await rig.command('/tickets', {
      role: 'kiosk',
      key: 'short',
      body: { service: 'cash' },
    });
    expect(problem(short).errors?.[0]?.path).toBe('headers/idempotency-key');
  });
});

describe('refusals', () => {
  it('says which fields are wrong and why', async () => {
    const reply = await rig.command('/tickets', { role: 'kiosk', body: { service: 5, extra: 1 } });
    expect(problem(reply)).toMatchObject({
      code: 'validation-failed',
      errors: [
        { path: 'body/service', message: 'Invalid input: expected string, received number' },
        { path: 'body', message: 'Unrecognized key: "extra"' },
      ],
    });
  });

  it('passes the hall’s own refusals on', async () => {
    const early = await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });
    expect(problem(early).code).toBe('day-not-open');
    await openHallDay(rig);
    const vip = await rig.command('/tickets', {
      role: 'kiosk',
      body: { service: 'wealth', lane: 'vip' },
    });
    expect(problem(vip).code).toBe('lane-needs-staff');
    const byStaff = await rig.command('/tickets', {
      role: 'lobby',
      body: { service: 'wealth', lane: 'vip' },
    });
    expect(IssueReply.parse(byStaff.json).ticket.number).toBe('V001');
    const nobody = await rig.command('/counters/2/call-next', { role: 'teller' });
    expect(problem(nobody).code).toBe('counter-closed');
  });

  it('tells roles apart: nobody, the wrong one, a nameless one, an impossible one', async () => {
    const body = { service: 'cash' };
    expect(problem(await rig.command('/tickets', { body })).code).toBe('unauthenticated');
    expect(problem(await rig.command('/tickets', { role: 'teller', body })).code).toBe('forbidden');
    const nameless = await rig.command('/day/open', { role: 'supervisor', staff: '' });
    expect(problem(nameless).code).toBe('unauthenticated');
    for (const role of ['system', 'root', '__proto__', 'constructor', '']) {
      expect(problem(await rig.command('/tickets', { role, body })).code).toBe('validation-failed');
    }
  });

  it('takes only JSON of a sensible size and shape', async () => {
    const send = (body: string, headers: Record<string, string> = {}) =>
      rig.command('/tickets', { role: 'kiosk', body, headers });
    expect(problem(await send('{"service":')).code).toBe('malformed-request');
    expect(problem(await send('{"__proto__":{"service":"cash"}}')).code).toBe('malformed-request');
    expect(problem(await send('{"constructor":{"prototype":1}}')).code).toBe('malformed-request');
    expect(problem(await send('service=cash', { 'content-type': 'text/plain' })).code).toBe(
      'unsupported-media-type',
    );
    expect(problem(await send(`"${'a'.repeat(17_000)}"`)).code).toBe('payload-too-large');
    expect(problem(await send('['.repeat(8_000))).code).toBe('malformed-request');
    expect(problem(await send('null')).code).toBe('validation-failed');
    expect(problem(await send('[]')).code).toBe('validation-failed');
    expect(problem(await send('')).code).toBe('validation-failed');
  });

  it('knows the methods of each path', async () => {
    const wrong = await rig.send('DELETE', '/api/v1/halls/demo/tickets/A001');
    expect(problem(wrong).code).toBe('method-not-allowed');
    expect(wrong.headers['allow']).toBe('GET, HEAD');
    const put = await rig.send('PUT', '/api/v1/halls/demo/day/open', {
      body: '<x/>',
      headers: { 'content-type': 'text/xml' },
    });
    expect(put.headers['allow']).toBe('POST');
    for (const path of ['/api', '/api/v1', '/api/v1/halls/demo/nothing', '/nowhere']) {
      expect(problem(await rig.send('GET', path)).code).toBe('route-unknown');
    }
  });

  it('tells a defect without detail, and logs it with the id of the request', async () => {
    rig.hall.journal.close();
    const reply = await rig.send('GET', '/api/v1/halls/demo/tickets/A001', { role: 'lobby' });
    expect(problem(reply)).toEqual({
      type: '/api/docs/errors#internal-error',
      title: 'The server made an error',
      status: 500,
      code: 'internal-error',
    });
    expect(rig.logged).toEqual([
      expect.objectContaining({
        level: 'error',
        about: expect.objectContaining({
          requestId: reply.headers['tingxu-request-id'],
          method: 'GET',
        }),
      }),
    ]);
  });

  it('refuses everything while it stops, and says to come back', async () => {
    rig.stopping = true;
    const reply = await rig.send('GET', '/api/v1/halls');
    expect(problem(reply).code).toBe('server-stopping');
    expect([reply.headers['retry-after'], reply.headers['connection']]).toEqual(['2', 'close']);
  });

  it('passes a halted hall on as temporary', async () => {
    await rig.hall.runtime.stop();
    const reply = await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });
    expect(problem(reply)).toMatchObject({ code: 'server-stopping', status: 503 });
  });
});

describe('the limit per device', () => {
  it('counts those together who prove nothing, whatever they call themselves', async () => {
    const limited = await openHttpRig({ rateLimitPerMinute: 3 });
    const as = (role: string) =>
      limited.send('GET', '/api/v1/halls', { headers: { 'tingxu-role': role } });
    for (const role of ['board', 'kiosk', 'teller']) expect((await as(role)).status).toBe(200);
    expect((await as('supervisor')).status).toBe(429);
    await limited.close();
  });

  it('stops a runaway device and nobody else', async () => {
    const limited = await openHttpRig({ rateLimitPerMinute: 3 });
    const ask = (role: string) => limited.send('GET', '/api/v1/halls', { role });
    for (let count = 0; count < 3; count += 1) expect((await ask('kiosk')).status).toBe(200);
    const stopped = await ask('kiosk');
    expect(problem(stopped)).toMatchObject({ code: 'too-many-requests' });
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('board')).status).toBe(200);
    expect((await limited.send('GET', '/livez')).status).toBe(200);
    await limited.close();
  });

  it('counts what is refused as well, and stops nobody behind that address who comes in rightly', async () => {
    const limited = await openHttpRig({ rateLimitPerMinute: 3 });
    await openHallDay(limited);
    const post = (path: string, headers: Record<string, string>) =>
      limited.command(path, { body: {}, headers });
    const guessed = (nth: number) => ({ 'tingxu-role': 'phone', 'tingxu-link': `guess-${nth}` });
    const token = { authorization: `Bearer ${'A'.repeat(43)}`, 'tingxu-role': 'teller' };
    const tries: Record<string, (nth: number) => Promise<Reply>> = {
      'link-unknown': (nth) => post('/tickets/20261123-0001/return', guessed(nth)),
      'session-over': () => post('/counters/1/call-next', token),
    };
    for (const [code, ask] of Object.entries(tries)) {
      const codes = [];
      for (let nth = 1; nth <= 5; nth += 1) codes.push((await ask(nth)).json['code']);
      expect(codes).toEqual([code, code, code, 'too-many-requests', 'too-many-requests']);
    }
    const { json } = await limited.command('/tickets', {
      role: 'kiosk',
      body: { service: 'cash' },
    });
    const { id } = json['ticket'] as { id: string };
    const link = limited.links.linkOf(limited.hall.config.hall, id as never);
    const headers = { 'tingxu-role': 'phone', 'tingxu-link': link };
    const body = { reason: 'cancelled-by-customer' };
    expect((await limited.command(`/tickets/${id}/cancel`, { headers, body })).status).toBe(200);
    expect((await limited.send('GET', '/api/v1/me')).status).toBe(200);
    expect((await limited.command('/counters/1/call-next', { role: 'teller' })).status).toBe(409);
    await limited.close();
  });
});

describe('health', () => {
  it('is alive and ready, and names what is not', async () => {
    expect((await rig.send('GET', '/livez')).json).toEqual({ status: 'ok', checks: [] });
    const ready = await rig.send('GET', '/readyz');
    expect(ready.status).toBe(200);
    expect(ready.json['checks']).toMatchObject([
      { name: 'hall demo', ok: true, detail: 'running' },
      { name: 'commits demo', ok: true },
      { name: 'journal demo', ok: true, detail: expect.stringContaining('synchronous=FULL') },
      { name: 'schema demo', ok: true },
    ]);
    const ill = await openHttpRig({
      serverChecks: () => [{ name: 'disk write', ok: false, detail: 'EIO' }],
    });
    const reply = await ill.send('GET', '/readyz');
    expect([reply.status, reply.json['status']]).toEqual([503, 'failing']);
    expect((await ill.send('GET', '/livez')).status).toBe(200);
    await ill.close();
  });
});
