import { expect, it } from 'vitest';
import type { Fact } from './facts.ts';
import { breachesOf, numbersIn, type Sound, type Story } from './judge.ts';

const AT = 1_795_222_800_000;
const HALL = 'once';
const call = (digit: number, at = AT): Fact => ({
  ...{ type: 'called', hall: HALL, number: `A00${digit}`, attempt: 1, at },
});
const end = (digit: number, how = 'spoken', why: string | null = null): Fact => ({
  ...{ type: 'ended', hall: HALL, number: `A00${digit}`, attempt: 1, at: AT + 6_000 },
  ...{ end: how, why },
});
const sound = (digit: number, more: Partial<Sound> = {}): Sound => ({
  ...{ hall: HALL, zone: 'hall', page: 'board0-a', saying: digit },
  clips: ['lead', 'letter-a', 'd0', 'd0', `d${digit}`, 'go-to'].map((clip) => `zh-CN/${clip}`),
  ...{ at: AT + 90, until: AT + 4_000, from: AT + 100, to: AT + 3_980 },
  ...more,
});
const judged = (story: Partial<Story>): readonly string[] =>
  breachesOf({
    ...{ facts: [call(2), end(2)], sounds: [sound(2)], answered: [] },
    times: new Map([[HALL, 1]]),
    ...story,
  }).map((line) => line.replace(/:.*/, ''));

it('reads numbers out of clips, several in a sentence', () => {
  const clips = ['lead', 'letter-a', 'd0', 'yao', 'd2', 'to', 'd3', 'no', 'letter-b', 'd9'];
  expect(numbersIn([...clips, 'd8', 'd7', 'to', 'ten', 'counter'])).toEqual(['A012', 'B987']);
});

it('VOICE-2, VOICE-4, VOICE-6, VOICE-7 finds nothing where all is well, and each planted fault', () => {
  expect(judged({})).toEqual([]);
  const later = { from: AT + 9_000, to: AT + 12_900, until: AT + 12_920 };
  expect(judged({ sounds: [sound(2), sound(2, { ...later, page: 'board1-b' })] })).toEqual([
    ...['twice', 'twice'],
  ]);
  expect(judged({ sounds: [sound(2), sound(2, { ...later, saying: 7 })] })).toEqual(['twice']);
  const other = sound(3, { page: 'board1-b', from: AT + 3_000, to: AT + 6_000, until: AT + 6_010 });
  const two = [call(2), end(2), call(3), end(3)];
  expect(judged({ facts: two, sounds: [sound(2), other] })).toEqual(['overlap']);
  const old = [call(2, AT - 58_000), end(2)];
  expect(judged({ facts: old })).toEqual(['late']);
  expect(judged({ facts: [] })).toEqual(['twice', 'foreign']);
  expect(judged({ facts: [call(2)] })).toEqual(['lost']);
  expect(judged({ facts: [call(2), end(2), end(2)] })).toEqual(['ends']);
  expect(judged({ facts: [call(2), end(2, 'cancelled')], sounds: [] })).toEqual(['lost']);
  expect(judged({ sounds: [] })).toEqual(['unheard']);
  expect(judged({ sounds: [sound(2, { from: null, to: null })] })).toEqual(['unheard']);
  expect(judged({ sounds: [sound(2, { to: AT + 3_000 })] })).toEqual(['unheard']);
  expect(judged({ answered: [{ hall: HALL, number: 'A009' }] })).toEqual(['forgotten']);
});

it('VOICE-6 a cut before the first sample, and a recall, are no repetition', () => {
  const silent = sound(2, { from: null, to: null, page: 'board1-b' });
  expect(judged({ sounds: [silent, sound(2)] })).toEqual([]);
  const recalled: Fact = { ...call(2, AT + 5_000), attempt: 2 } as Fact;
  const ended: Fact = { ...end(2), attempt: 2 } as Fact;
  const again = sound(2, { saying: 8, from: AT + 5_100, to: AT + 8_980, until: AT + 9_000 });
  const facts = [call(2), end(2), recalled, ended];
  expect(judged({ facts, sounds: [sound(2), again] })).toEqual([]);
});
