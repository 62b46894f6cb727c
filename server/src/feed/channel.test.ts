import { Epoch, type FeedBatch } from '@tingxu/contract/feed';
import { call, closeDay, issue, open, openDay, recall } from '@tingxu/hall/testing/commands';
import { hallConfig } from '@tingxu/hall/testing/config';
import { openScene, type Scene, type Step } from '@tingxu/hall/testing/scene';
import { viewOf } from '@tingxu/hall/view';
import { describe, expect, it } from 'vitest';
import { type Channel, channel, MAX_TAIL_EVENTS, toAudience } from './channel.ts';

const EPOCH = Epoch.parse('00000000000000aa');
const OTHER = Epoch.parse('00000000000000bb');

type Rig = { scene: Scene; board: Channel; seq: () => number; commit: (...steps: Step[]) => void };

const rig = (): Rig => {
  const scene = openScene().given(open('1'), issue());
  const seq = (): number => scene.journal().length;
  const board = channel(toAudience('board'), EPOCH, { state: scene.hall(), seq: seq() });
  return {
    scene,
    board,
    seq,
    commit: (...steps) => {
      scene.given(...steps);
      board.advance({ state: scene.hall(), seq: seq() });
    },
  };
};
const at = (upTo: number, epoch = EPOCH) => ({ epoch, upTo });

describe('a channel', () => {
  it('FEED-3 sends batches that join: each begins where the last one ended', () => {
    const { scene, board, seq } = rig();
    const batches: FeedBatch[] = [];
    for (const step of [issue(), call('1'), recall('A001', '1'), issue('cash', 'vip')]) {
      scene.given(step);
      const news = board.advance({ state: scene.hall(), seq: seq() });
      if (news?.kind === 'batch') batches.push(news.batch);
    }
    expect(batches.map(({ after, upTo }) => [after, upTo])).toEqual([
      [3, 4],
      [4, 5],
      [5, 6],
      [6, 7],
    ]);
  });

  it('FEED-3 what the audience does not see moves nothing', () => {
    const scene = openScene().given(open('1'), issue(), call('1'));
    const kiosk = channel(toAudience('kiosk'), EPOCH, { state: scene.hall(), seq: 4 });
    scene.given(recall('A001', '1'));
    expect(kiosk.advance({ state: scene.hall(), seq: 5 })).toBeNull();
    expect(kiosk.tick(9)).toEqual({ epoch: EPOCH, upTo: 4, at: 9 });
    scene.given(issue());
    expect(kiosk.advance({ state: scene.hall(), seq: 6 })).toMatchObject({
      batch: { after: 4, upTo: 6 },
    });
  });

  it('FEED-3 a follower that is there gets nothing, one that is behind one batch of all it lacks', () => {
    const { board, commit, seq } = rig();
    const from = seq();
    commit(issue());
    commit(call('1'));
    const tail = board.enter(at(from));
    expect(tail).toMatchObject({ kind: 'batch', batch: { after: from, upTo: from + 2 } });
    expect(board.enter(at(from + 1))).toMatchObject({ batch: { after: from + 1, upTo: from + 2 } });
    expect(board.enter(at(from + 2))).toEqual({ kind: 'nothing' });
  });

  it('FEED-3 a snapshot is the view, with the reason for it', () => {
    const { scene, board, commit, seq } = rig();
    const from = seq();
    commit(issue());
    const view = viewOf(scene.hall(), 'board');
    const snapshotFor = (reason: string) => ({
      kind: 'snapshot',
      snapshot: { epoch: EPOCH, upTo: from + 1, at: scene.now(), reason, view },
    });
    expect(board.enter(undefined)).toEqual(snapshotFor('new'));
    expect(board.enter(at(from, OTHER))).toEqual(snapshotFor('other-epoch'));
    expect(board.enter(at(from + 1, OTHER))).toEqual(snapshotFor('other-epoch'));
    expect(board.enter(at(from + 2))).toEqual(snapshotFor('ahead'));
    expect(board.enter(at(from - 1))).toEqual(snapshotFor('too-old'));
  });

  it('FEED-3 a tail holds no more events than it may', () => {
    const { board, commit, seq } = rig();
    const heads: number[] = [seq()];
    for (let count = 0; count < 2 * MAX_TAIL_EVENTS; count += 1) {
      commit(issue());
      heads.push(seq());
    }
    const entries = heads.map((head) => board.enter(at(head)));
    const tails = entries.flatMap((entry) => (entry.kind === 'batch' ? [entry.batch] : []));
    const longest = Math.max(...tails.map((tail) => tail.events.length));
    expect(longest).toBeLessThanOrEqual(MAX_TAIL_EVENTS);
    expect(longest).toBeGreaterThan(MAX_TAIL_EVENTS - 10);
    expect(entries[0]).toMatchObject({ snapshot: { reason: 'too-old' } });
    expect(entries.at(-1)).toEqual({ kind: 'nothing' });
  });

  it('FEED-3 another day is a snapshot for everybody, also for who was cut off before it', () => {
    const { scene, board, commit, seq } = rig();
    const before = seq();
    commit(issue());
    commit(closeDay('end-remaining'));
    scene.given(openDay(hallConfig(), '2026-11-22'));
    const news = board.advance({ state: scene.hall(), seq: seq() });
    expect(news).toEqual({
      kind: 'snapshot',
      snapshot: {
        epoch: EPOCH,
        upTo: seq(),
        at: scene.now(),
        reason: 'day-changed',
        view: viewOf(scene.hall(), 'board'),
      },
    });
    for (const upTo of [before, before + 1, seq() - 1]) {
      expect(board.enter(at(upTo))).toMatchObject({ snapshot: { reason: 'day-changed' } });
    }
    expect(board.enter(at(seq()))).toEqual({ kind: 'nothing' });
  });

  it('FEED-3 a hall restarted from its journal is no news', () => {
    const { scene, board, seq } = rig();
    expect(board.advance({ state: structuredClone(scene.hall()), seq: seq() })).toBeNull();
    scene.given(issue());
    const news = board.advance({ state: scene.hall(), seq: seq() });
    expect(news).not.toBeNull();
  });
});
