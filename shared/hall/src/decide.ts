/** decide: what a command would do to a hall, as events or as a refusal. Pure; never throws. */
import type { HallCommand } from '@tingxu/contract/commands';
import type { Instant } from '@tingxu/contract/ids';
import { decideBooking } from './booking.ts';
import { decideCallNext, decideRecallTicket } from './call.ts';
import { decideCancelTicket } from './cancel.ts';
import { decideAnswerCare } from './care.ts';
import { decideChangeConfiguration, decideDuePlan, decideWithdrawPlan } from './configuration.ts';
import {
  decideCloseCounter,
  decideHandOverCounter,
  decideOpenCounter,
  decidePauseCounter,
  decideResumeCounter,
} from './counter.ts';
import { decideDay } from './day.ts';
import { decideExpireDeadlines } from './deadlines.ts';
import { accept, type Context, type Decision, reject } from './decision.ts';
import { goOn } from './go-on.ts';
import { decideCallTicket, decideStartWalkUp } from './hand-call.ts';
import { decideHelp, isHelpCommand } from './help.ts';
import { decideIssueTicket } from './issue.ts';
import { decideIssuing, isIssuingCommand } from './issuing-orders.ts';
import { decideKioskHelp, isKioskHelpCommand } from './kiosk-help.ts';
import { decideEscortTicket, decideMissTicket } from './miss.ts';
import { isAtOthersCounter } from './own-counter.ts';
import { decideRateService, decideRateVisit } from './rating.ts';
import { decideReleaseCounter } from './release.ts';
import { decideReturnTicket } from './return.ts';
import { andThen } from './sequence.ts';
import { decideFinishService, decideStartService } from './serve.ts';
import type { HallState } from './state.ts';
import { decideVisit, isVisitCommand } from './visits.ts';
import { decideVoice, isVoiceCommand } from './voice.ts';

/**
 * A planned change is held against the hall that the other deadlines leave: a lease that is over frees
 * the counter that stood in its way. What the change itself makes due is due at once.
 * Rules: CONF-3, CONF-4, CTR-8.
 */
const whatIsDue = (hall: HallState, at: Instant): Decision =>
  andThen(hall, at, decideExpireDeadlines(hall, at), (after) =>
    andThen(after, at, decideDuePlan(after, at), (changed) =>
      changed === after ? accept() : decideExpireDeadlines(changed, at),
    ),
  );

const decideAlone = (hall: HallState, command: HallCommand, context: Context): Decision => {
  if (isIssuingCommand(command)) return decideIssuing(hall, command, context.at);
  if (isHelpCommand(command)) return decideHelp(hall, command, context.actor);
  if (isKioskHelpCommand(command)) return decideKioskHelp(hall, command, context.at);
  if (isVoiceCommand(command)) return decideVoice(hall, command, context.at);
  if (isVisitCommand(command)) return decideVisit(hall, command, context);
  if (command.type === 'AnswerCare') return decideAnswerCare(hall, context);
  if (command.type === 'RateService') return decideRateService(hall, command, context.at);
  if (command.type === 'RateVisit') return decideRateVisit(hall, command);
  switch (command.type) {
    case 'OpenDay':
    case 'CloseDay':
    case 'PostNextOpening':
      return decideDay(hall, command, context.at);
    case 'ChangeConfiguration':
      return decideChangeConfiguration(hall, command, context.at);
    case 'WithdrawConfigurationPlan':
      return decideWithdrawPlan(hall, command);
    case 'IssueTicket':
      return decideIssueTicket(hall, command, context);
    case 'MakeBooking':
    case 'MoveBooking':
    case 'CancelBooking':
    case 'CheckIn':
      return decideBooking(hall, command, context);
    case 'OpenCounter':
      return decideOpenCounter(hall, command, context.actor);
    case 'PauseCounter':
      return decidePauseCounter(hall, command);
    case 'ResumeCounter':
      return decideResumeCounter(hall, command);
    case 'CloseCounter':
      return decideCloseCounter(hall, command);
    case 'HandOverCounter':
      return decideHandOverCounter(hall, command, context.actor);
    case 'ReleaseCounter':
      return decideReleaseCounter(hall, command);
    case 'CallTicket':
      return decideCallTicket(hall, command, context);
    case 'StartWalkUp':
      return decideStartWalkUp(hall, command, context);
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
      return decideCancelTicket(hall, command, context);
    case 'ExpireDeadlines':
      return whatIsDue(hall, context.at);
    default:
      return command satisfies never;
  }
};

/** Rules: CTR-13. Rejects: counter-of-other. */
export const decide = (hall: HallState, command: HallCommand, context: Context): Decision =>
  isAtOthersCounter(hall, command, context.actor)
    ? reject('counter-of-other')
    : goOn(hall, command, context.at, decideAlone(hall, command, context));
