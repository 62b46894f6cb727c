import { describe, expect, it } from 'vitest';
import { enterDigit, type Step, stepAt } from './step.ts';

const tree = (refused?: string): Step => ({
  prompt: 'first',
  options: [
    { key: 'a', title: 'A', leadsTo: () => ({ prompt: 'second', options: [] }) },
    { key: 'b', title: 'B', refused, leadsTo: () => [{ type: 'close' }] },
  ],
});

describe('digits in a list', () => {
  it('choose at once while no second digit could follow', () => {
    expect(enterDigit('', 3, 9)).toEqual({ kind: 'chosen', index: 2 });
    expect(enterDigit('', 2, 14)).toEqual({ kind: 'chosen', index: 1 });
  });

  it('wait for a second one where it could', () => {
    expect(enterDigit('', 1, 14)).toEqual({ kind: 'more', digits: '1' });
    expect(enterDigit('1', 4, 14)).toEqual({ kind: 'chosen', index: 13 });
  });

  it('begin anew with one that does not fit', () => {
    expect(enterDigit('1', 9, 14)).toEqual({ kind: 'chosen', index: 8 });
    expect(enterDigit('', 0, 14)).toEqual({ kind: 'none' });
    expect(enterDigit('', 5, 4)).toEqual({ kind: 'none' });
  });
});

describe('questions', () => {
  it('go on where the choices so far lead', () => {
    expect(stepAt(tree(), []).step.prompt).toBe('first');
    expect(stepAt(tree(), ['a'])).toMatchObject({ step: { prompt: 'second' }, depth: 1 });
  });

  it('fall back to the last one that still stands', () => {
    expect(stepAt(tree(), ['gone', 'a'])).toMatchObject({ step: { prompt: 'first' }, depth: 0 });
    expect(stepAt(tree('not now'), ['b'])).toMatchObject({ depth: 0 });
  });
});
