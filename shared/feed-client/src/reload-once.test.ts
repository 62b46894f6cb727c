import { PROBLEMS, type ProblemCode } from '@tingxu/contract/problems';
import type { Audience } from '@tingxu/contract/roles';
import { describe, expect, test } from 'vitest';
import { CONNECTING, type FeedState } from './follow.ts';
import { reloadOnce } from './reload-once.ts';

const live: FeedState<Audience> = { ...CONNECTING, status: 'live' };
const refused = (code: ProblemCode): FeedState<Audience> => ({
  ...CONNECTING,
  status: 'refused',
  problem: {
    type: 'about:blank',
    code,
    title: PROBLEMS[code].title,
    status: PROBLEMS[code].status,
  },
});

const tab = () => {
  const kept = new Map<string, string>();
  let reloads = 0;
  return {
    memory: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
    reload: () => {
      reloads += 1;
    },
    count: () => reloads,
  };
};

describe('a page that is too old', () => {
  test('loads itself anew, and not a second time when that did not help', () => {
    const page = tab();
    expect(reloadOnce(refused('upgrade-required'), page)).toBe(true);
    expect(reloadOnce(refused('upgrade-required'), page)).toBe(false);
    expect(page.count()).toBe(1);
  });
  test('may do so again once it has been live', () => {
    const page = tab();
    reloadOnce(refused('upgrade-required'), page);
    reloadOnce(live, page);
    expect(reloadOnce(refused('upgrade-required'), page)).toBe(true);
    expect(page.count()).toBe(2);
  });
  test('stays for any other refusal and for any other state', () => {
    const page = tab();
    for (const state of [refused('forbidden'), live, CONNECTING]) {
      expect(reloadOnce(state, page)).toBe(false);
    }
    expect(page.count()).toBe(0);
  });
  test('stays where the tab keeps nothing, for it could not know when to stop', () => {
    const page = tab();
    const setItem = (): void => {
      throw new Error('the quota has been exceeded');
    };
    const memory = { ...page.memory, setItem };
    expect(reloadOnce(refused('upgrade-required'), { ...page, memory })).toBe(false);
    expect(page.count()).toBe(0);
  });
});
