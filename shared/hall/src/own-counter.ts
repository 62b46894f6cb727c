/** At a counter that somebody has, a teller acts under the own number only. Source: docs/SPEC.md CTR-13. */
import type { HallCommand } from '@tingxu/contract/commands';
import type { CounterId } from '@tingxu/contract/ids';
import type { Actor } from '@tingxu/contract/roles';
import { isSomebodyElse } from './counter.ts';
import { counterOf } from './lookup.ts';
import type { HallState } from './state.ts';

/** What is done at a counter by whoever has it. Opening, taking over and help say themselves who may. */
const DONE_THERE: readonly HallCommand['type'][] = [
  'PauseCounter',
  'ResumeCounter',
  'CloseCounter',
  'CallNext',
  'CallTicket',
  'StartWalkUp',
  'RecallTicket',
  'StartService',
  'FinishService',
  'MissTicket',
  'TransferTicket',
  'ParkTicket',
  'SendBackTicket',
];

/** The counter at which the command is done, if it is one of those. */
const counterOfCommand = (command: HallCommand): CounterId | undefined =>
  DONE_THERE.includes(command.type) && 'counter' in command ? command.counter : undefined;

/** Whether a teller does something at a counter that another one has. Rules: CTR-13. */
export const isAtOthersCounter = (hall: HallState, command: HallCommand, actor: Actor): boolean => {
  const named = counterOfCommand(command);
  const staff = named === undefined ? null : (counterOf(hall, named)?.staff ?? null);
  return staff !== null && isSomebodyElse(actor, staff);
};
