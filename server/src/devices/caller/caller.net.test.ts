/** Boxes of a hall over real sockets: a key acts as the teller, once, and staff see how the boxes are. */
import type { CallerBoxTwin, Display } from '@tingxu/twins/caller/caller-box';
import { type CallerTwin, openCallerTwin } from '@tingxu/twins/caller/caller-twin';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig } from '../../http/testing/http-rig.ts';
import { CallerSetting } from '../device-settings.ts';
import { until, untilState } from '../testing/until.ts';
import { OUTCOME } from './frame.ts';

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
    const events = rig.hall.journal
      .dayEntries(rig.hall.runtime.state().day?.businessDay ?? ('' as never))
      .filter(({ commandId }) => commandId.startsWith('system:caller-callers-1001-1-'));
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
