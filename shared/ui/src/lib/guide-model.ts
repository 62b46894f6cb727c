/** Which step of a guide is shown, and to whom it was shown before on this device. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** As much of `Storage` as is needed. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

export type GuideModel = {
  /** From 0; null while the guide is put away. */
  readonly at: ReadonlySignal<number | null>;
  start(): void;
  move(by: 1 | -1): void;
  /** Never again by itself for this person on this device. */
  finish(): void;
  /** Work goes before: not again until it is asked for, or the page comes up anew. */
  putAway(): void;
};

export type GuideOptions = {
  readonly role: string;
  readonly steps: number;
  /** Null while nobody is signed in. */
  readonly person: ReadonlySignal<string | null>;
  readonly memory: Memory;
};

/** Whoever knows every screen already. */
const EVERYBODY = '*';

export const createGuideModel = ({ role, steps, person, memory }: GuideOptions): GuideModel => {
  const key = `tingxu.guide.${role}`;
  const seen = signal(read(memory, key));
  const asked = signal<number | null>(null);
  const later = signal<string | null>(null);
  const step = signal(0);
  const at = computed(() => {
    if (asked.value !== null) return asked.value;
    const who = person.value;
    if (who === null || who === later.value) return null;
    const known = seen.value.includes(who) || seen.value.includes(EVERYBODY);
    return known ? null : step.value;
  });
  const show = (next: number): void => {
    if (asked.value === null) step.value = next;
    else asked.value = next;
  };
  const finish = (): void => {
    asked.value = null;
    step.value = 0;
    const who = person.value;
    if (who === null || seen.value.includes(who)) return;
    seen.value = [...seen.value, who];
    write(memory, key, seen.value);
  };
  return {
    at,
    finish,
    putAway: () => {
      if (at.value === null) return;
      asked.value = null;
      later.value = person.value;
    },
    start: () => {
      asked.value = 0;
    },
    move: (by) => {
      const next = (at.value ?? 0) + by;
      if (next >= steps) finish();
      else show(Math.max(0, next));
    },
  };
};

/** A private window may refuse its storage: then the guide comes once a visit. */
const read = (memory: Memory, key: string): readonly string[] => {
  try {
    return (memory.getItem(key) ?? '').split(' ').filter((who) => who !== '');
  } catch {
    return [];
  }
};
const write = (memory: Memory, key: string, who: readonly string[]): void => {
  try {
    memory.setItem(key, who.join(' '));
  } catch {
    // Told once more at the next visit.
  }
};
