/** Where somebody may act: devices and whoever is signed in at them, for their own place. Rules: AUTH-14. */
import { ACCESS, type OperationId } from '@tingxu/contract/access';
import { CounterId, HallId, KioskId, TicketId } from '@tingxu/contract/ids';
import type { Role } from '@tingxu/contract/roles';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  type Everybody,
  everybodyAt,
  headersOf,
  OTHER_HALL,
  type Who,
} from '../identity/testing/everybody.ts';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

const DEMO = HallId.parse('demo');
const TICKET = TicketId.parse('20261123-0001');
const at = (counter: string) => ({ counter: CounterId.parse(counter) });

let rig: HttpRig;
let people: Everybody;
beforeEach(async () => {
  rig = await openHttpRig();
  await openHallDay(rig);
  const { identity, links } = rig;
  people = everybodyAt({ identity, links, hall: DEMO, tickets: [TICKET, TICKET] });
});
afterEach(() => rig.close());

const isForbidden = async (path: string, headers: Record<string, string>, body: object = {}) =>
  (await rig.command(path, { headers, body })).json['code'] === 'forbidden';

/** Two cookies: a browser that is a paired device, and somebody signed in there. */
const together = (who: Who, device: Who): Record<string, string> => ({
  'tingxu-role': who.role,
  cookie: `tingxu-session=${who.token}; tingxu-device=${device.token}`,
});

/** What tellers do at a counter, and what the request must hold beside the counter. */
const AT_A_COUNTER: Readonly<Partial<Record<OperationId, object>>> = {
  ...{ callNext: {}, resumeCounter: {}, closeCounter: {}, endHelp: {} },
  ...{ openCounter: { staff: 't02' }, handOverCounter: { staff: 't02' } },
  ...{ pauseCounter: { reason: 'break' }, callForHelp: { kind: 'approval' } },
  ...{ callTicket: { ticket: TICKET, reason: 'complaint' } },
  ...{ startWalkUp: { service: 'cash' } },
  ...{ recallTicket: {}, startTicket: {}, finishTicket: {}, missTicket: {} },
  ...{ parkTicket: {}, sendBackTicket: {}, transferTicket: { service: 'cash' } },
};

const names = (schema: unknown): boolean =>
  schema instanceof z.core.$ZodType && 'counter' in (z.toJSONSchema(schema).properties ?? {});

type Route = { readonly operation: OperationId; readonly url: string; readonly inBody: boolean };
/** Of the table, and not of the list above: each command of tellers that names a counter. */
const commands = (): Route[] =>
  rig.routes
    .filter(({ method, config }) => method === 'POST' && config?.roles?.includes('teller'))
    .flatMap(({ url, schema, config }) => {
      const operation = config?.operation;
      const inBody = names((schema as { body?: unknown }).body);
      const isOfCounter = inBody || url.includes(':counter');
      return operation !== undefined && isOfCounter ? [{ operation, url, inBody }] : [];
    });

/** The operations that are refused to somebody who names the counter. */
const refusedAt = async (counter: string, headers: Record<string, string>): Promise<string[]> => {
  const refused: string[] = [];
  for (const { operation, url, inBody } of commands()) {
    const path = url
      .replace('/api/v1/halls/:hall', '')
      .replace(':counter', counter)
      .replace(':ticket', TICKET);
    const body = { ...AT_A_COUNTER[operation], ...(inBody && { counter }) };
    const { json } = await rig.command(path, { headers, body });
    if (json['code'] === 'forbidden') refused.push(operation);
    // What is not understood has not come to the question.
    if (json['code'] === 'validation-failed') refused.push(`${operation}: not understood`);
  }
  return refused.sort();
};

const every = () => Object.keys(AT_A_COUNTER).sort();

describe('a paired counter', () => {
  it('AUTH-14 the commands of tellers that name a counter are those of the list, and no others', () => {
    expect(
      commands()
        .map(({ operation }) => String(operation))
        .sort(),
    ).toEqual(every());
    const tellers: readonly Role[] = ACCESS.recallTicket;
    expect(tellers).toContain('teller');
  });

  it('AUTH-14 a teller who is signed in there acts for it alone, in path and in body', async () => {
    const counter = people.device('counter', 'live', at('2'));
    const teller = together(people.staff('teller', 'live'), counter);
    expect(await refusedAt('1', teller)).toEqual(every());
    expect(await refusedAt('2', teller)).toEqual([]);
  });

  it('AUTH-14 a teller anywhere else acts for every counter: what finds the refusals finds none', async () => {
    const headers = headersOf(people.staff('teller', 'live'));
    expect(await refusedAt('1', headers)).toEqual([]);
  });

  it('AUTH-14 leaving out the token of the device does not help, nor does that of another one', async () => {
    const counter = people.device('counter', 'live', at('2'));
    const another = people.device('counter', 'live', at('1'));
    const teller = people.staff('teller', 'live', counter.device);
    expect(await refusedAt('1', headersOf(teller))).toEqual(every());
    expect(await refusedAt('1', together(teller, another))).toEqual(every());
    expect(await refusedAt('2', headersOf(teller))).toEqual([]);
  });

  it('AUTH-14 whoever comes to it as a supervisor keeps the rights of a supervisor', async () => {
    const counter = people.device('counter', 'live', at('2'));
    const supervisor = together(people.staff('supervisor', 'live'), counter);
    expect(await refusedAt('1', supervisor)).toEqual([]);
  });

  it('AUTH-14 a teller at the counter of another hall does nothing in this one', async () => {
    const { accounts } = rig.identity;
    const elsewhere = people.device('counter', 'other hall', at('1'));
    const teller = people.staff('teller', 'live', elsewhere.device);
    const account = accounts.all().at(-1);
    if (!account) throw new Error('nobody was made');
    accounts.put({ ...account, halls: [DEMO, OTHER_HALL] });
    expect(await refusedAt('1', headersOf(teller))).toEqual(every());
    const reading = await rig.send('GET', '/api/v1/halls/demo/next-calls', {
      headers: headersOf(teller),
    });
    expect(reading.json['code']).toBe('forbidden');
  });
});

describe('a paired device', () => {
  it('AUTH-14 acts for its place only', async () => {
    const pad = headersOf(people.device('pad', 'live', at('1')));
    expect(await isForbidden('/counters/1/rating', pad)).toBe(false);
    expect(await isForbidden('/counters/2/rating', pad)).toBe(true);
    const kiosk = headersOf(people.device('kiosk', 'live', { kiosk: KioskId.parse('K1') }));
    expect(await isForbidden('/kiosks/K1/help', kiosk)).toBe(false);
    expect(await isForbidden('/kiosks/K2/help', kiosk)).toBe(true);
  });
});
