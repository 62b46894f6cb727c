/** The part of the page that comes after its first picture. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import type { Shown } from './screen.ts';

const KINDS = ['entry', 'reference', 'refusal', 'returning', 'checking', 'returned'] as const;
export type LaterShown = Extract<Shown, { readonly kind: (typeof KINDS)[number] }>;

export const isLater = (shown: Shown): shown is LaterShown =>
  KINDS.some((kind) => kind === shown.kind);

export type Later = typeof import('../later.tsx');

/** Units: ms. */
const AGAIN_MS = 2_000;

/** Null until it is there; tried until it comes. */
export const loadLater = (load: () => Promise<Later>): ReadonlySignal<Later | null> => {
  const later = signal<Later | null>(null);
  const attempt = (): void => {
    load().then(
      (part) => {
        later.value = part;
      },
      () => setTimeout(attempt, AGAIN_MS),
    );
  };
  attempt();
  return later;
};

export const LaterContext = createContext<ReadonlySignal<Later | null>>(signal(null));
