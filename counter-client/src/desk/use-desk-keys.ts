/**
 * The keyboard of the desk. A key acts once however long it is held; a focused control keeps its own
 * Space and Enter; nothing acts behind a dialog or while somebody types.
 */
import { useEffect } from 'preact/hooks';
import type { Intent } from './action.ts';
import type { DeskModel } from './desk-model.ts';
import { intentOf, isBounce, isPressKey } from './key-map.ts';

/** Marks the button that the loop key stands for: the key may act on it as the button would. */
export const MAIN_BUTTON = 'desk-main';

export function useDeskKeys(desk: DeskModel): void {
  useEffect(() => {
    const forget = listen(desk);
    return forget;
  }, [desk]);
}

const listen = (desk: DeskModel): (() => void) => {
  let lastMainAt: number | null = null;
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
  const down = (event: KeyboardEvent): void => {
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (isPressKey(event) && isControl(event.target)) {
      // A held Enter would press the focused button again and again.
      if (event.repeat) event.preventDefault();
      return;
    }
    const intent = intentOf(event);
    if (!intent) return;
    event.preventDefault();
    used.add(event.code);
    if (!event.repeat) act(intent, event.timeStamp);
  };
  const up = (event: KeyboardEvent): void => {
    if (used.delete(event.code)) event.preventDefault();
  };
  addEventListener('keydown', down);
  addEventListener('keyup', up);
  return () => {
    removeEventListener('keydown', down);
    removeEventListener('keyup', up);
  };
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement
    ? target.type !== 'checkbox' && target.type !== 'radio'
    : target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.id !== MAIN_BUTTON &&
  target.closest('button, a[href], input, summary') !== null;
