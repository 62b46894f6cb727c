/** The example beside the settings of the voice is what the voice says. */
import { PublicLocale } from '@tingxu/contract/locale';
import { spokenExample } from '@tingxu/i18n/spoken-example';
import { callSentence } from '@tingxu/voice/sentence';
import { describe, expect, it } from 'vitest';

const CALL = { number: 'A012', counter: '3', label: '3' };

describe('the example of the settings', () => {
  it.each(
    PublicLocale.options.flatMap((language) => [
      [language, 'yi'] as const,
      [language, 'yao'] as const,
    ]),
  )('VOICE-12 is the sentence of the call in %s, 1 read as %s', (language, one) => {
    const { words, clips } = callSentence([CALL], language, { one, has: () => false });
    const example = spokenExample[language](one);
    expect(example.replace(/[幺一]/, '1')).toBe(words);
    expect(example.includes('幺')).toBe(clips.includes('yao'));
  });
});
