/** Boxes of a hall over real sockets: a key acts as the teller, once, and staff see how the boxes are. */
import { HallId, StaffId, TicketId } from '@tingxu/contract/ids';
import type { CallerBoxTwin, Display } from '@tingxu/twins/caller/caller-box';
import { type CallerTwin, openCallerTwin } from '@tingxu/twins/caller/caller-twin';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig } from '../../http/testing/http-rig.ts';
import type { Account } from '../../identity/accounts.ts';
import { everybodyAt, OTHER_HALL } from '../../identity/testing/everybody.ts';
import { CallerSetting } from '../device-settings.ts';
import { until, untilState } from '../testing/until.ts';
import { OUTCOME } from './frame.ts';

const T01 = StaffId.parse('t01');
const TICKET = TicketId.parse('20261123-0001');

let twin: CallerTwin;
let rig: HttpRig;
let one: CallerBoxTwin;
let two: CallerBoxTwin;

beforeEach(async () => {
  twin = await openCallerTwin({
    boxes: [
      { address: 1, serial: 0x10_01 },
      { address: 2, serial: 0x7e_7d_10_02 },
    ],
  });
  [one, two] = twin.boxes as [CallerBoxTwin, CallerBoxTwin];
  const callers = CallerSetting.parse({
    ...{ id: 'callers', hall: 'demo', kind: 'caller' },
    name: { 'zh-CN': '窗口呼叫器', en: 'Callers' },
    line: { tcp: '127.0.0.1', port: twin.port },
    boxes: [
      { address: 1, counter: '1' },
      { address: 2, counter: '2' },
    ],
  });
  rig = await openHttpRig({ devices: [callers] });
  await openHallDay(rig);
  await shows(one, { state: 2 });
});
afterEach(async () => {
  await rig.close();
  await twin.stop();
});

type Shown = Partial<Extract<Display, { stray: false }>>;

const shows = (box: CallerBoxTwin, wanted: Shown): Promise<void> =>
  until(() => Object.entries(wanted).every(([key, value]) => Object(box.display())[key] === value));

/** A key, as soon as its contact has settled; its outcome. */
const press = async (box: CallerBoxTwin, key: string, choice = 0): Promise<number> => {
  await until(() => box.press(key, choice));
  await until(() => box.newest()?.end !== 'waiting');
  return Object(box.newest()?.end).outcome;
};

const issue = (): Promise<unknown> =>
  rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });

const stateIs = (part: object): Promise<void> => untilState(rig, part);

const entries = () =>
  rig.hall.journal.dayEntries(rig.hall.runtime.state().day?.businessDay ?? ('' as never));

/** What the keys of the first box did. */
const pressed = () =>
  entries().filter(({ commandId }) => commandId.startsWith('system:caller-callers-1001-1-'));

