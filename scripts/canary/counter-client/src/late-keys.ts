// expect: plugin
import { useEffect } from 'preact/hooks';

export const useLateKeys = (listen: () => void): void =>
  useEffect(() => {
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [listen]);
