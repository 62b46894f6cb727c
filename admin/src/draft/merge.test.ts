import { describe, expect, it } from 'vitest';
import { HALL } from '../testing/hall.ts';
import type { Draft } from './draft-config.ts';
import { merge } from './merge.ts';
import { replaceAt } from './rows.ts';

const withLabel = (draft: Draft, index: number, label: string): Draft => {
  const row = draft.counters[index];
  return row ? { ...draft, counters: replaceAt(draft.counters, index, { ...row, label }) } : draft;
};
const cap = (draft: Draft, passOverCap: number): Draft => ({
  ...draft,
  policy: { ...draft.policy, passOverCap },
});
const merged = (theirs: Draft, mine: Draft) => merge<Draft>({ base: HALL, theirs, mine });

describe('a change of somebody else and one’s own', () => {
  it('stand both where they touch other things, also two rows of one table', () => {
    const { config, contested } = merged(
      withLabel(HALL, 0, 'A1'),
      cap(withLabel(HALL, 1, 'A2'), 9),
    );
    expect(config).toEqual(cap(withLabel(withLabel(HALL, 0, 'A1'), 1, 'A2'), 9));
    expect(contested).toEqual([]);
  });

  it('leave one’s own, by name, where both touched the same', () => {
    const { config, contested } = merged(withLabel(cap(HALL, 3), 0, 'A1'), cap(HALL, 9));
    expect(config).toEqual(withLabel(cap(HALL, 9), 0, 'A1'));
    expect(contested).toEqual(['policy.passOverCap']);
  });

  it('keep a row that either added, and drop one that either removed untouched', () => {
    const added = { id: '3', label: '3', skills: ['cash'] };
    const theirs: Draft = { ...HALL, counters: [...HALL.counters, added] };
    const mine: Draft = { ...HALL, counters: HALL.counters.slice(1) };
    expect(merged(theirs, mine).config.counters.map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('keep their new order while one’s own row changes', () => {
    const theirs: Draft = { ...HALL, counters: [...HALL.counters].reverse() };
    const { config } = merged(theirs, withLabel(HALL, 0, 'A1'));
    expect(config.counters.map(({ label }) => label)).toEqual(['2', 'A1']);
  });

  it('are the same where both changed it alike', () => {
    const { config, contested } = merged(cap(HALL, 9), cap(HALL, 9));
    expect(config).toEqual(cap(HALL, 9));
    expect(contested).toEqual([]);
  });
});
