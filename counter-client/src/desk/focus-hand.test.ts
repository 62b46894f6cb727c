import { describe, expect, it } from 'vitest';
import { type FocusHand, handAfter, isLeftToControl } from './focus-hand.ts';

const after = (...events: readonly { readonly type: string; readonly key?: string }[]): FocusHand =>
  events.reduce<FocusHand>(handAfter, 'keys');
const click = { type: 'pointerdown' };
const key = (name: string) => ({ type: 'keydown', key: name });
const space = { isPressKey: true, onControl: true };

describe('whose press a key is', () => {
  it('of the control that was reached by keys', () => {
    expect(isLeftToControl(after(), space)).toBe(true);
    expect(isLeftToControl(after(key('Tab'), key('a')), space)).toBe(true);
  });

  it('of the desk after a click, whichever button the focus was left on and whatever was typed since', () => {
    expect(isLeftToControl(after(click), space)).toBe(false);
    expect(isLeftToControl(after(key('Tab'), click, key(' '), key('r')), space)).toBe(false);
  });

  it('of the control again once Tab has moved the focus on', () => {
    expect(isLeftToControl(after(click, key('Tab')), space)).toBe(true);
    expect(isLeftToControl(after(click, key('Tab'), click), space)).toBe(false);
  });

  it('of the desk where no control has the focus, or the key presses none', () => {
    expect(isLeftToControl(after(), { ...space, onControl: false })).toBe(false);
    expect(isLeftToControl(after(), { ...space, isPressKey: false })).toBe(false);
  });
});
