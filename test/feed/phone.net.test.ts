/** A phone that follows one ticket, over real sockets. */
import { PUBLIC_MESSAGES } from '@tingxu/contract/feed';
import type { TicketId } from '@tingxu/contract/ids';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { type FeedState, type Follower, followHall } from '@tingxu/feed-client/follow';
import { findLive } from '@tingxu/hall/live-tickets';
import { phoneView } from '@tingxu/hall/phone-view';
import { call, cancel, finish, issue, open } from '@tingxu/hall/testing/commands';
import { HALL } from '@tingxu/server/runtime/testing/hall-fixture';
import { io } from 'socket.io-client';
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
  const who = { audience: 'phone', role: 'phone', messages: PUBLIC_MESSAGES } as const;
  const options = { url: rig.url, hall: HALL, ...who, link };
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

  it('LINK-1, SEC-09 of guessed links only ten a minute are told apart, over however many connections', async () => {
    const link = LINKS.linkOf(HALL, idOf('A001'));
    const guess = (nth: number) => `${link.slice(0, -22)}${String(nth).padStart(22, 'A')}`;
    /** Asked three times on each connection, so that its own limit has no say. */
    const answersOf = async (asked: (nth: number) => object): Promise<string[]> => {
      const answers: string[] = [];
      for (let nth = 0; nth < 15; nth += 3) {
        const how = { transports: ['websocket'], forceNew: true, auth: { role: 'phone' } };
        const socket = io(rig.url, how);
        for (let more = nth; more < nth + 3; more += 1) {
          const common = { hall: HALL, audience: 'phone', protocol: PROTOCOL_VERSION };
          const answer = await socket.emitWithAck('follow', { ...common, ...asked(more) });
          answers.push(answer.ok ? 'followed' : answer.problem.code);
        }
        socket.disconnect();
      }
      return answers;
    };
    // The control: refusals of another kind, as many and as fast, are told apart to the end.
    const others = await answersOf(() => ({ audience: 'counter', link: undefined }));
    expect(new Set(others)).toEqual(new Set(['forbidden']));
    const answers = await answersOf((nth) => ({ link: guess(nth) }));
    const known = answers.filter((code) => code === 'link-unknown').length;
    // The test before may have guessed once within the minute.
    expect([9, 10]).toContain(known);
    expect(answers.slice(known)).toEqual(
      Array.from({ length: 15 - known }, () => 'too-many-requests'),
    );
    // Whoever has a right one behind the same address is not asked.
    expect((await answersOf(() => ({ link })))[0]).toBe('followed');
  });
});
