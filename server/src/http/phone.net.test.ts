/** What the holder of a ticket's link may do over REST. */
import { IssueReply, TicketReply } from '@tingxu/contract/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig();
  await openHallDay(rig);
});
afterEach(() => rig.close());

const take = async () =>
  IssueReply.parse(
    (await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } })).json,
  );
const phone = (ticket: string, verb: string, link: string | null, body: object = {}) =>
  rig.command(`/tickets/${ticket}/${verb}`, {
    role: 'phone',
    body,
    ...(link !== null && { headers: { 'tingxu-link': link } }),
  });
const GIVE_UP = { reason: 'cancelled-by-customer' };

describe('a phone', () => {
  it('LINK-1, END-5 gives its own ticket up', async () => {
    const { ticket, link } = await take();
    const reply = await phone(ticket.id, 'cancel', link, GIVE_UP);
    expect(TicketReply.parse(reply.json).ticket).toMatchObject({
      state: 'ended',
      endReason: 'cancelled-by-customer',
    });
  });

  it('LINK-1, MISS-9 brings its missed ticket back', async () => {
    const { ticket, link } = await take();
    await rig.command('/counters/1/call-next', { role: 'teller' });
    const early = { counter: '1', reason: 'looked-for' };
    await rig.command(`/tickets/${ticket.id}/miss-early`, { role: 'lobby', body: early });
    const back = TicketReply.parse((await phone(ticket.id, 'return', link)).json);
    expect(back.ticket.state).toBe('waiting');
  });

  it('LINK-1 has no hand on any other ticket, and none without its link', async () => {
    const [mine, theirs] = [await take(), await take()];
    const refusals = [
      [theirs.ticket.id, mine.link, 403, 'forbidden'],
      [mine.ticket.number, mine.link, 403, 'forbidden'],
      [mine.ticket.id, null, 401, 'unauthenticated'],
      [mine.ticket.id, `${mine.link.slice(0, -22)}${'A'.repeat(22)}`, 404, 'link-unknown'],
      [mine.ticket.id, '__proto__', 404, 'link-unknown'],
    ] as const;
    for (const [ticket, link, status, code] of refusals) {
      const reply = await phone(ticket, 'cancel', link, GIVE_UP);
      expect([reply.status, reply.json['code']], `${ticket} ${link}`).toEqual([status, code]);
    }
    const read = await rig.send('GET', `/api/v1/halls/demo/tickets/${mine.ticket.id}`, {
      role: 'phone',
      headers: { 'tingxu-link': mine.link },
    });
    expect(read.status).toBe(403);
  });

  it('LINK-1 is told of too many after ten links that nobody was given, and a right one still opens its ticket', async () => {
    const { ticket, link } = await take();
    const codes: unknown[] = [];
    for (let n = 0; n < 12; n += 1) {
      const guess = `${link.slice(0, -22)}${String(n).padStart(22, 'A')}`;
      codes.push((await phone(ticket.id, 'cancel', guess, GIVE_UP)).json['code']);
    }
    expect(codes.filter((code) => code === 'link-unknown')).toHaveLength(10);
    expect(codes.slice(10)).toEqual(['too-many-requests', 'too-many-requests']);
    expect((await phone(ticket.id, 'cancel', link, GIVE_UP)).status).toBe(200);
  });

  it('RATE-6 gives its vote of the visit once, when it has ended, and for no other ticket', async () => {
    const [mine, theirs] = [await take(), await take()];
    const vote = (link: string, score = 4, ticket = mine.ticket.id as string) =>
      phone(ticket, 'rating', link, { score });
    expect((await vote(mine.link)).json).toMatchObject({ code: 'visit-not-served' });
    await rig.command('/counters/1/call-next', { role: 'teller' });
    await rig.command(`/tickets/${mine.ticket.id}/finish`, {
      role: 'teller',
      body: { counter: '1' },
    });
    expect((await vote(mine.link, 6)).json).toMatchObject({ code: 'validation-failed' });
    expect((await vote(theirs.link)).json).toMatchObject({ code: 'forbidden' });
    expect((await vote(mine.link, 4, mine.ticket.number)).status).toBe(403);
    const reply = await vote(mine.link);
    expect([reply.status, reply.json]).toEqual([200, { ticket: mine.ticket.id, score: 4 }]);
    expect((await vote(mine.link)).json).toMatchObject({ status: 409, code: 'already-rated' });
    const pad = await rig.command(`/tickets/${mine.ticket.id}/rating`, {
      role: 'pad',
      body: { score: 1 },
    });
    expect(pad.json).toMatchObject({ code: 'forbidden' });
  });
});
