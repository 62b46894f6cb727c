import { StaffId } from '@tingxu/contract/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig } from '../http/testing/http-rig.ts';
import { keepCounters } from './close-counters.ts';
import { type ToldOf, tellLeftCounters } from './left-counters.ts';

const T01 = StaffId.parse('t01');

let rig: HttpRig;
let told: ToldOf;
beforeEach(async () => {
  told = new Set();
  rig = await openHttpRig();
  await openHallDay(rig);
  for (let nth = 0; nth < 2; nth += 1) {
    await rig.command('/tickets', { role: 'lobby', body: { service: 'cash' } });
  }
});
afterEach(() => rig.close());

const log = { info: () => undefined, warn: () => undefined };
const parts = () => ({ halls: [rig.hall], identity: rig.identity, log });
const look = () => tellLeftCounters(parts(), told);
const counter = () => rig.hall.runtime.state().counters.find(({ id }) => id === '1');
const at1 = (verb: string, role: string, body?: object) =>
  rig.command(`/counters/1/${verb}`, { role, ...(body && { body }) });
const onTicket = (number: string, verb: string, role: string) =>
  rig.command(`/tickets/${number}/${verb}`, { role, body: { counter: '1' } });
const signOut = (): void => {
  const { sessions } = rig.identity;
  sessions.end(sessions.ofStaff(T01));
};
/** As after the passphrase. */
const signIn = (): void => {
  const { sessions, now } = rig.identity;
  const given = { staff: T01, atDevice: null, lockAfterMs: 600_000 };
  sessions.startStaff({ ...given, endsAt: now() + 3_600_000 }, now());
};

describe('a customer whose teller has signed out', () => {
  it('CTR-15 is told to the lobby manager, called or being served, and stays at the counter', async () => {
    await at1('call-next', 'teller');
    await look();
    expect(counter()?.help).toBeNull();
    signOut();
    await look();
    expect(counter()).toMatchObject({ staff: 't01', help: { kind: 'teller-left' } });
    expect(counter()?.ticket).not.toBeNull();
    signIn();
    await look();
    expect(counter()?.help).toBeNull();
    await onTicket('A001', 'start', 'supervisor');
    signOut();
    await look();
    expect(counter()?.help).toMatchObject({ kind: 'teller-left' });
    await onTicket('A001', 'finish', 'supervisor');
    await look();
    expect(counter()).toMatchObject({ state: 'open', help: null, ticket: null });
  });

  it('CTR-15 calls once for a customer, whoever ends the call, and again for the next one', async () => {
    await at1('call-next', 'teller');
    signOut();
    await look();
    await at1('help/end', 'lobby');
    await look();
    expect(counter()?.help).toBeNull();
    await onTicket('A001', 'finish', 'supervisor');
    await look();
    await at1('call-next', 'supervisor');
    await look();
    expect(counter()?.help).toMatchObject({ kind: 'teller-left' });
  });

  it('CTR-15 leaves another call as it is, and a counter without a customer alone', async () => {
    signOut();
    await look();
    expect(counter()?.help).toBeNull();
    signIn();
    await at1('call-next', 'teller');
    await at1('help', 'teller', { kind: 'dispute' });
    signOut();
    await look();
    expect(counter()?.help).toMatchObject({ kind: 'dispute' });
  });

  it('CTR-15, CTR-9 nobody of the staff makes that call, and a locked screen is no sign-out', async () => {
    await at1('call-next', 'teller');
    const refused = await at1('help', 'teller', { kind: 'teller-left' });
    expect(refused.json['code']).toBe('validation-failed');
    const { sessions, now } = rig.identity;
    for (const { id } of sessions.ofStaff(T01)) sessions.setLocked(id, true, now());
    await look();
    expect(counter()?.help).toBeNull();
  });

  it('CTR-15 within a second, as long as it is looked', async () => {
    await at1('call-next', 'teller');
    const stop = keepCounters(parts());
    signOut();
    await expect.poll(() => counter()?.help?.kind, { timeout: 1_000 }).toBe('teller-left');
    stop();
  });
});
