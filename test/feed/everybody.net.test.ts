/**
 * The feed as everybody: each identity in each state, over a socket of its own, asks to follow each audience.
 * What it should be answered is written down here a second time. Rules: FEED-1, AUTH-2, AUTH-5. Source: SEC-04.
 */
import { TicketId } from '@tingxu/contract/ids';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { Audience } from '@tingxu/contract/roles';
import {
  type Everybody,
  everybodyAt,
  OTHER_HALL,
  type State,
  type Who,
} from '@tingxu/server/identity/testing/everybody';
import { HALL } from '@tingxu/server/runtime/testing/hall-fixture';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FeedRig, LINKS, startFeedRig } from './feed-rig.ts';

const TICKET = TicketId.parse('20261123-0001');

let rig: FeedRig;
let people: Everybody;
beforeAll(async () => {
  rig = await startFeedRig();
  const identity = rig.identity();
  people = everybodyAt({ identity, links: LINKS, hall: HALL, tickets: [TICKET, TICKET] });
});
afterAll(() => rig.close());

/** Who follows what. A change here is a decision about duties. Source: H112, H113. */
const FOLLOWS: Readonly<Record<string, string>> = {
  kiosk: 'kiosk lobby supervisor',
  board: 'anonymous kiosk board teller lobby supervisor',
  phone: 'phone',
  pad: 'pad supervisor',
  counter: 'teller lobby supervisor',
  supervisor: 'lobby supervisor admin auditor',
};

/** Why somebody in such a state has no connection at all. */
const TURNED: Readonly<Partial<Record<State, string>>> = {
  ...{ over: 'session-over', revoked: 'session-over', 'no session': 'session-over' },
  ...{ locked: 'session-locked', 'must change': 'must-change-passphrase' },
  'no token': 'unauthenticated',
};

function expected({ role, state, alone }: Who, audience: string): string {
  const turned = TURNED[state] ?? (alone ? 'forbidden' : undefined);
  if (turned !== undefined) return turned;
  if (!FOLLOWS[audience]?.split(' ').includes(role)) return 'forbidden';
  if (state !== 'other hall') return 'followed';
  return role === 'phone' ? 'link-unknown' : 'forbidden';
}

/** Follows once and stays. */
async function stays({ role, token, link }: Who, audience: string, url: string) {
  const auth = { role, ...(token !== null && { token }) };
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, auth });
  const asked = { hall: HALL, audience, protocol: PROTOCOL_VERSION, ...(link && { link }) };
  const ask = async (): Promise<string> => {
    const answer = await socket.emitWithAck('follow', asked);
    return answer.ok ? 'followed' : answer.problem.code;
  };
  return { socket, ask, said: await ask() };
}

/** What the audiences are answered, in their order, over one connection. */
async function answersTo({ role, token, link }: Who): Promise<string[]> {
  const auth = { role, ...(token !== null && { token }) };
  const how = { transports: ['websocket'], forceNew: true, reconnection: false, auth };
  const socket = io(rig.url, how);
  try {
    const refused = await new Promise<string | null>((resolve) => {
      socket.once('connect', () => resolve(null));
      socket.once('connect_error', ({ message }) => resolve(message));
    });
    const answers: string[] = [];
    for (const audience of Audience.options) {
      const asked = { hall: HALL, audience, protocol: PROTOCOL_VERSION };
      const withLink = audience === 'phone' && link !== undefined ? { ...asked, link } : asked;
      const answer = refused === null ? await socket.emitWithAck('follow', withLink) : null;
      answers.push(refused ?? (answer.ok ? 'followed' : answer.problem.code));
    }
    return answers;
  } finally {
    socket.disconnect();
  }
}

/** The cells in which somebody is answered otherwise than the table has it. */
async function wrongOf(everybody: readonly Who[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const who of everybody) {
    const answers = await answersTo(who);
    for (const [nth, audience] of Audience.options.entries()) {
      const wanted = expected(who, audience);
      if (answers[nth] === wanted) continue;
      wrong.push(`${audience} as ${who.role}, ${who.state}: ${answers[nth]} ≠ ${wanted}`);
    }
  }
  return wrong;
}

