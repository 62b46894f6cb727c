/** The part of the page that comes after its first picture. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import type { Shown } from './screen.ts';

const FIRST = ['services', 'group', 'connecting', 'offline', 'closed'] as const;
type FirstShown = Extract<Shown, { readonly kind: (typeof FIRST)[number] }>;
export type LaterShown = Exclude<Shown, FirstShown>;

export const isFirst = (shown: Shown): shown is FirstShown =>
  FIRST.some((kind) => kind === shown.kind);

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

/** Fulfilled once it is there, and not before. */
export const whenThere = (later: ReadonlySignal<Later | null>): Promise<Later> =>
  new Promise((resolve) => {
    later.subscribe((part) => {
      if (part) resolve(part);
    });
  });

export const LaterContext = createContext<ReadonlySignal<Later | null>>(signal(null));
