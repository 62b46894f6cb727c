import { FeedEvent } from '@tingxu/contract/feed';
import type { TicketId } from '@tingxu/contract/ids';
import { HALL_AUDIENCES } from '@tingxu/contract/roles';
import { HallView } from '@tingxu/contract/views';
import { expect, test } from 'vitest';
import { lock } from '../testing/plain.ts';
import { explain, FIXED_SEED, sweep } from '../testing/property.ts';
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

const PUBLIC = ['kiosk', 'board'] as const;
/** Staff ids of the model are `s1`, `d2` and the like. */
const STAFF = /"[sd]\d+"/;

const checkPhone = (before: HallState, after: HallState, id: TicketId): void => {
  const view = phoneView(after, id);
  const parsed = HallView.safeParse(view);
  if (!parsed.success) throw new Error(`VIEW phone: ${parsed.error.message}`);
  const events = phoneEvents(before, after, id);
  for (const event of events) {
    const row = FeedEvent.safeParse(event);
    if (!row.success) throw new Error(`FEED phone: ${row.error.message}`);
  }
  if (STAFF.test(JSON.stringify([view, events]))) throw new Error('LINK-2: a phone shows staff');
};

/** Every view fits its schema and is plain data; public ones hold no staff. */
const checkViews = (before: HallState, after: HallState): void => {
  for (const audience of HALL_AUDIENCES) {
    const view = HallView.safeParse(viewOf(after, audience));
    if (!view.success) throw new Error(`VIEW ${audience}: ${view.error.message}`);
    lock(view.data, new WeakSet());
    for (const event of feedEvents(before, after, audience)) {
      const parsed = FeedEvent.safeParse(event);
      if (!parsed.success) throw new Error(`FEED ${audience}: ${parsed.error.message}`);
    }
  }
  for (const audience of PUBLIC) {
    const shown = JSON.stringify([viewOf(after, audience), feedEvents(before, after, audience)]);
    if (STAFF.test(shown)) throw new Error(`FEED-2: ${audience} shows staff`);
  }
  for (const { id } of allLive(after.tickets)) checkPhone(before, after, id);
};

test('FEED-2, LINK-2 every view and row of a random hall fits its schema, and public ones show no staff', () => {
  let turn = 0;
  let staffSeen = 0;
  const watch = (before: HallState, after: HallState): void => {
    turn += 1;
    if (turn % 5 > 0) return;
    checkViews(before, after);
    if (STAFF.test(JSON.stringify(viewOf(after, 'counter')))) staffSeen += 1;
  };
  const result = sweep({ seed: FIXED_SEED + 2, days: 40, length: 400, watch });
  expect(explain(result, FIXED_SEED + 2)).toBe('');
  expect(turn).toBeGreaterThan(2_000);
  expect(staffSeen).toBeGreaterThan(100);
}, 300_000);
