/** A part of a page that nobody needs for its first picture: asked for right after it. */
import { signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

/** A server that starts anew is soon there again. Units: ms. */
const AGAIN_MS = 2_000;

export const later = <P extends object>(
  load: () => Promise<ComponentType<P>>,
): ((props: P) => JSX.Element | null) => {
  const part = signal<{ readonly Part: ComponentType<P> } | null>(null);
  let asked = false;
  const ask = (): void => {
    load().then(
      (Part) => {
        part.value = { Part };
      },
      () => setTimeout(ask, AGAIN_MS),
    );
  };
  return (props) => {
    useEffect(() => {
      if (!asked) ask();
      asked = true;
    }, []);
    const come = part.value;
    return come && <come.Part {...props} />;
  };
};
