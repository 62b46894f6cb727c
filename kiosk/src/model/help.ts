/**
 * The call for a person: asked for with one touch, told by the hall, taken back by whoever asked.
 * Rules: HELP-1, HELP-2.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { KioskId } from '@tingxu/contract/ids';
import type { KioskHelpRow } from '@tingxu/contract/kiosk';
import type { KioskCommands } from './commands.ts';

/**
 * `desk`: nobody can be called from here now, so one goes to the desk. `known`: somebody asked a
 * moment ago. `called` and `coming` are what the hall says.
 */
export type HelpState = 'desk' | 'sending' | 'called' | 'coming' | 'known';

export type Help = {
  readonly state: ReadonlySignal<HelpState>;
  /** Asks, unless somebody has already. */
  ask(): void;
  takeBack(): void;
  /** The visit is over: what only this page knows is forgotten. */
  forget(): void;
  close(): void;
};

export type HelpOptions = {
  readonly kiosk: KioskId;
  readonly commands: Pick<KioskCommands, 'askForHelp' | 'endHelp'>;
  /** What the hall says of this kiosk; null while nobody asks, or nothing is confirmed. */
  readonly row: ReadonlySignal<KioskHelpRow | null>;
  /** Whether the hall can be asked at all. */
  readonly reachable: () => boolean;
  /** The call has ended. */
  readonly onEnd: () => void;
};

export const createHelp = ({ kiosk, commands, row, reachable, onEnd }: HelpOptions): Help => {
  /** Until the hall says what became of it. */
  const own = signal<Exclude<HelpState, 'coming'>>('desk');
  const state = computed<HelpState>(() => {
    if (row.value) return row.value.answeredAt === null ? 'called' : 'coming';
    return reachable() ? own.value : 'desk';
  });
  let stood = false;
  const close = effect(() => {
    const stands = row.value !== null;
    if (stands) own.value = 'desk';
    if (stood && !stands && reachable()) onEnd();
    stood = stands;
  });
  const send = async (): Promise<void> => {
    own.value = 'sending';
    const outcome = await commands.askForHelp(kiosk);
    if (own.peek() !== 'sending') return;
    if (outcome.ok || outcome.reason === 'unreadable') own.value = 'called';
    else if (outcome.reason === 'refused') own.value = 'known';
    else own.value = 'desk';
  };
  return {
    state,
    ask: () => {
      if (row.peek() === null && own.peek() !== 'sending' && reachable()) void send();
    },
    takeBack: () => void commands.endHelp(kiosk),
    forget: () => {
      own.value = 'desk';
    },
    close,
  };
};
