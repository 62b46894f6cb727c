/**
 * Keeps the keyboard's place in a list whose rows come, go and move: moving or removing the element
 * that has the focus makes a browser drop it to the page. Source: quality.md ACC-06.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Controls of the rows; each needs an id of its own, made from what its row stands for. */
const CONTROLS = 'button[id], a[id], input[id]';

type Held = { readonly id: string; readonly index: number };

/**
 * For the component that renders the rows. After each render the focus returns to the same control,
 * or to the one that took its place, or to the list itself (which needs `tabIndex={-1}`).
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>): void {
  const held = useRef<Held | null>(null);
  const rendering = useRef(false);
  rendering.current = true;

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const enter = (event: FocusEvent): void => {
      held.current = heldBy(element, event.target);
    };
    // While rows are being moved it is the browser that lets go, not the person.
    const leave = (): void => {
      if (!rendering.current) held.current = null;
    };
    element.addEventListener('focusin', enter);
    element.addEventListener('focusout', leave);
    return () => {
      element.removeEventListener('focusin', enter);
      element.removeEventListener('focusout', leave);
    };
  }, [list]);

  useLayoutEffect(() => {
    rendering.current = false;
    const element = list.current;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (!element || !held.current || !lost) return;
    const controls = controlsOf(element);
    const { id, index } = held.current;
    const same = controls.find((control) => control.id === id);
    (same ?? controls[Math.min(index, controls.length - 1)] ?? element).focus();
  });
}

const controlsOf = (element: HTMLElement): HTMLElement[] => [
  ...element.querySelectorAll<HTMLElement>(CONTROLS),
];

const heldBy = (element: HTMLElement, target: EventTarget | null): Held | null => {
  const control = target instanceof Element ? target.closest<HTMLElement>(CONTROLS) : null;
  return control && { id: control.id, index: controlsOf(element).indexOf(control) };
};
