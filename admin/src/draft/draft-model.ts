/** The one draft of this tab: what it was made from, what it is, what is wrong with it. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { HallConfig } from '@tingxu/contract/config';
import type { HallId } from '@tingxu/contract/ids';
import { type Draft, same } from './draft-config.ts';
import { configOf, type Fault, faultsOf } from './faults.ts';
import { keep, keptWork, type Memory, type Work } from './kept.ts';
import { merge } from './merge.ts';

/** What is in force, with the newest version. */
export type Known = { readonly latest: number; readonly config: HallConfig };

export type DraftModel = {
  /** As it is edited; what is in force while nobody edits. Null until that is known. */
  readonly draft: ReadonlySignal<Draft | null>;
  readonly work: ReadonlySignal<Work | null>;
  readonly faults: ReadonlySignal<readonly Fault[]>;
  /** The draft as a configuration; null while there is none or anything is wrong with it. */
  readonly config: ReadonlySignal<HallConfig | null>;
  /** Somebody changed the configuration since the draft was begun. Rules: CONF-2. */
  readonly outrun: ReadonlySignal<boolean>;
  /** Paths that both changed when the draft was brought onto the newest version. */
  readonly contested: ReadonlySignal<readonly string[]>;
  readonly canUndo: ReadonlySignal<boolean>;
  edit(change: (draft: Draft) => Draft): void;
  /** Another whole configuration as the draft: a version of the past, a file. */
  take(config: HallConfig): void;
  undo(): void;
  discard(): void;
  /** The draft onto what is in force now. */
  bringForward(): void;
};

export type DraftOptions = {
  readonly hall: HallId;
  readonly memory: Memory;
  readonly known: ReadonlySignal<Known | null>;
};

/** Steps that can be taken back. */
const MOST_STEPS = 100;

const NOTHING: readonly never[] = [];

export const createDraftModel = ({ hall, memory, known }: DraftOptions): DraftModel => {
  const work = signal<Work | null>(keptWork(memory, hall));
  const past = signal<readonly Draft[]>(NOTHING);
  const contested = signal<readonly string[]>(NOTHING);
  const draft = computed<Draft | null>(() => work.value?.draft ?? known.value?.config ?? null);

  const put = (next: Work | null): void => {
    work.value =
      next && same(next.draft, next.origin) && next.basedOn === known.value?.latest ? null : next;
    keep(memory, hall, work.value);
  };
  const begun = (): Work | null => {
    if (work.value) return work.value;
    const now = known.value;
    return now && { basedOn: now.latest, origin: now.config, draft: now.config };
  };
  const replace = (next: Draft): void => {
    const from = begun();
    if (!from || same(from.draft, next)) return;
    past.value = [...past.value.slice(1 - MOST_STEPS), from.draft];
    put({ ...from, draft: next });
  };

  return {
    ...{ draft, work, contested },
    faults: computed(() => (work.value ? faultsOf(work.value.draft) : NOTHING)),
    config: computed(() => work.value && configOf(work.value.draft)),
    outrun: computed(
      () =>
        work.value !== null && known.value !== null && work.value.basedOn !== known.value.latest,
    ),
    canUndo: computed(() => past.value.length > 0),
    edit: (change) => {
      if (draft.value) replace(change(draft.value));
    },
    take: replace,
    undo: () => {
      const last = past.value.at(-1);
      const from = begun();
      if (!last || !from) return;
      past.value = past.value.slice(0, -1);
      put({ ...from, draft: last });
    },
    discard: () => {
      past.value = NOTHING;
      contested.value = NOTHING;
      put(null);
    },
    bringForward: () => {
      const now = known.value;
      if (!work.value || !now) return;
      const { origin: base, draft: mine } = work.value;
      const merged = merge<Draft>({ base, theirs: now.config, mine });
      past.value = NOTHING;
      contested.value = merged.contested;
      put({ basedOn: now.latest, origin: now.config, draft: merged.config });
    },
  };
};
