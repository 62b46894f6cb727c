/** What is said, for a screen reader and for whoever has switched the sound off. Source: ACC-05. */
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import type { JSX } from 'preact';
import type { EyesFree } from './eyes-free.ts';

export function Spoken({ eyesFree }: { readonly eyesFree: EyesFree }): JSX.Element {
  return (
    <VisuallyHidden>
      <span role="status" aria-live="assertive" aria-atomic="true" data-testid="speech">
        {eyesFree.said.value}
      </span>
    </VisuallyHidden>
  );
}
