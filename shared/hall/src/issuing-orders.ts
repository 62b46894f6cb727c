/** Orders against the posted hours. Source: product.md 3 (H2). */
import type { CommandOf, HallCommand } from '@tingxu/contract/commands';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { accept, type Decision, reject } from './decision.ts';
import { orderAt } from './hours.ts';
import { openDay } from './lookup.ts';
import { openedByOrder, shutByStop } from './shut.ts';
import type { Day, HallState } from './state.ts';

/** Rules: HOURS-4. Rejects: day-not-open, instant-passed. */
const decideStopIssuing = (
  hall: HallState,
  { reason, untilAt }: CommandOf<'StopIssuing'>,
  at: Instant,
): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  if (untilAt !== undefined && untilAt <= at) return reject('instant-passed');
  return accept({ type: 'IssuingStopped', reason, untilAt: untilAt ?? null });
};

/** Rules: HOURS-5. Rejects: day-not-open, instant-passed. */
const decideExtendIssuing = (
  hall: HallState,
  { reason, untilAt }: CommandOf<'ExtendIssuing'>,
  at: Instant,
): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  if (untilAt <= at) return reject('instant-passed');
  return accept({ type: 'IssuingExtended', reason, untilAt });
};

/** Rules: HOURS-4, HOURS-5. Rejects: day-not-open, issuing-not-changed. */
const decideResumeIssuing = (hall: HallState, at: Instant): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  if (orderAt(day.value, at) === null) return reject('issuing-not-changed');
  return accept({ type: 'IssuingResumed' });
};

type IssuingCommand = CommandOf<'StopIssuing' | 'ExtendIssuing' | 'ResumeIssuing'>;

export const isIssuingCommand = (command: HallCommand): command is IssuingCommand =>
  ['StopIssuing', 'ExtendIssuing', 'ResumeIssuing'].includes(command.type);

/** What a manager orders against the posted hours. Rejects: as the three of them. */
export const decideIssuing = (hall: HallState, command: IssuingCommand, at: Instant): Decision => {
  if (command.type === 'StopIssuing') return decideStopIssuing(hall, command, at);
  if (command.type === 'ExtendIssuing') return decideExtendIssuing(hall, command, at);
  return decideResumeIssuing(hall, at);
};

type OrderEvent = EventOf<
  'IssuingStopped' | 'IssuingExtended' | 'IssuingResumed' | 'IssuingTurned'
>;

export const isOrderEvent = (event: HallEvent): event is OrderEvent =>
  event.type.startsWith('Issuing');

const orderAfter = (day: Day, event: OrderEvent, at: Instant): Pick<Day, 'order' | 'shut'> => {
  if (event.type === 'IssuingTurned') return day;
  if (event.type === 'IssuingResumed') return { order: null, shut: openedByOrder(day, at) };
  const { reason, untilAt } = event;
  return event.type === 'IssuingStopped'
    ? { order: { kind: 'stopped', reason, untilAt }, shut: shutByStop(day, at, untilAt) }
    : { order: { kind: 'extended', reason, untilAt }, shut: openedByOrder(day, at) };
};

/** An order says how issuing is from now on, and a turn that it overtook is told by it. Rules: HOURS-6. */
export const evolveOrder = (hall: HallState, event: OrderEvent, at: Instant): HallState => {
  if (!hall.day) return hall;
  const { order, shut } = orderAfter(hall.day, event, at);
  return { ...hall, day: { ...hall.day, order, shut, turnsToldAt: at } };
};
