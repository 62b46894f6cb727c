/** How much room the page has: a narrow strip beside the banking application, or too little for tables. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const NARROW = '(max-width: 520px)';
const TABLELESS = '(max-width: 1320px)';

export const useDocked = (): boolean => useMedia(NARROW);
export const useListOnly = (): boolean => useMedia(TABLELESS);

function useMedia(media: string): boolean {
  const matches = useSignal(matchMedia(media).matches);
  useEffect(() => {
    const query = matchMedia(media);
    const follow = (): void => {
      matches.value = query.matches;
    };
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [matches, media]);
  return matches.value;
}
