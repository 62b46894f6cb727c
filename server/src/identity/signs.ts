/** Codes that people read from one screen and type at another. */
import { randomInt } from 'node:crypto';
import { CODE_SIGNS } from '@tingxu/contract/code-signs';

export const newSigns = (length: number): string =>
  Array.from({ length }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('');
