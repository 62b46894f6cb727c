import { CommandId, type CounterId, StaffId, type TicketRef } from '@tingxu/contract/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig } from '../http/testing/http-rig.ts';
import type { Account } from '../identity/accounts.ts';
import { closeCounters, keepCounters } from './close-counters.ts';

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig();
  await openHallDay(rig);
  await rig.command('/tickets', { role: 'lobby', body: { service: 'cash' } });
});
afterEach(() => rig.close());

const log = { info: () => undefined, warn: () => undefined };
const parts = () => ({ halls: [rig.hall], identity: rig.identity, log });
const become = (more: Partial<Account>): void => {
  const { accounts } = rig.identity;
  const account = accounts.get(StaffId.parse('t01'));
  if (!account) throw new Error('the rig has made no account');
  accounts.put({ ...account, ...more });
};
const counter = () => rig.hall.runtime.state().counters.find(({ id }) => id === '1');
const ticket = async () => {
  const { json } = await rig.send('GET', '/api/v1/halls/demo/tickets/A001', { role: 'supervisor' });
  return json['ticket'];
};
const at1 = (verb: string, role: string) => rig.command(`/counters/1/${verb}`, { role });
const onTicket = (verb: string, role: string) =>
  rig.command(`/tickets/A001/${verb}`, { role, body: { counter: '1' } });

const LEFT: readonly Partial<Account>[] = [
  ...[{ disabled: true }, { roles: ['auditor' as const] }, { halls: [] }],
];

describe('the counter of somebody who may not work there any more', () => {
  it('CTR-14 closes when nobody is called there, for each way to lose it, and for nobody else', async () => {
    for (const how of LEFT) {
      await closeCounters(parts());
      expect(counter()).toMatchObject({ state: 'open', staff: 't01' });
      become(how);
      await closeCounters(parts());
      expect([how, counter()?.state, counter()?.staff]).toEqual([how, 'closed', null]);
      become({ disabled: false, roles: ['teller'], halls: null });
      await rig.command('/counters/1/open', { role: 'teller', body: { staff: 't01' } });
    }
  });

  it('CTR-14, CTR-8 gives a called ticket back to the line, before everybody, by the server’s own hand', async () => {
    await at1('call-next', 'teller');
    become({ disabled: true });
    await closeCounters(parts());
    expect(counter()).toMatchObject({ state: 'closed', staff: null, ticket: null });
    expect(await ticket()).toMatchObject({ state: 'waiting', number: 'A001' });
    const { json } = await rig.send('GET', '/api/v1/halls/demo/tickets/A001', {
      role: 'supervisor',
    });
    expect(JSON.stringify(json)).toContain('"system"');
  });

  it('CTR-14 keeps a customer who is being served until a supervisor ends the service, then closes', async () => {
    await at1('call-next', 'teller');
    await onTicket('start', 'teller');
    become({ disabled: true });
    await closeCounters(parts());
    expect(counter()).toMatchObject({ state: 'open', staff: 't01' });
    expect(await ticket()).toMatchObject({ state: 'serving' });
    expect((await onTicket('finish', 'supervisor')).status).toBe(200);
    await closeCounters(parts());
    expect(counter()).toMatchObject({ state: 'closed', staff: null });
  });

  it('CTR-14 leaves what the hall has let begin between the look and the closing, and says nothing of it', async () => {
    const told: string[] = [];
    const noting = { ...log, info: (_: object, text?: string) => void told.push(text ?? '') };
    await at1('call-next', 'teller');
    become({ disabled: true });
    // Both wait for the same commit, the service before the closing.
    const [started] = await Promise.all([
      rig.hall.runtime.submit(
        {
          id: CommandId.parse('race-start'),
          actor: { role: 'supervisor' },
          command: { type: 'StartService', ticket: 'A001' as TicketRef, counter: '1' as CounterId },
        },
        ({ decision }) => ({ status: decision === 'accepted' ? 200 : 409, body: '{}' }),
      ),
      closeCounters({ ...parts(), log: noting }),
    ]);
    expect(started.status).toBe(200);
    expect(await ticket()).toMatchObject({ state: 'serving' });
    expect([counter()?.state, told]).toEqual(['open', []]);
  });

  it('CTR-14 within a second, as long as it is looked', async () => {
    const stop = keepCounters(parts());
    become({ disabled: true });
    await expect.poll(() => counter()?.state, { timeout: 1_000 }).toBe('closed');
    stop();
  });
});
