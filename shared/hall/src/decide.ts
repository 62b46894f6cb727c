/** decide: what a command would do to a hall, as events or as a refusal. Pure; never throws. */
import type { HallCommand } from '@tingxu/contract/commands';
import type { Instant } from '@tingxu/contract/ids';
import type { Actor } from '@tingxu/contract/roles';
import { decideCallNext, decideRecallTicket } from './call.ts';
import { decideCancelTicket } from './cancel.ts';
import { decideChangeConfiguration, decideWithdrawPlan, withDuePlan } from './configuration.ts';
import {
  decideCloseCounter,
  decideOpenCounter,
  decidePauseCounter,
  decideResumeCounter,
} from './counter.ts';
import { decideCloseDay, decideOpenDay } from './day.ts';
import { decideExpireDeadlines } from './deadlines.ts';
import type { Decision } from './decision.ts';
import { decideIssueTicket } from './issue.ts';
import { decideEscortTicket, decideMissTicket, decideReturnTicket } from './miss.ts';
import { decideFinishService, decideStartService } from './serve.ts';
import type { HallState } from './state.ts';

/** When and by whom. `at` is never earlier than the hall's last event (the shell clamps it). */
export type Context = { readonly at: Instant; readonly actor: Actor };

export const decide = (hall: HallState, command: HallCommand, context: Context): Decision => {
  switch (command.type) {
    case 'OpenDay':
      return decideOpenDay(hall, command, context.at);
    case 'CloseDay':
      return decideCloseDay(hall, command);
    case 'ChangeConfiguration':
      return decideChangeConfiguration(hall, command, context.at);
    case 'WithdrawConfigurationPlan':
      return decideWithdrawPlan(hall, command);
    case 'IssueTicket':
      return decideIssueTicket(hall, command, context);
    case 'OpenCounter':
      return decideOpenCounter(hall, command);
    case 'PauseCounter':
      return decidePauseCounter(hall, command);
    case 'ResumeCounter':
      return decideResumeCounter(hall, command);
    case 'CloseCounter':
      return decideCloseCounter(hall, command);
    case 'CallNext':
      return decideCallNext(hall, command, context.at);
    case 'RecallTicket':
      return decideRecallTicket(hall, command, context.at);
    case 'StartService':
      return decideStartService(hall, command);
    case 'FinishService':
      return decideFinishService(hall, command, context.at);
    case 'MissTicket':
      return decideMissTicket(hall, command, context);
    case 'EscortTicket':
      return decideEscortTicket(hall, command);
    case 'ReturnTicket':
      return decideReturnTicket(hall, command, context);
    case 'CancelTicket':
      return decideCancelTicket(hall, command, context.actor.role);
    case 'ExpireDeadlines':
      return withDuePlan(hall, decideExpireDeadlines(hall, context.at), context.at);
    default:
      return command satisfies never;
  }
};
