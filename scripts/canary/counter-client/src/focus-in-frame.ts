// expect: nothing
import { useEffect, useLayoutEffect } from 'preact/hooks';

export const useFocusInFrame = (id: string): void => {
  useLayoutEffect(() => {
    document.getElementById(id)?.focus();
  }, [id]);
  useEffect(() => {
    addEventListener('focus', () => undefined);
  }, []);
};