describe('callers of a hall', () => {
  it('CALLER-1, CALLER-7 do what the number pad does, as whoever is signed in', async () => {
    expect(await press(one, '+')).toBe(OUTCOME.nobodyWaits);
    await issue();
    await issue();
    await shows(one, { state: 2, ticket: '', waiting: 2 });
    expect(await press(one, '+')).toBe(OUTCOME.done);
    await shows(one, { state: 3, ticket: 'A001', waiting: 1 });
    expect(await press(one, '*')).toBe(OUTCOME.done);
    expect(await press(one, '-')).toBe(OUTCOME.tooEarly);
    expect(await press(one, '+')).toBe(OUTCOME.done);
    await shows(one, { state: 4, ticket: 'A001' });
    expect(await press(one, '0', 2)).toBe(OUTCOME.done);
    expect(await press(one, '/')).toBe(OUTCOME.notNow);
    expect(await press(one, '.')).toBe(OUTCOME.done);
    await shows(one, { state: 2, ticket: '' });
    expect(await press(one, '/', 2)).toBe(OUTCOME.done);
    await shows(one, { state: 5 });
    expect(await press(one, '7')).toBe(OUTCOME.noSuchKey);
    expect(await press(one, '/')).toBe(OUTCOME.done);
    await shows(one, { state: 2 });
    const events = pressed();
    expect(events.map(({ event }) => event.type)).toEqual([
      ...['TicketCalled', 'TicketRecalled', 'ServiceStarted', 'HelpCalled', 'ServiceFinished'],
      ...['CounterPaused', 'CounterResumed'],
    ]);
    for (const { actor } of events) expect(actor).toEqual({ role: 'teller', staff: 't01' });
    expect(events[3]?.event).toMatchObject({ kind: 'approval' });
    expect(events[5]?.event).toMatchObject({ reason: 'internal-work' });
  });

  it('CALLER-1 refuse where nobody is signed in', async () => {
    await issue();
    await shows(two, { state: 1, waiting: 1 });
    expect(await press(two, '+')).toBe(OUTCOME.nobodySignedIn);
    await shows(two, { state: 1, waiting: 1 });
  });

  describe('CALLER-1 act for whoever opened the counter', () => {
    /** Refused, with nothing in the journal; as soon as `again` is so, the same key acts. */
    const refusedUntil = async (again: () => unknown): Promise<void> => {
      await shows(one, { state: 2, waiting: 1 });
      expect(await press(one, '+')).toBe(OUTCOME.nobodySignedIn);
      expect(entries().map(({ event }) => event.type)).not.toContain('TicketCalled');
      expect(pressed()).toEqual([]);
      again();
      expect(await press(one, '+')).toBe(OUTCOME.done);
      expect(pressed().map(({ event }) => event.type)).toEqual(['TicketCalled']);
    };
    const account = (): Account => {
      const found = rig.identity.accounts.get(T01);
      if (!found) throw new Error('the rig has made no account');
      return found;
    };
    const sessions = () => rig.identity.sessions.ofStaff(T01);

    beforeEach(issue);

    it.each<[string, Partial<Account>]>([
      ['only while the account is enabled', { disabled: true }],
      ['only while it is a teller’s', { roles: ['lobby'] }],
      ['only while it is one of the hall', { halls: [OTHER_HALL] }],
      ['only once the passphrase is their own', { mustChange: true }],
    ])('%s', async (_, wrong) => {
      const right = account();
      rig.identity.accounts.put({ ...right, ...wrong });
      await refusedUntil(() => rig.identity.accounts.put(right));
    });

    it('only while they are signed in', async () => {
      rig.identity.sessions.end(sessions());
      await refusedUntil(() => rig.signedIn.tokenOf({ role: 'teller' }));
    });

    it('not while they are so in another hall', async () => {
      const { identity } = rig;
      const { devices } = identity;
      identity.sessions.end(sessions());
      const other = { identity, links: rig.links, hall: OTHER_HALL };
      const people = everybodyAt({ ...other, tickets: [TICKET, TICKET] });
      const { device } = people.device('counter', 'live');
      const endsAt = rig.clock.now() + 3_600_000;
      identity.sessions.startStaff(
        { staff: T01, atDevice: device, endsAt, lockAfterMs: null },
        rig.clock.now(),
      );
      const there = devices.get(device);
      if (!there) throw new Error('no such device');
      await refusedUntil(() => devices.put({ ...there, hall: HallId.parse('demo') }));
    });

    it('behind a locked screen, too', async () => {
      for (const { id } of sessions()) rig.identity.sessions.setLocked(id, true, rig.clock.now());
      await shows(one, { state: 2, waiting: 1 });
      expect(await press(one, '+')).toBe(OUTCOME.done);
    });
  });

  it('CALLER-5, DEV-2 go on when one is silent, and staff are told which', async () => {
    await stateIs({ link: 'connected', troubles: [], ready: true });
    twin.hang(two, false);
    await stateIs({ troubles: ['partly-lost'], addresses: [2], ready: true });
    await issue();
    expect(await press(one, '+')).toBe(OUTCOME.done);
    twin.unplug();
    twin.hang(one, false);
    await stateIs({ link: 'lost', troubles: ['lost'], addresses: [], ready: false });
    twin.hang(one, true);
    twin.hang(two, true);
    await stateIs({ link: 'connected', troubles: [], addresses: [], ready: true });
    await shows(one, { state: 3, ticket: 'A001' });
  });
});
