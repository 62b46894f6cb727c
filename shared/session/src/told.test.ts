import { session } from '@tingxu/i18n/session';
import { describe, expect, it } from 'vitest';
import { toldOf, waitWords } from './told.ts';

const words = session['zh-CN'];
const problem = (code: 'sign-in-refused' | 'sign-in-held-off' | 'hall-halted') => ({
  ...{ type: '', title: '', status: 401, code },
});

describe('a refused sign-in', () => {
  it('says how long to wait, in the unit that one waits in', () => {
    expect(waitWords(words, 30)).toBe('30 秒');
    expect(waitWords(words, 99)).toBe('99 秒');
    expect(waitWords(words, 100)).toBe('2 分钟');
    expect(waitWords(words, 900)).toBe('15 分钟');
    expect(toldOf(words, problem('sign-in-held-off'), 30)).toContain('30 秒');
  });

  it('never says which of number and passphrase was wrong', () => {
    expect(toldOf(words, problem('sign-in-refused'), 0)).toBe('工号或口令不对。');
  });

  it('says that nobody answered, and leaves what every page knows to the page', () => {
    expect(toldOf(words, null, 0)).toBe(words.noAnswer);
    expect(toldOf(words, problem('hall-halted'), 0)).toBeNull();
  });
});
