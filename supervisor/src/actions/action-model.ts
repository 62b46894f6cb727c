/** Runs what staff decide: one command at a time, asked for by a dialog, told by a message. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { CommandId, StaffId } from '@tingxu/contract/ids';
import { createCommandRunner, type Outcome } from '@tingxu/feed-client/command-runner';
import type { ManagerAction, ManagerReply, Named } from '@tingxu/feed-client/manager-action';
import type { CommandOutcome } from '@tingxu/feed-client/send-command';

export type OpenDialog =
  | { readonly kind: 'openDay' | 'closeDay' | 'issuing' | 'voice' }
  | { readonly kind: 'cancel' | 'call'; readonly ticket: Named };

export type Message = Outcome<ManagerAction, ManagerReply>;

export type ActionOptions = {
  readonly send: (
    action: ManagerAction,
    key: CommandId | undefined,
  ) => Promise<CommandOutcome<ManagerReply>>;
  readonly isLive: () => boolean;
  /** What the picture shows of the things that the action changes. */
  readonly seen: (action: ManagerAction) => string;
  /** Whoever is signed in. */
  readonly staff: StaffId;
};

export type ActionModel = {
  readonly staff: StaffId;
  readonly dialog: ReadonlySignal<OpenDialog | null>;
  readonly pending: ReadonlySignal<ManagerAction | null>;
  /** The latest outcome; a new one takes its place. */
  readonly message: ReadonlySignal<Message | null>;
  open(dialog: OpenDialog | null): void;
  run(action: ManagerAction): Promise<void>;
  dismiss(): void;
};

export const createActionModel = (options: ActionOptions): ActionModel => {
  const dialog = signal<OpenDialog | null>(null);
  const { isLive, seen, staff } = options;
  const runner = createCommandRunner<ManagerAction, ManagerReply>({
    ...{ isLive, seen },
    send: options.send,
  });
  const run = async (action: ManagerAction): Promise<void> => {
    if (runner.pending.value) return;
    await runner.run(action);
    // The one of the voice tells what becomes of it.
    if (dialog.value?.kind !== 'voice') dialog.value = null;
  };
  return {
    ...{ staff, dialog, pending: runner.pending, message: runner.outcome, run },
    open: (next) => {
      if (!runner.pending.value) dialog.value = next;
    },
    dismiss: () => runner.dismiss(),
  };
};
