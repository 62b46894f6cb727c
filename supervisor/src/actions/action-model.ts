/** Runs what staff decide: one command at a time, asked for by a dialog, told by a message. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { CommandId, StaffId } from '@tingxu/contract/ids';
import { createCommandRunner, type Outcome } from '@tingxu/feed-client/command-runner';
import type { ManagerAction, ManagerReply, Named } from '@tingxu/feed-client/manager-action';
import type { CommandOutcome } from '@tingxu/feed-client/send-command';

export type OpenDialog =
  | { readonly kind: 'openDay' | 'closeDay' | 'issuing' | 'voice' }
  | { readonly kind: 'cancel' | 'call'; readonly ticket: Named }
  /** The personnel number is lacking; what goes on once it is known. */
  | { readonly kind: 'staff'; readonly wanted: (() => void) | null };

export type Message = Outcome<ManagerAction, ManagerReply>;

export type ActionOptions = {
  readonly send: (
    action: ManagerAction,
    staff: StaffId | null,
    key: CommandId | undefined,
  ) => Promise<CommandOutcome<ManagerReply>>;
  readonly isLive: () => boolean;
  /** What the picture shows of the things that the action changes. */
  readonly seen: (action: ManagerAction) => string;
  readonly staff: StaffId | null;
  readonly onStaff: (staff: StaffId) => void;
};

export type ActionModel = {
  readonly staff: ReadonlySignal<StaffId | null>;
  readonly dialog: ReadonlySignal<OpenDialog | null>;
  readonly pending: ReadonlySignal<ManagerAction | null>;
  /** The latest outcome; a new one takes its place. */
  readonly message: ReadonlySignal<Message | null>;
  open(dialog: OpenDialog | null): void;
  signIn(staff: StaffId): void;
  run(action: ManagerAction): Promise<void>;
  dismiss(): void;
};

export const createActionModel = (options: ActionOptions): ActionModel => {
  const staff = signal(options.staff);
  const dialog = signal<OpenDialog | null>(null);
  const { isLive, seen } = options;
  const runner = createCommandRunner<ManagerAction, ManagerReply>({
    ...{ isLive, seen },
    send: (action, key) => options.send(action, staff.peek(), key),
  });
  const run = async (action: ManagerAction): Promise<void> => {
    if (runner.pending.value) return;
    if (!staff.value) {
      dialog.value = { kind: 'staff', wanted: () => void run(action) };
      return;
    }
    await runner.run(action);
    // The one of the voice tells what becomes of it.
    if (dialog.value?.kind !== 'voice') dialog.value = null;
  };
  return {
    ...{ staff, dialog, pending: runner.pending, message: runner.outcome, run },
    open: (next) => {
      if (!runner.pending.value) dialog.value = next;
    },
    signIn: (number) => {
      const wanted = dialog.value?.kind === 'staff' ? dialog.value.wanted : null;
      staff.value = number;
      dialog.value = null;
      options.onStaff(number);
      wanted?.();
    },
    dismiss: () => runner.dismiss(),
  };
};
