/**
 * Keys of the desk: letters, function keys and a number pad that lies beside the mouse. Pure.
 * The position is used where a switched number lock or an input method would change the character.
 */
import { PAD_KEYS } from '@tingxu/contract/pad-keys';
import type { Intent } from './action.ts';

export type Key = Pick<
  KeyboardEvent,
  'key' | 'code' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'
>;

const BY_CODE: Readonly<Record<string, Intent>> = {
  NumpadAdd: PAD_KEYS['+'],
  NumpadEnter: PAD_KEYS['+'],
  NumpadMultiply: PAD_KEYS['*'],
  NumpadSubtract: PAD_KEYS['-'],
  NumpadDecimal: PAD_KEYS['.'],
  NumpadDivide: PAD_KEYS['/'],
  Numpad0: PAD_KEYS['0'],
  Numpad7: 'transfer',
  Numpad8: 'park',
  Numpad9: 'sendBack',
  Numpad4: 'addService',
  Numpad5: 'away',
  Numpad6: 'ticket',
  Numpad1: 'walkUp',
  Numpad2: 'handOver',
  Numpad3: 'end',
};

const BY_KEY: Readonly<Record<string, Intent>> = {
  ' ': 'main',
  enter: 'main',
  f2: 'recall',
  r: 'recall',
  m: 'miss',
  f: 'finish',
  p: 'pause',
  x: 'close',
  t: 'transfer',
  s: 'park',
  b: 'sendBack',
  e: 'documents',
  n: 'addService',
  l: 'away',
  c: 'ticket',
  w: 'walkUp',
  o: 'handOver',
  d: 'end',
  h: 'help',
  g: 'more',
  '?': 'keys',
};

/** Null for keys that mean nothing here or belong to the browser. */
export const intentOf = (key: Key): Intent | null => {
  if (key.ctrlKey || key.altKey || key.metaKey) return null;
  return BY_CODE[key.code] ?? BY_KEY[characterOf(key)] ?? null;
};

/** An input method hands over `Process`; the position still tells the letter. */
const characterOf = ({ key, code }: Key): string =>
  key === 'Process' ? code.replace(/^Key/, '').toLowerCase() : key.toLowerCase();

/** The digit pressed, on either block, whatever the number lock says; null for other keys. */
export const digitOf = ({ code, ctrlKey, altKey, metaKey }: Key): number | null => {
  const digit = ctrlKey || altKey || metaKey ? null : /^(?:Digit|Numpad)([0-9])$/.exec(code);
  return digit ? Number(digit[1]) : null;
};

/** Keys that a focused button or link takes for itself. */
export const isPressKey = ({ key }: Key): boolean => key === ' ' || key === 'Enter';

/** A worn key, or a hand that presses twice, closes its contact again within this time. Units: ms. */
export const BOUNCE_MS = 350;

/** True when this press is the echo of the one before. */
export const isBounce = (lastPressAt: number | null, pressAt: number): boolean =>
  lastPressAt !== null && pressAt - lastPressAt < BOUNCE_MS;

/** Hands that have answered a dialog by a digit may still confirm it within this time. Units: ms. */
export const CONFIRM_MS = 1_000;

/** True when this press can only be meant for the dialog that the key before it answered. */
export const isAfterAnswer = (answeredAt: number | null, pressAt: number): boolean =>
  answeredAt !== null && pressAt - answeredAt < CONFIRM_MS;
