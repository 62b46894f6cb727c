/** Phones take tickets, and only those that stand in the hall. Source: SEC-08. */
import { setTimeout as pause } from 'node:timers/promises';
import { HallConfig } from '@tingxu/contract/config';
import { BusinessDay } from '@tingxu/contract/ids';
import { PhoneEntryReply, PresenceReply } from '@tingxu/contract/presence';
import { IssueReply } from '@tingxu/contract/rest';
import { afterEach, describe, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { type HttpRig, openHallDay, openHttpRig, type RigOptions } from './testing/http-rig.ts';

const HALL = '/api/v1/halls/demo';
let rig: HttpRig;
const open = async (options: RigOptions = {}): Promise<void> => {
  rig = await openHttpRig(options);
  await openHallDay(rig);
};
afterEach(() => rig.close());

/** A browser with its cookies. */
const newPhone = () => {
  let cookie = '';
  const send = async (path: string, body: object, key?: string) => {
    const reply = await rig.command(path, {
      ...{ role: 'phone', body, ...(key !== undefined && { key }) },
      ...(cookie !== '' && { headers: { cookie, 'tingxu-role': 'phone' } }),
    });
    const given = String(reply.headers['set-cookie'] ?? '').split(';', 1)[0] ?? '';
    if (given !== '') cookie = given;
    return reply;
  };
  return {
    enter: (code?: string) => send('/phone-tickets/entry', code === undefined ? {} : { code }),
    take: (pass: string, service = 'cash') => send('/phone-tickets', { service }, pass),
    forget: () => {
      cookie = '';
    },
  };
};
type Phone = ReturnType<typeof newPhone>;

const shown = async (): Promise<string> =>
  PresenceReply.parse((await rig.send('GET', `${HALL}/presence`, { role: 'lobby' })).json).code;
const passOf = async (phone: Phone, code?: string): Promise<string> =>
  PhoneEntryReply.parse((await phone.enter(code)).json).pass ?? '';
const codeOf = ({ json }: { readonly json: Record<string, unknown> }) => json['code'];
const later = (ms: number): void => rig.clock.advanceTo(rig.clock.now() + ms);
const issued = (): number => {
  const { series } = rig.hall.runtime.state();
  return Object.values(series).reduce<number>((sum, next) => sum + Number(next), 0);
};

describe('a phone in the hall', () => {
  it('PHONE-2, PHONE-4 shows the code and takes a ticket of the default lane, whose link it is given', async () => {
    await open();
    const phone = newPhone();
    const entry = PhoneEntryReply.parse((await phone.enter(await shown())).json);
    expect(entry).toMatchObject({ open: true, link: null });
    const accounts = entry.services.find(({ service }) => service === 'accounts');
    expect(accounts?.documents?.length).toBeGreaterThan(0);
    const reply = await phone.take(entry.pass ?? '');
    expect(reply.status).toBe(201);
    const { ticket, link } = IssueReply.parse(reply.json);
    expect(ticket).toMatchObject({ lane: 'normal', service: 'cash', state: 'waiting' });
    expect(rig.links.ticketOf(link)).toMatchObject({ ticket: ticket.id });
  });

  it('PHONE-1 a code is good for ninety seconds from when it was first shown, and another one each thirty', async () => {
    await open();
    const code = await shown();
    const told = PresenceReply.parse(
      (await rig.send('GET', `${HALL}/presence`, { role: 'board' })).json,
    );
    expect(told.changesInMs).toBeGreaterThan(0);
    expect(told.changesInMs).toBeLessThanOrEqual(30_000);
    later(told.changesInMs - 1);
    expect(await shown()).toBe(code);
    later(1);
    expect(await shown()).not.toBe(code);
    later(59_999);
    expect((await newPhone().enter(code)).status).toBe(200);
    later(1);
    expect(codeOf(await newPhone().enter(code))).toBe('presence-refused');
  });

  it('PHONE-3 has one ticket: asking again leads back to it until it has ended', async () => {
    await open();
    const phone = newPhone();
    const pass = await passOf(phone, await shown());
    expect(await passOf(phone, await shown())).toBe(pass);
    const first = IssueReply.parse((await phone.take(pass)).json);
    const again = await phone.take(pass);
    expect([again.status, IssueReply.parse(again.json).ticket.id]).toEqual([201, first.ticket.id]);
    expect(codeOf(await phone.take(pass, 'wealth'))).toBe('idempotency-key-reused');
    const back = PhoneEntryReply.parse((await phone.enter(await shown())).json);
    expect(back).toMatchObject({ pass: null, link: first.link });
    expect(issued()).toBe(1);
    const gone = { reason: 'cancelled-by-customer' };
    await rig.command(`/tickets/${first.ticket.id}/cancel`, {
      ...{ role: 'phone', body: gone, headers: { 'tingxu-link': first.link } },
    });
    const next = await passOf(phone, await shown());
    expect(next).not.toBe(pass);
    expect((await phone.take(next)).status).toBe(201);
  });

  it('PHONE-2 after a refusal of the hall it may try again, but no longer than its ten minutes', async () => {
    await open();
    const phone = newPhone();
    const pass = await passOf(phone, await shown());
    expect((await phone.take(pass, 'nothing')).status).toBe(422);
    later(500_000);
    const next = await passOf(phone);
    expect(next).not.toBe(pass);
    later(100_000);
    expect(codeOf(await phone.take(next))).toBe('pass-over');
    expect(codeOf(await phone.enter())).toBe('pass-over');
    expect(issued()).toBe(0);
  });

  it('PHONE-4 all phones of a hall together are held up as one kiosk is', async () => {
    await open({ ticketsPerMinute: 20 });
    const code = await shown();
    const passes = await Promise.all(Array.from({ length: 8 }, () => passOf(newPhone(), code)));
    const replies = await Promise.all(passes.map((pass) => newPhone().take(pass)));
    const taken = replies.filter(({ status }) => status === 201).length;
    expect(taken).toBeGreaterThanOrEqual(3);
    expect(taken).toBeLessThan(8);
    expect(replies.filter(({ status }) => status === 429).length).toBe(8 - taken);
    const kiosk = await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });
    expect(kiosk.status).toBe(201);
  });
});

