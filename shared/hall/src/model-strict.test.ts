import type { FeedEvent } from '@tingxu/contract/feed';
import type { TicketId } from '@tingxu/contract/ids';
import { type Audience, HALL_AUDIENCES } from '@tingxu/contract/roles';
import { faultIn, PUBLIC_AUDIENCES } from '@tingxu/contract/told';
import type { HallView } from '@tingxu/contract/views';
import { expect, test } from 'vitest';
import { lock } from '../testing/plain.ts';
import { explain, sweep } from '../testing/property.ts';
import { FIXED_SEED } from '../testing/seed.ts';
import { feedEvents } from './feed-diff.ts';
import { allLive } from './live-tickets.ts';
import { phoneEvents, phoneView } from './phone-view.ts';
import type { HallState } from './state.ts';
import { viewOf } from './view.ts';

test('INV-09, INV-10: nothing is changed after it was made, every answer is the same twice, every fact fits its schema', () => {
  const result = sweep({ seed: FIXED_SEED + 1, days: 120, length: 500, strict: true });
  expect(explain(result, FIXED_SEED + 1)).toBe('');
  console.log(`${result.commands} commands, fixed seed ${FIXED_SEED + 1}`);
  expect(result.commands).toBeGreaterThan(20_000);
}, 300_000);

/** Staff ids of the model are `s1`, `d2` and the like. */
const STAFF = /"[sd]\d+"/;

type Told = { readonly view: HallView; readonly events: readonly FeedEvent[] };
/** Of one audience, or of the phone of one ticket. */
type Tell = (audience: Audience, before: HallState, after: HallState, id?: TicketId) => Told;

const tell: Tell = (audience, before, after, id) => {
  if (audience !== 'phone') {
    return { view: viewOf(after, audience), events: feedEvents(before, after, audience) };
  }
  if (id === undefined) throw new Error('whose phone?');
  return { view: phoneView(after, id), events: phoneEvents(before, after, id) };
};

/** Throws where it is not what the audience may be told: of no schema of its own, or of staff before the public. */
const check = (audience: Audience, { view, events }: Told, at: number): void => {
  const place = { epoch: '0'.repeat(16), upTo: 1, at };
  const messages = {
    snapshot: { ...place, reason: 'new', view },
    batch: { ...place, after: 0, events },
  };
  for (const [name, message] of Object.entries(messages)) {
    const fault = faultIn(audience, name, message);
    if (fault !== null) throw new Error(fault);
  }
  lock(view, new WeakSet());
  const open = PUBLIC_AUDIENCES.some((known) => known === audience);
  if (open && STAFF.test(JSON.stringify([view, events]))) {
    throw new Error(`FEED-2: ${audience} shows staff`);
  }
};

const checkAll = (by: Tell, before: HallState, after: HallState): void => {
  for (const audience of HALL_AUDIENCES) check(audience, by(audience, before, after), after.at);
  for (const { id } of allLive(after.tickets))
    check('phone', by('phone', before, after, id), after.at);
};

const everyFifth = (by: Tell, seen: (after: HallState) => void = () => undefined) => {
  let turn = 0;
  return (before: HallState, after: HallState): void => {
    turn += 1;
    if (turn % 5 > 0) return;
    checkAll(by, before, after);
    seen(after);
  };
};

test('FEED-2, LINK-2 every view and row of a random hall fits the schema of its audience, and public ones show no staff', () => {
  let turns = 0;
  let staffSeen = 0;
  const watch = everyFifth(tell, (after) => {
    turns += 1;
    if (STAFF.test(JSON.stringify(viewOf(after, 'counter')))) staffSeen += 1;
  });
  const result = sweep({ seed: FIXED_SEED + 2, days: 40, length: 400, watch });
  expect(explain(result, FIXED_SEED + 2)).toBe('');
  expect(turns).toBeGreaterThan(400);
  expect(staffSeen).toBeGreaterThan(100);
}, 300_000);

/** What one audience is told goes wrong. */
const leak =
  (where: Audience, spoil: (told: Told, before: HallState, after: HallState) => object): Tell =>
  (audience, before, after, id) => {
    const told = tell(audience, before, after, id);
    return audience === where ? { ...told, ...spoil(told, before, after) } : told;
  };
const inRows = (type: FeedEvent['type'], more: object) => (told: Told) => ({
  events: told.events.map((event) =>
    event.type === type && 'row' in event && event.row
      ? { ...event, row: { ...event.row, ...more } }
      : event,
  ),
});

test.each<[string, Tell, RegExp]>([
  [
    'a member more in a board’s row',
    leak('board', inRows('counter', { staff: 's1' })),
    / for board: /,
  ],
  [
    'a member more in a phone’s row',
    leak('phone', inRows('phone', { servedBy: 's1' })),
    / for phone: /,
  ],
  [
    'a number of staff where something else belongs',
    leak('phone', inRows('phone', { lane: 's1' })),
    /phone shows/,
  ],
  ['a member more in a pad’s row', leak('pad', inRows('rating', { staff: 's1' })), / for pad: /],
  [
    'a member more in a kiosk’s view',
    leak('kiosk', ({ view }) => ({ view: { ...view, tickets: {} } })),
    / for kiosk: /,
  ],
  [
    'rows of staff on a board',
    leak('board', (_told, ...states) => ({ events: feedEvents(...states, 'counter') })),
    / for board: /,
  ],
  [
    'the view of staff on a pad',
    leak('pad', (_told, _, after) => ({ view: viewOf(after, 'counter') })),
    / for pad: /,
  ],
])('FEED-2, LINK-2 a planted leak is found: %s', (_name, by, message) => {
  const watch = everyFifth(by);
  const { breach } = sweep({ seed: FIXED_SEED + 2, days: 40, length: 400, watch, shrink: false });
  expect(breach?.message).toMatch(message);
});
