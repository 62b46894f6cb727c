/** Runs what staff decide: one command at a time, asked for by a dialog, told by a message. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { CommandId, StaffId } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problems';
import type { CommandOutcome } from '@tingxu/feed-client/send-command';
import type { Action, Named, Reply } from './action.ts';

export type OpenDialog =
  | { readonly kind: 'openDay' | 'closeDay' }
  | { readonly kind: 'cancel'; readonly ticket: Named }
  /** The personnel number is lacking; what it is wanted for. */
  | { readonly kind: 'staff'; readonly wanted: Action | null };

export type Message = { readonly id: number; readonly action: Action } & (
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unknown'; readonly key: CommandId; readonly seen: string }
  | { readonly kind: 'not-sent' }
);

export type ActionOptions = {
  readonly send: (
    action: Action,
    staff: StaffId,
    key: CommandId | undefined,
  ) => Promise<CommandOutcome<Reply>>;
  readonly isLive: () => boolean;
  /** What the picture shows of the things that the action changes. */
  readonly seen: (action: Action) => string;
  readonly staff: StaffId | null;
  readonly onStaff: (staff: StaffId) => void;
};

export type ActionModel = {
  readonly staff: ReadonlySignal<StaffId | null>;
  readonly dialog: ReadonlySignal<OpenDialog | null>;
  readonly pending: ReadonlySignal<Action | null>;
  /** The latest outcome; a new one takes its place. */
  readonly message: ReadonlySignal<Message | null>;
  open(dialog: OpenDialog | null): void;
  signIn(staff: StaffId): void;
  run(action: Action): Promise<void>;
  dismiss(): void;
};

export const createActionModel = (options: ActionOptions): ActionModel => {
  const staff = signal(options.staff);
  const dialog = signal<OpenDialog | null>(null);
  const pending = signal<Action | null>(null);
  const message = signal<Message | null>(null);
  let told = 0;

  const outcomeOf = async (action: Action, who: StaffId): Promise<Message> => {
    told += 1;
    const id = told;
    if (!options.isLive()) return { id, action, kind: 'not-sent' };
    const seen = options.seen(action);
    const outcome = await options.send(action, who, keyAgain(message.value, action, seen));
    if (outcome.ok || outcome.reason === 'unreadable') return { id, action, kind: 'done' };
    return outcome.reason === 'refused'
      ? { id, action, kind: 'refused', problem: outcome.problem }
      : { id, action, kind: 'unknown', key: outcome.key, seen };
  };
  const run = async (action: Action): Promise<void> => {
    if (pending.value) return;
    if (!staff.value) {
      dialog.value = { kind: 'staff', wanted: action };
      return;
    }
    pending.value = action;
    const outcome = await outcomeOf(action, staff.value);
    pending.value = null;
    dialog.value = null;
    message.value = outcome;
  };

  return {
    ...{ staff, dialog, pending, message, run },
    open: (next) => {
      if (!pending.value) dialog.value = next;
    },
    signIn: (number) => {
      const wanted = dialog.value?.kind === 'staff' ? dialog.value.wanted : null;
      staff.value = number;
      dialog.value = null;
      options.onStaff(number);
      if (wanted) void run(wanted);
    },
    dismiss: () => {
      message.value = null;
    },
  };
};

/**
 * The same unanswered command keeps its key, so that it happens once, as long as the picture has not
 * moved: then it would be another intention. Rules: JRN-4.
 */
const keyAgain = (before: Message | null, action: Action, seen: string): CommandId | undefined => {
  if (before?.kind !== 'unknown' || before.seen !== seen) return undefined;
  return JSON.stringify(before.action) === JSON.stringify(action) ? before.key : undefined;
};
