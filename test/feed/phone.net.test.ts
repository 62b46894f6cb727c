/** A phone that follows one ticket, over real sockets. */
import type { TicketId } from '@tingxu/contract/ids';
import { type FeedState, type Follower, followHall } from '@tingxu/feed-client/follow';
import { findLive } from '@tingxu/hall/live-tickets';
import { phoneView } from '@tingxu/hall/phone-view';
import { call, cancel, finish, issue, open } from '@tingxu/hall/testing/commands';
import { HALL } from '@tingxu/server/runtime/testing/hall-fixture';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FeedRig, LINKS, startFeedRig } from './feed-rig.ts';
import { businessDay, smallHall } from './small-hall.ts';
import { until } from './until.ts';

let rig: FeedRig;
const opened: Follower<'phone'>[] = [];

beforeEach(async () => {
  rig = await startFeedRig();
  await rig.send({ type: 'OpenDay', businessDay: businessDay(0), config: smallHall });
  await rig.send(open('1', 'canary-1'));
  for (let count = 0; count < 3; count += 1) await rig.send(issue());
});
afterEach(async () => {
  for (const phone of opened.splice(0)) phone.close();
  await rig.close();
});

const idOf = (number: string): TicketId => {
  const ticket = Object.values(phoneIds()).find((one) => one.number === number);
  if (!ticket) throw new Error(`no ticket ${number}`);
  return ticket.id;
};
const phoneIds = () =>
  Array.from({ length: 9 }, (_, at) => `${businessDay(0).replaceAll('-', '')}-000${at + 1}`)
    .map((id) => findLive(rig.state().tickets, id as TicketId))
    .filter((ticket) => ticket !== undefined);

const follow = (
  link: ReturnType<typeof LINKS.linkOf>,
  tell?: (state: FeedState<'phone'>) => void,
) => {
  const options = { url: rig.url, hall: HALL, audience: 'phone', role: 'phone', link } as const;
  const phone = followHall({ ...options, onChange: (state) => tell?.(state) });
  opened.push(phone);
  return phone;
};

describe('a phone', () => {
  it('LINK-1, LINK-2 follows its ticket to the call and to the end, and nothing else', async () => {
    const id = idOf('A002');
    const texts: string[] = [];
    const phone = follow(LINKS.linkOf(HALL, id), (state) => texts.push(JSON.stringify(state)));
    await until('live', () => phone.state().status === 'live');
    expect(phone.state().view?.ticket).toMatchObject({
      number: 'A002',
      state: 'waiting',
      ahead: 1,
    });
    await rig.send(call('1'));
    // Somebody else's call: told with the next tick.
    await until('nobody ahead', () => phone.state().view?.ticket?.ahead === 0);
    await rig.send(finish('A001', '1'));
    await rig.send(call('1'));
    await until('called', () => phone.state().view?.ticket?.state === 'called');
    expect(phone.state().view).toEqual(phoneView(rig.state(), id));
    await rig.send(finish('A002', '1'));
    await until('over', () => phone.state().view?.ticket === null);
    for (const other of ['A001', 'A003', 'canary-1']) {
      expect(
        texts.some((text) => text.includes(other)),
        other,
      ).toBe(false);
    }
  });

  it('LINK-2 is the same after a restart of the server', async () => {
    const id = idOf('A003');
    const phone = follow(LINKS.linkOf(HALL, id));
    await until('live', () => phone.state().status === 'live');
    await rig.restart();
    await rig.send(cancel('A001'));
    await until('one fewer ahead', () => phone.state().view?.ticket?.ahead === 1);
    expect(phone.state().view).toEqual(phoneView(rig.state(), id));
  });

  it('LINK-1 is refused with a link that this server has not made', async () => {
    const link = LINKS.linkOf(HALL, idOf('A001'));
    const other = `${link.slice(0, -2)}${link.endsWith('A') ? 'BB' : 'AA'}`;
    const phone = follow(other as typeof link);
    await until('refused', () => phone.state().status === 'refused');
    expect(phone.state().problem?.code).toBe('link-unknown');
    expect(phone.state().view).toBeNull();
    const told = rig.logged.filter(({ level }) => level === 'info');
    expect(told).toMatchObject([{ details: { feed: 'follow', code: 'link-unknown' } }]);
    expect(JSON.stringify(told)).not.toContain(other);
  });
});
