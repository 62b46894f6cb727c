/** Codes that people read from one screen and type at another. */
import { randomInt } from 'node:crypto';

/** Signs that cannot be misread: no I, O, 0 or 1. Five bits each. */
export const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export const newSigns = (length: number): string =>
  Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('');
