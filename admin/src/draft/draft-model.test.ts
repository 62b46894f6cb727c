import { signal } from '@preact/signals';
import { HallConfig } from '@tingxu/contract/config';
import { HallId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { HALL } from '../testing/hall.ts';
import type { Draft } from './draft-config.ts';
import { createDraftModel, type Known } from './draft-model.ts';
import type { Memory } from './kept.ts';

const memoryOf = (kept: Map<string, string> = new Map()): Memory => ({
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
});
const hall = HallId.parse('demo');
const FIRST: Known = { latest: 1, config: HALL };

const rig = (memory = memoryOf()) => {
  const known = signal<Known | null>(FIRST);
  return { known, memory, model: createDraftModel({ hall, memory, known }) };
};
const hour = (cutOverHour: number) => (draft: Draft) => ({ ...draft, cutOverHour });

describe('the draft', () => {
  it('begins with the first edit, and is gone when nothing differs', () => {
    const { model } = rig();
    expect(model.work.value).toBeNull();
    model.edit(hour(5));
    expect(model.work.value).toMatchObject({ basedOn: 1, draft: { cutOverHour: 5 } });
    model.edit(hour(4));
    expect(model.work.value).toBeNull();
  });

  it('takes steps back one by one', () => {
    const { model } = rig();
    model.edit(hour(5));
    model.edit(hour(6));
    model.undo();
    expect(model.draft.value?.cutOverHour).toBe(5);
    model.undo();
    expect(model.work.value).toBeNull();
    expect(model.canUndo.value).toBe(false);
  });

  it('outlives its page, faults included', () => {
    const { model, memory } = rig();
    model.edit(hour(Number.NaN));
    const again = rig(memory).model;
    expect(again.faults.value.map(({ path }) => path)).toEqual(['cutOverHour']);
    expect(again.config.value).toBeNull();
  });

  it('is nothing where what was kept cannot be read', () => {
    const memory = memoryOf(
      new Map([['tingxu.admin.demo', '{"basedOn":1,"origin":{},"draft":{}}']]),
    );
    expect(rig(memory).model.work.value).toBeNull();
  });

  it('CONF-2 knows that it was outrun, is kept, and comes forward with both changes', () => {
    const { model, known } = rig();
    model.edit(hour(5));
    known.value = { latest: 2, config: HallConfig.parse({ ...HALL, zone: 'Europe/Berlin' }) };
    expect(model.outrun.value).toBe(true);
    expect(model.draft.value).toMatchObject({ cutOverHour: 5, zone: 'Asia/Shanghai' });
    model.bringForward();
    expect(model.outrun.value).toBe(false);
    expect(model.work.value).toMatchObject({ basedOn: 2 });
    expect(model.draft.value).toMatchObject({ cutOverHour: 5, zone: 'Europe/Berlin' });
  });
});
