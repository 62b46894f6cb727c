import { describe, expect, it } from 'vitest';
import {
  BOUNCE_MS,
  CONFIRM_MS,
  digitOf,
  intentOf,
  isAfterAnswer,
  isBounce,
  type Key,
} from './key-map.ts';

const key = (pressed: string, code: string, more: Partial<Key> = {}): Key => ({
  key: pressed,
  code,
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

describe('the keys of the desk', () => {
  it.each([
    [' ', 'Space', 'main'],
    ['Enter', 'Enter', 'main'],
    ['Enter', 'NumpadEnter', 'main'],
    ['+', 'NumpadAdd', 'main'],
    ['F2', 'F2', 'recall'],
    ['r', 'KeyR', 'recall'],
    ['*', 'NumpadMultiply', 'recall'],
    ['M', 'KeyM', 'miss'],
    ['-', 'NumpadSubtract', 'miss'],
    ['f', 'KeyF', 'finish'],
    ['.', 'NumpadDecimal', 'finish'],
    ['p', 'KeyP', 'pause'],
    ['/', 'NumpadDivide', 'pause'],
    ['x', 'KeyX', 'close'],
    ['g', 'KeyG', 'more'],
    ['?', 'Slash', 'keys'],
  ] as const)('%s (%s) asks for %s', (pressed, code, intent) => {
    expect(intentOf(key(pressed, code))).toBe(intent);
  });

  it('mean the same while an input method is switched on', () => {
    expect(intentOf(key('Process', 'KeyR'))).toBe('recall');
  });

  it('follow the letter, not its place, on another layout', () => {
    expect(intentOf(key('m', 'Semicolon'))).toBe('miss');
  });

  it('mean the same without number lock', () => {
    expect(intentOf(key('Delete', 'NumpadDecimal'))).toBe('finish');
  });

  it.each(['ctrlKey', 'altKey', 'metaKey'] as const)('leave %s to the browser', (modifier) => {
    expect(intentOf(key('r', 'KeyR', { [modifier]: true }))).toBeNull();
  });

  it.each(['a', 'Escape', 'Tab', 'F5', '1'])('leave %s alone', (pressed) => {
    expect(intentOf(key(pressed, pressed))).toBeNull();
  });
});

describe('digits', () => {
  it.each([
    ['2', 'Digit2', 2],
    ['2', 'Numpad2', 2],
    ['ArrowDown', 'Numpad2', 2],
    ['é', 'Digit2', 2],
  ])('%s on %s is %d', (pressed, code, digit) => {
    expect(digitOf(key(pressed, code))).toBe(digit);
  });

  it('are none elsewhere', () => {
    expect(digitOf(key('a', 'KeyA'))).toBeNull();
    expect(digitOf(key('2', 'Digit2', { ctrlKey: true }))).toBeNull();
  });
});

describe('two presses in one', () => {
  it('are told apart by time', () => {
    expect(isBounce(null, 0)).toBe(false);
    expect(isBounce(1000, 1000 + BOUNCE_MS - 1)).toBe(true);
    expect(isBounce(1000, 1000 + BOUNCE_MS)).toBe(false);
  });

  it('an Enter just after the digit that answered a dialog calls nobody', () => {
    expect(isAfterAnswer(null, 0)).toBe(false);
    expect(isAfterAnswer(1000, 1000 + CONFIRM_MS - 1)).toBe(true);
    expect(isAfterAnswer(1000, 1000 + CONFIRM_MS)).toBe(false);
  });
});
