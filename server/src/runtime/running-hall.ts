/** What a running hall consists of: one mutable record, changed by the functions of this folder only. */
import type { CommandId, HallId, Instant } from '@tingxu/contract/ids';
import { emptyHall, type HallState } from '@tingxu/hall/state';
import type { Journal } from '../journal/journal.ts';
import type { Clock } from './clock.ts';
import type { HallCore } from './hall-core.ts';
import type { Committed } from './hall-runtime.ts';
import type { Pending } from './pending.ts';

/** Our own error, or the disk's. `fatal`: the process must exit and start again. */
export type Defect = {
  readonly hall: HallId;
  readonly during: 'decide' | 'evolve' | 'render' | 'commit' | 'listener' | 'restart' | 'bookmark';
  readonly error: unknown;
  readonly fatal: boolean;
};

export type RunningHall = {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly core: HallCore;
  readonly onDefect: (defect: Defect) => void;
  readonly listeners: Set<(committed: Committed) => void>;
  /** In the order of their arrival; the same commands by key are `inFlight`. */
  readonly queue: Pending[];
  readonly inFlight: Map<CommandId, Pending>;
  state: HallState;
  status: 'running' | 'halted' | 'stopped';
  /** Number of the clock's newest step that the journal has. */
  stepsTold: number;
  /** Commits that failed since the last one that did not. */
  commitsFailed: number;
  flushPlanned: boolean;
  /** The event of the newest bookmark, and the writing of it while that lasts. Rules: JRN-7. */
  bookmark: { seq: number; writing: Promise<void> | null };
  deadline: { readonly at: Instant; readonly cancel: () => void } | null;
};

/** The state that the journal's last day leads to. Rules: JRN-5. Rejects: JournalCorrupt. */
export const replayed = (journal: Journal, core: HallCore): HallState => {
  let state = emptyHall(journal.hall);
  for (const { event, at } of journal.replay()) state = core.evolve(state, event, at);
  return state;
};

export const reportDefect = (
  hall: RunningHall,
  during: Defect['during'],
  error: unknown,
  fatal = false,
): void => hall.onDefect({ hall: hall.journal.hall, during, error, fatal });
