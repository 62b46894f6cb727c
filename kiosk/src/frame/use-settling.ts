import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** How long a new screen takes no touch: a trembling hand touches twice. Units: ms. Source: ACC-15. */
const SETTLE_MS = 350;

/** The screen that was touched last: the next one may be another tree, which remembers nothing of it. */
let before: string | null = null;

/** True just after the screen of that name has come. */
export const useSettling = (name: string): boolean => {
  const [settled, setSettled] = useState(before ?? name);
  useLayoutEffect(() => {
    before = name;
  }, [name]);
  useEffect(() => {
    if (settled === name) return;
    const timer = setTimeout(() => setSettled(name), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [name, settled]);
  return settled !== name;
};
