/** What boards keep of the calls, at the server and folded in a page. */
import { type BoardView, type CallRow, RECENT_CALLS } from '@tingxu/contract/views';
import { foldAll } from '@tingxu/feed-client/fold';
import { feedEvents } from '@tingxu/hall/feed-diff';
import { call, finish, issue, open, start } from '@tingxu/hall/testing/commands';
import { openScene, type Scene, type Step } from '@tingxu/hall/testing/scene';
import { boardView } from '@tingxu/hall/view';
import { expect, test } from 'vitest';

/** A board that follows the scene, step by step. */
const follow = (scene: Scene) => {
  let page: BoardView = boardView(scene.hall());
  return {
    take: (...steps: readonly Step[]): readonly CallRow[] => {
      const before = scene.hall();
      scene.given(...steps);
      page = foldAll(page, feedEvents(before, scene.hall(), 'board'));
      expect(page).toEqual(boardView(scene.hall()));
      return page.calls;
    },
  };
};

const numbers = (calls: readonly CallRow[]): string[] => calls.map(({ number }) => number);

test('FEED-8 a call that nobody answered stays on the boards under any number of newer ones', () => {
  const more = RECENT_CALLS + 6;
  const scene = openScene();
  const board = follow(scene);
  board.take(open('1'), open('2'), ...Array.from({ length: more + 1 }, () => issue()));
  board.take(call('1'));
  const [first] = numbers(boardView(scene.hall()).calls);
  for (let turn = 0; turn < more; turn += 1) {
    const [newest] = numbers(board.take(call('2')));
    board.take(start(newest ?? '', '2'), finish(newest ?? '', '2'));
  }
  expect(numbers(boardView(scene.hall()).calls)).toHaveLength(RECENT_CALLS + 1);
  expect(numbers(boardView(scene.hall()).calls).at(-1)).toBe(first);
  board.take(start(first ?? '', '1'));
  expect(numbers(boardView(scene.hall()).calls)).toHaveLength(RECENT_CALLS);
  expect(numbers(boardView(scene.hall()).calls)).not.toContain(first);
});
