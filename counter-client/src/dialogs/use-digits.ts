/**
 * Digit keys choose in an open dialog, unless somebody types a text there. They are listened to from
 * the frame that shows the choice: a practised hand is faster than the next one.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { digitOf } from '../desk/key-map.ts';

export function useDigits(active: boolean, choose: (digit: number) => void): void {
  const latest = useRef(choose);
  latest.current = choose;
  useLayoutEffect(() => {
    if (!active) return;
    const down = (event: KeyboardEvent): void => {
      const digit = digitOf(event);
      const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
      if (digit === null || event.repeat || typing) return;
      event.preventDefault();
      latest.current(digit);
    };
    addEventListener('keydown', down);
    return () => removeEventListener('keydown', down);
  }, [active]);
}
