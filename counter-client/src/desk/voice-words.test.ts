import { voice } from '@tingxu/i18n/voice';
import { expect, test } from 'vitest';
import { voiceWords } from './voice-words.ts';

const en = { t: { voice: voice.en } } as Parameters<typeof voiceWords>[1];

test('VOICE-3 the teller reads whether the call is on a board and whether it was heard, or why not', () => {
  expect(voiceWords({}, en)).toEqual([]);
  const row = { attempt: 1, shown: true, end: null } as const;
  expect(voiceWords({ voice: row }, en)).toEqual(['on the board', 'to be spoken']);
  expect(voiceWords({ voice: { ...row, end: 'spoken' } }, en)).toEqual(['on the board', 'spoken']);
  const silent = { ...row, shown: false, end: 'cancelled', why: 'no-speaker' } as const;
  expect(voiceWords({ voice: silent }, en)).toEqual([
    'not on the board',
    'not spoken (no loudspeaker)',
  ]);
});
