// expect: plugin
import { useEffect } from 'preact/hooks';

export const useLateFocus = (id: string): void =>
  useEffect(() => {
    document.getElementById(id)?.focus();
  }, [id]);
