import { Cursor, FeedBatch, FeedSnapshot } from '@tingxu/contract/feed';
import { LaneId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { agrees, fromSnapshot, join, type Position } from './position.ts';

const EPOCH = '00000000000000aa';
const OTHER = '00000000000000bb';
const normal = LaneId.parse('normal');

const snapshot = FeedSnapshot.parse({
  epoch: EPOCH,
  upTo: 10,
  at: 1,
  reason: 'new',
  view: {
    audience: 'board',
    profile: null,
    day: { open: true, businessDay: '2026-11-21' },
    lanes: { normal: { lane: 'normal', waiting: 0, now: null, wait: null } },
    counters: {},
    calls: [],
    missed: {},
  },
});
const batch = (after: number, upTo: number, waiting = upTo, epoch = EPOCH): FeedBatch =>
  FeedBatch.parse({
    epoch,
    after,
    upTo,
    at: 2,
    events: [{ type: 'lane', row: { lane: 'normal', waiting, now: null, wait: null } }],
  });
const start = (): Position<'board'> => fromSnapshot('board', snapshot)!;

describe('a position', () => {
  it('FEED-3 begins with a snapshot of its own audience', () => {
    expect(start().cursor).toEqual({ epoch: EPOCH, upTo: 10 });
    expect(fromSnapshot('kiosk', snapshot)).toBeNull();
  });

  it('FEED-3 folds the batch that begins where it stands', () => {
    const step = join(start(), batch(10, 13));
    if (step.kind !== 'moved') throw new Error(step.kind);
    expect(step.position.cursor.upTo).toBe(13);
    expect(step.position.view.lanes[normal]?.waiting).toBe(13);
  });

  it.each([
    ['a later one', batch(11, 13), 'gap'],
    ['one that overlaps', batch(9, 13), 'gap'],
    ['one already folded', batch(8, 10), 'known'],
    ['an old one', batch(2, 4), 'known'],
    ['one of another journal', batch(10, 13, 1, OTHER), 'gap'],
    ['an old one of another journal', batch(2, 4, 1, OTHER), 'gap'],
  ])('FEED-3 does not fold %s', (_name, message, kind) => {
    expect(join(start(), message)).toEqual({ kind });
  });

  it('FEED-3 agrees with a tick of the same place only', () => {
    const cursor = Cursor.parse({ epoch: EPOCH, upTo: 10 });
    expect(agrees(cursor, { ...cursor, at: 5 })).toBe(true);
    expect(agrees(cursor, { ...cursor, upTo: 11, at: 5 })).toBe(false);
    expect(agrees(cursor, { ...cursor, upTo: 9, at: 5 })).toBe(false);
    expect(agrees(cursor, { ...batch(0, 10, 0, OTHER), at: 5 })).toBe(false);
  });
});
