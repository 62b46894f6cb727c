/**
 * The keyboard of the desk. A key acts once however long it is held; a control that was reached by keys
 * keeps its own Space and Enter, one that was touched or clicked does not: the hand that goes back to
 * the keyboard means the next customer. Nothing acts behind a dialog or while somebody types.
 */
import { useLayoutEffect } from 'preact/hooks';
import type { Intent } from './action.ts';
import type { DeskModel } from './desk-model.ts';
import { type FocusHand, handAfter, isLeftToControl } from './focus-hand.ts';
import { digitOf, intentOf, isAfterAnswer, isBounce, isPressKey } from './key-map.ts';

/** Marks the button that the loop key stands for: the key may act on it as the button would. */
export const MAIN_BUTTON = 'desk-main';

export function useDeskKeys(desk: DeskModel): void {
  useLayoutEffect(() => {
    const forget = listen(desk);
    return forget;
  }, [desk]);
}

const listen = (desk: DeskModel): (() => void) => {
  let lastMainAt: number | null = null;
  let hand: FocusHand = 'keys';
  const point = (event: PointerEvent): void => {
    hand = handAfter(hand, event);
  };
  /** When a key was last meant for a dialog, open or refused. */
  let askedAt: number | null = null;
  /** Keys whose press was used here: their release must not press a focused button. */
  const used = new Set<string>();
  const act = (intent: Intent, pressedAt: number): void => {
    if (intent !== 'main') {
      desk.press(intent);
      return;
    }
    const echo = isBounce(lastMainAt, pressedAt);
    lastMainAt = pressedAt;
    if (!echo) desk.press(intent);
  };
  /** Whether somebody types, answers a dialog, or presses a control that has the focus. */
  const isTaken = (event: KeyboardEvent): boolean => {
    if (isTyping(event.target)) return true;
    const asked = document.querySelector('dialog[open]') !== null;
    if (asked || isDigit(event)) askedAt = event.timeStamp;
    if (asked) return true;
    hand = handAfter(hand, event);
    const onControl = isControl(event.target);
    const pressed = isLeftToControl(hand, { isPressKey: isPressKey(event), onControl });
    // A held Enter would press the focused button again and again.
    if (pressed && event.repeat) event.preventDefault();
    return pressed;
  };
  const down = (event: KeyboardEvent): void => {
    if (isTaken(event)) return;
    const intent = intentOf(event);
    if (!intent) return;
    event.preventDefault();
    used.add(event.code);
    // An answer is one digit; hands that confirm it with Enter do not mean the next customer.
    const confirms = event.key === 'Enter' && isAfterAnswer(askedAt, event.timeStamp);
    if (!event.repeat && !confirms) act(intent, event.timeStamp);
  };
  const up = (event: KeyboardEvent): void => {
    if (used.delete(event.code)) event.preventDefault();
  };
  addEventListener('pointerdown', point, true);
  addEventListener('keydown', down);
  addEventListener('keyup', up);
  return () => {
    removeEventListener('pointerdown', point, true);
    removeEventListener('keydown', down);
    removeEventListener('keyup', up);
  };
};

/** Not of the number pad, whose digits are keys of the desk. */
const isDigit = (event: KeyboardEvent): boolean =>
  digitOf(event) !== null && intentOf(event) === null;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement
    ? target.type !== 'checkbox' && target.type !== 'radio'
    : target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.id !== MAIN_BUTTON &&
  target.closest('button, a[href], input, summary') !== null;
