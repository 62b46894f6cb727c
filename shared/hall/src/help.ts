/** The counter asks for the lobby manager. Source: H54. */
import type { CommandOf, HallCommand } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import type { Actor } from '@tingxu/contract/roles';
import { changeCounter, isSomebodyElse } from './counter.ts';
import { accept, type Decision, reject } from './decision.ts';
import { counterOf, findCounter } from './lookup.ts';
import type { HallState } from './state.ts';

/**
 * Rules: CTR-9.
 * Rejects: day-not-open, counter-unknown, counter-closed, counter-of-other, help-already-called.
 */
const decideCallForHelp = (
  hall: HallState,
  command: CommandOf<'CallForHelp'>,
  actor: Actor,
): Decision => {
  const { counter, kind } = command;
  const found = findCounter(hall, counter);
  if (!found.ok) return found;
  const { staff, help } = found.value;
  if (staff === null) return reject('counter-closed');
  if (isSomebodyElse(actor, staff)) return reject('counter-of-other');
  if (help !== null) return reject('help-already-called', { state: help.kind });
  return accept({ type: 'HelpCalled', counter, staff, kind });
};

/** Rules: CTR-9. Rejects: day-not-open, counter-unknown, help-not-called. */
const decideAnswerHelp = (hall: HallState, command: CommandOf<'AnswerHelp'>): Decision => {
  const { counter } = command;
  const found = findCounter(hall, counter);
  if (!found.ok) return found;
  const { help } = found.value;
  if (help === null || help.answeredAt !== null) return reject('help-not-called');
  return accept({ type: 'HelpAnswered', counter });
};

/** Rules: CTR-9. Rejects: day-not-open, counter-unknown, help-not-called, counter-of-other. */
const decideEndHelp = (hall: HallState, command: CommandOf<'EndHelp'>, actor: Actor): Decision => {
  const { counter } = command;
  const found = findCounter(hall, counter);
  if (!found.ok) return found;
  if (found.value.help === null) return reject('help-not-called');
  if (isSomebodyElse(actor, found.value.staff)) return reject('counter-of-other');
  return accept({ type: 'HelpEnded', counter });
};

type HelpCommand = CommandOf<'CallForHelp' | 'AnswerHelp' | 'EndHelp'>;
const TYPES: readonly string[] = ['CallForHelp', 'AnswerHelp', 'EndHelp'];

/** Those that go through this door. */
export const isHelpCommand = (command: HallCommand): command is HelpCommand =>
  TYPES.includes(command.type);

/** Rules: CTR-9. */
export const decideHelp = (hall: HallState, command: HelpCommand, actor: Actor): Decision => {
  switch (command.type) {
    case 'CallForHelp':
      return decideCallForHelp(hall, command, actor);
    case 'AnswerHelp':
      return decideAnswerHelp(hall, command);
    case 'EndHelp':
      return decideEndHelp(hall, command, actor);
    default:
      return command satisfies never;
  }
};

type HelpEvent = EventOf<'HelpCalled' | 'HelpAnswered' | 'HelpEnded'>;

export const evolveHelp = (hall: HallState, event: HelpEvent, at: Instant): HallState => {
  const { counter } = event;
  switch (event.type) {
    case 'HelpCalled':
      return changeCounter(hall, counter, {
        help: { kind: event.kind, calledAt: at, answeredAt: null },
      });
    case 'HelpAnswered': {
      const help = counterOf(hall, counter)?.help;
      return help ? changeCounter(hall, counter, { help: { ...help, answeredAt: at } }) : hall;
    }
    case 'HelpEnded':
      return changeCounter(hall, counter, { help: null });
    default:
      return event satisfies never;
  }
};
