/** What a refusal means to whoever typed. Pure. */
import type { Problem } from '@tingxu/contract/problem';
import type { SessionWords } from './words.ts';

const MINUTE_S = 60;
/** From here on minutes are told. */
const LONG_S = 100;

export const waitWords = (words: SessionWords, seconds: number): string =>
  seconds < LONG_S ? words.inSeconds(seconds) : words.inMinutes(Math.ceil(seconds / MINUTE_S));

/** `leftSeconds`: of a time that must pass first. Null for a problem that every page has words for. */
export const toldOf = (
  words: SessionWords,
  problem: Problem | null,
  leftSeconds: number,
): string | null => {
  switch (problem?.code) {
    case undefined:
      return words.noAnswer;
    case 'sign-in-refused':
      return words.refused;
    case 'sign-in-held-off':
      return leftSeconds > 0 ? words.heldOff(waitWords(words, leftSeconds)) : null;
    case 'sign-in-busy':
      return words.busy;
    case 'passphrase-weak':
      return words.weak;
    case 'set-up-refused':
      return words.setUpRefused;
    case 'set-up-done':
      return words.setUpDone;
    default:
      return null;
  }
};
