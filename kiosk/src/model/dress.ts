/** How the screen is dressed for whoever stands before it; the next customer finds it plain. */
import { type ReadonlySignal, signal } from '@preact/signals';

export type Dress = {
  readonly large: ReadonlySignal<boolean>;
  /** Everything stands where somebody in a wheelchair reaches. Source: ACC-07. */
  readonly low: ReadonlySignal<boolean>;
  /** How much of the panel, from its lower edge, is in reach; null where all of it is. Units: mm. */
  readonly reachMm: ReadonlySignal<number | null>;
  /** Led by speech and a pad of keys. Source: ACC-05. */
  readonly eyesFree: ReadonlySignal<boolean>;
  /** Name of the key that the pad has led to, while it leads. */
  readonly led: ReadonlySignal<string | null>;
  setLarge(large: boolean): void;
  setLow(low: boolean): void;
  setReach(reachMm: number | null): void;
  setEyesFree(on: boolean): void;
  setLed(key: string | null): void;
};

export type Wardrobe = {
  readonly dress: Dress;
  /** Another dress than the plain one. */
  readonly dressed: () => boolean;
  /** Large letters and speech take their time. */
  readonly slow: () => boolean;
  readonly undress: () => void;
};

/** `touch` is told of every change. */
export const createDress = (touch: () => void): Wardrobe => {
  const large = signal(false);
  const low = signal(false);
  const eyesFree = signal(false);
  const reachMm = signal<number | null>(null);
  const led = signal<string | null>(null);
  const chosen = (part: { value: boolean }) => (next: boolean) => {
    part.value = next;
    touch();
  };
  return {
    dress: {
      ...{ large, low, eyesFree, reachMm, led },
      ...{ setLarge: chosen(large), setLow: chosen(low), setEyesFree: chosen(eyesFree) },
      setReach: (next) => {
        reachMm.value = next;
      },
      setLed: (next) => {
        led.value = next;
      },
    },
    dressed: () => large.value || low.value || eyesFree.value,
    slow: () => large.value || eyesFree.value,
    undress: () => {
      for (const part of [large, low, eyesFree]) part.value = false;
    },
  };
};
