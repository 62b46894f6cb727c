/**
 * One running hall: takes commands, decides them on the committed state, makes the outcome durable,
 * publishes it, then answers. Nothing is shown or acknowledged before it is in the journal.
 */
import type { CommandEnvelope } from '@tingxu/contract/commands';
import type { JournalEntry } from '@tingxu/contract/events';
import type { Epoch } from '@tingxu/contract/feed';
import type { HallId, Instant } from '@tingxu/contract/ids';
import type { Rejection } from '@tingxu/hall/decision';
import type { HallState } from '@tingxu/hall/state';

/** What the caller of a command gets, byte for byte the same each time the command is sent again. */
export type Answer = { readonly status: number; readonly body: string; readonly replayed: boolean };

/** What became of a command. `after` and `state` are what the answer may speak of. */
export type Outcome =
  | {
      readonly decision: 'accepted';
      readonly before: HallState;
      readonly after: HallState;
      readonly entries: readonly JournalEntry[];
    }
  | { readonly decision: 'rejected'; readonly rejection: Rejection; readonly state: HallState };

/** Makes the answer that is stored with the command's key, inside the commit. Pure and quick. */
export type Render = (outcome: Outcome) => { readonly status: number; readonly body: string };

/** One group commit. `fromSeq` is the seq before its first entry, `upTo` that of its last. */
export type Committed = {
  readonly before: HallState;
  readonly after: HallState;
  readonly entries: readonly JournalEntry[];
  readonly fromSeq: number;
  readonly upTo: number;
  readonly at: Instant;
};

export type HallRuntime = {
  readonly hall: HallId;
  readonly epoch: Epoch;
  /** The committed state, never one that could still be lost. */
  state(): HallState;
  head(): { readonly seq: number; readonly at: Instant };
  /** `halted` until a restart from the journal has succeeded; `stopped` for good. */
  status(): 'running' | 'halted' | 'stopped';
  /**
   * Decides a command and answers once the outcome is durable. The same key gives the same answer;
   * the same key for another command, a halted or a stopping hall throw a `Fault`.
   * Rules: JRN-1, JRN-4.
   */
  submit(envelope: CommandEnvelope, render: Render): Promise<Answer>;
  /** Called once per group commit that has events: after it is durable, before its answers. */
  onCommitted(listener: (committed: Committed) => void): () => void;
  /** Commits what waits, refuses what comes, closes the journal. */
  stop(): Promise<void>;
};
