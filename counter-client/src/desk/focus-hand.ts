/**
 * Whose press a key is: of the control that has the focus, or of the desk. Whoever went there by Tab
 * presses it; after a click or a touch the hand that goes back to the keyboard means the next customer. Pure.
 */

/** What has put the focus where it is. */
export type FocusHand = 'keys' | 'pointer';

export const handAfter = (
  hand: FocusHand,
  event: { readonly type: string; readonly key?: string },
): FocusHand => {
  if (event.type === 'pointerdown') return 'pointer';
  return event.type === 'keydown' && event.key === 'Tab' ? 'keys' : hand;
};

/** Whether Space or Enter is left to the control. */
export const isLeftToControl = (
  hand: FocusHand,
  press: { readonly isPressKey: boolean; readonly onControl: boolean },
): boolean => hand === 'keys' && press.isPressKey && press.onControl;