describe('every audience as everybody', () => {
  it('FEED-1 is followed or refused as the table says, in whatever hall and state', async () => {
    const elsewhere: Who = {
      ...people.phone('other hall'),
      link: LINKS.linkOf(OTHER_HALL, TICKET),
    };
    const others = people.all().filter(({ role }) => role !== 'phone');
    const everybody = [...others, people.phone('live'), elsewhere];
    expect(Object.keys(FOLLOWS)).toEqual(Audience.options);
    expect(await wrongOf(everybody)).toEqual([]);
    expect(everybody.length).toBeGreaterThan(60);
  });

  it('AUTH-5 a device, and a person, whose rights reach too far are found', async () => {
    // Paired and employed here, and said to be of another hall: as if rights were those of every hall.
    const kiosk: Who = { ...people.device('kiosk', 'live'), state: 'other hall' };
    expect(await wrongOf([kiosk])).toEqual([
      'kiosk as kiosk, other hall: followed ≠ forbidden',
      'board as kiosk, other hall: followed ≠ forbidden',
    ]);
    const teller: Who = { ...people.staff('teller', 'live'), state: 'other hall' };
    expect((await wrongOf([teller])).length).toBe(2);
  });

  it('FEED-1 a session that should have ended, and did not, is found', async () => {
    const board: Who = { ...people.device('board', 'live'), state: 'revoked' };
    expect((await wrongOf([board])).length).toBe(Audience.options.length);
  });

  it('AUTH-14 a teller at a paired counter follows its hall and no other', async () => {
    const elsewhere = people.device('counter', 'other hall');
    const there = people.staff('teller', 'live', elsewhere.device);
    const here = people.staff('teller', 'live', people.device('counter', 'live').device);
    expect(await wrongOf([{ ...there, state: 'other hall' }, here])).toEqual([]);
  });
});

describe('whoever proves nothing', () => {
  let small: FeedRig;
  beforeAll(async () => {
    small = await startFeedRig({ unproven: { perLink: 2, total: 5 } });
  });
  afterAll(() => small.close());
  const linked = (ticket: string): Who => ({
    ...people.phone('live'),
    link: LINKS.linkOf(HALL, TicketId.parse(ticket)),
  });
  const nobody: Who = { role: 'anonymous', state: 'live', token: null };

  it('WEB-6 follows one link at a few phones, and takes no room that staff and devices need', async () => {
    const opened: Awaited<ReturnType<typeof stays>>[] = [];
    const come = async (who: Who, audience: string) => {
      const one = await stays(who, audience, small.url);
      opened.push(one);
      return one.said;
    };
    const [first, second] = ['20261123-0001', '20261123-0002'];
    expect([await come(linked(first), 'phone'), await come(linked(first), 'phone')]).toEqual([
      ...['followed', 'followed'],
    ]);
    expect(await come(linked(first), 'phone')).toBe('too-many-requests');
    // Who asks again on the same connection, as after a gap, is no one more.
    expect(await opened[0]?.ask()).toBe('followed');
    expect(await come(linked(second), 'phone')).toBe('followed');
    expect([await come(nobody, 'board'), await come(nobody, 'board')]).toEqual([
      ...['followed', 'followed'],
    ]);
    expect(await come(nobody, 'board')).toBe('too-many-requests');
    const { token } = everybodyAt({
      ...{ identity: small.identity(), links: LINKS, hall: HALL, tickets: [TICKET, TICKET] },
    }).staff('teller', 'live');
    expect(await come({ role: 'teller', state: 'live', token }, 'counter')).toBe('followed');
    // One that goes leaves its room.
    opened[1]?.socket.disconnect();
    await expect.poll(() => come(linked(first), 'phone')).toBe('followed');
    for (const { socket } of opened) socket.disconnect();
  });
});
