import { useEffect, useState } from 'preact/hooks';

/** How long a new screen takes no touch: a trembling hand touches twice. Units: ms. Source: ACC-15. */
const SETTLE_MS = 350;

/** True just after the screen of that name has come. */
export const useSettling = (name: string): boolean => {
  const [settled, setSettled] = useState(name);
  useEffect(() => {
    if (settled === name) return;
    const timer = setTimeout(() => setSettled(name), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [name, settled]);
  return settled !== name;
};