describe('a code that is used again and again', () => {
  it('PHONE-4 is worth so many passes to an address and so many tickets, and a phone with the next code is not held up', async () => {
    await open({ ticketsPerMinute: 1_000 });
    const code = await shown();
    const hoard: string[] = [];
    const enter = (from: number) =>
      rig.app.inject({
        ...{ method: 'POST', url: `${HALL}/phone-tickets/entry`, payload: { code } },
        ...{ remoteAddress: `10.0.0.${from}`, headers: { 'tingxu-role': 'phone' } },
      });
    for (let n = 0; n < 100; n += 1) {
      const reply = await enter(n % 4);
      if (reply.statusCode === 200) hoard.push(PhoneEntryReply.parse(reply.json()).pass ?? '');
      else expect(reply.json()).toMatchObject({ code: 'too-many-requests' });
    }
    expect(hoard).toHaveLength(32);
    const taken: string[] = [];
    const takeAll = async () => {
      for (const pass of hoard.filter((one) => !taken.includes(one))) {
        // The bucket of all phones together, in the clock of the machine.
        const reply = await newPhone().take(pass);
        if (reply.status === 201) taken.push(pass);
      }
      return taken.length;
    };
    await expect.poll(takeAll, { timeout: 40_000 }).toBe(15);
    // The bucket has another one by then; the turn has none.
    await pause(2_500);
    expect(await takeAll()).toBe(15);
    later(60_000);
    expect(await takeAll()).toBe(15);
    const honest = newPhone();
    const pass = await passOf(honest, await shown());
    await expect.poll(async () => (await honest.take(pass)).status, { timeout: 20_000 }).toBe(201);
    // The same command again is the same ticket, whatever is left.
    expect((await newPhone().take(taken[0] ?? '')).status).toBe(201);
  });
});

describe('phones outside the hall', () => {
  const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const guess = (n: number): string =>
    Array.from({ length: 8 }, (_, i) => SIGNS[(n * 31 + i * 7 + (n >> i)) % 32]).join('');

  it('PHONE-2 a hundred of them, with no code, old ones, guessed ones and made-up passes, get no number; one inside does', async () => {
    await open();
    const old = await shown();
    later(90_000);
    const tries = Array.from({ length: 100 }, (_, n) => n);
    const entries = await Promise.all(
      tries.map((n) => newPhone().enter([undefined, old, guess(n)][n % 3])),
    );
    expect(new Set(entries.map(({ status }) => status))).toEqual(new Set([403]));
    const mine = await passOf(newPhone(), await shown());
    const wrong = (n: number): string =>
      [
        `outside-key-${n}`,
        `${mine.slice(0, -1)}${mine.endsWith('A') ? 'B' : 'A'}`,
        mine.replace(/\.[0-9a-z]+\./, '.zzzzzzzz.'),
      ][n % 3] ?? '';
    const takes = await Promise.all(tries.map((n) => newPhone().take(wrong(n))));
    expect(takes.map(codeOf).filter((code) => code !== 'presence-refused')).toEqual([]);
    expect(issued()).toBe(0);
    expect((await newPhone().take(mine)).status).toBe(201);
    expect(issued()).toBe(1);
  });

  it('PHONE-1 the code is told to screens and staff of the hall only, and stands in no journal', async () => {
    await open();
    for (const role of [undefined, 'phone', 'pad', 'auditor']) {
      const reply = await rig.send('GET', `${HALL}/presence`, role === undefined ? {} : { role });
      expect([401, 403], role).toContain(reply.status);
    }
    const code = await shown();
    const phone = newPhone();
    await phone.take(await passOf(phone, code));
    const entries = rig.hall.journal.dayEntries(BusinessDay.parse('2026-11-23'));
    expect(JSON.stringify(entries)).not.toContain(code);
    expect(JSON.stringify(rig.logged)).not.toContain(code);
    expect(JSON.stringify(entries)).toContain('TicketIssued');
  });

  it('PHONE-1 a hall that does not let them takes none', async () => {
    const { phoneTickets, ...config } = demoHall();
    expect(phoneTickets).toBe(true);
    await open({ config: HallConfig.parse(config) });
    const answers = [
      await rig.send('GET', `${HALL}/presence`, { role: 'board' }),
      await newPhone().enter('ABCD2345'),
      await newPhone().take('outside-key-0'),
    ];
    expect(answers.map(codeOf)).toEqual(Array(3).fill('phone-tickets-off'));
  });
});
