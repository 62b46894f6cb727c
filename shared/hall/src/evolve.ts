/** evolve: what a fact leaves behind. Pure; shares whatever did not change. */
import type { CancelReason } from '@tingxu/contract/commands';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { evolveBooking, isBookingEvent } from './booking.ts';
import { keepLimits } from './booking-limits.ts';
import { evolveTicketCalled, evolveTicketRecalled } from './call.ts';
import { evolveCareAnswered } from './care.ts';
import { noteCarried } from './carry.ts';
import { evolveCounter } from './counter.ts';
import { evolveDay, isDayEvent } from './day-state.ts';
import { evolveHelp } from './help.ts';
import { evolveTicketIssued } from './issue.ts';
import { evolveOrder, isOrderEvent } from './issuing-orders.ts';
import { evolveKioskHelp, isKioskHelpEvent } from './kiosk-help.ts';
import { evolveTicketEscorted, evolveTicketMissed } from './miss.ts';
import { evolveServiceRated } from './rating.ts';
import {
  evolveConfigurationChanged,
  evolveConfigurationPlanned,
  evolvePlanWithdrawn,
} from './reconfigure.ts';
import { evolveTicketReleased } from './release.ts';
import { evolveTicketRestored, keepForReopening } from './reopen.ts';
import { evolveTicketReturned } from './return.ts';
import { evolveServiceFinished, evolveServiceStarted } from './serve.ts';
import type { HallState } from './state.ts';
import { endUnserved } from './tickets.ts';
import { evolveVisit, isVisitEvent } from './visits.ts';
import { evolveVoice, isVoiceEvent, type VoiceEvent } from './voice.ts';

const endOf = (event: EventOf<'TicketCancelled' | 'TicketExpired'>): CancelReason | 'no-show' =>
  event.type === 'TicketExpired' ? 'no-show' : event.reason;

const apply = (hall: HallState, event: Exclude<HallEvent, VoiceEvent>, at: Instant): HallState => {
  if (isDayEvent(event)) return evolveDay(hall, event, at);
  if (isOrderEvent(event)) return evolveOrder(hall, event, at);
  if (isBookingEvent(event)) return evolveBooking(hall, event);
  if (isKioskHelpEvent(event)) return evolveKioskHelp(hall, event, at);
  if (event.type === 'CareAnswered') return evolveCareAnswered(hall, event, at);
  if (event.type === 'ServiceRated') return evolveServiceRated(hall, event);
  if (isVisitEvent(event)) return evolveVisit(hall, event, at);
  switch (event.type) {
    case 'ConfigurationChanged':
      return keepLimits(hall, evolveConfigurationChanged(hall, event, at));
    case 'ConfigurationPlanned':
      return keepLimits(hall, evolveConfigurationPlanned(hall, event));
    case 'ConfigurationPlanWithdrawn':
      return keepLimits(hall, evolvePlanWithdrawn(hall, event));
    case 'CounterOpened':
    case 'CounterPaused':
    case 'CounterResumed':
    case 'CounterClosed':
      return evolveCounter(hall, event, at);
    case 'TicketIssued':
      return evolveTicketIssued(hall, event, at);
    case 'TicketCalled':
      return evolveTicketCalled(hall, event, at);
    case 'TicketRecalled':
      return evolveTicketRecalled(hall, event, at);
    case 'ServiceStarted':
      return evolveServiceStarted(hall, event, at);
    case 'ServiceFinished':
      return evolveServiceFinished(hall, event, at);
    case 'TicketMissed':
      return evolveTicketMissed(hall, event, at);
    case 'TicketEscorted':
      return evolveTicketEscorted(hall, event);
    case 'TicketReturned':
      return evolveTicketReturned(hall, event, at);
    case 'TicketCancelled':
    case 'TicketExpired':
      return endUnserved(hall, event.ticket, endOf(event), at);
    case 'TicketRestored':
      return evolveTicketRestored(hall, event, at);
    case 'TicketReleased':
      return evolveTicketReleased(hall, event, at);
    case 'HelpCalled':
    case 'HelpAnswered':
    case 'HelpEnded':
      return evolveHelp(hall, event, at);
    case 'TicketLeft':
      return endUnserved(noteCarried(hall, event), event.ticket, event.reason, at);
    case 'TicketCarried':
    case 'TicketNotCarried':
    case 'ClockStepped':
    case 'ClockCorrected':
      return hall;
    default:
      return event satisfies never;
  }
};

export const evolve = (hall: HallState, event: HallEvent, at: Instant): HallState => ({
  ...(isVoiceEvent(event)
    ? evolveVoice(hall, event, at)
    : apply(keepForReopening(hall, event, at), event, at)),
  at,
});
