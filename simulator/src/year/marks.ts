/** Branches that a simulation must have taken: else it proves less than it says. Source: DS-16. */
import { CancelReason, PauseReason } from '@tingxu/contract/commands';
import { PolicyKind } from '@tingxu/contract/config';
import { HallEvent } from '@tingxu/contract/events';
import { REJECTIONS } from '@tingxu/contract/problems';

/** What only the shell brings about: a leap of the machine's clock. */
const NOT_HERE: readonly string[] = ['ClockStepped', 'ClockCorrected'];

/**
 * So many days owe every mark: chance and aims bring each about half a dozen times or more in them,
 * whatever the seed, and the one before the first day (`configuration-in-file`) once in any run.
 */
const DAYS_FOR_ALL = 100;

const EVENTS = HallEvent.def.options.flatMap(({ shape }) => [...shape.type.def.values]);

export const MARKS: readonly string[] = [
  ...EVENTS,
  ...Object.keys(REJECTIONS),
  ...['protected', 'passed over', 'called while held'],
  ...['checked in after a stop', 'booked as planned'],
  ...['booking ended as no-show', 'booking ended as hall-closed'],
  ...['a busy day', 'a hall day', 'an absurd day'],
  ...['a day drained', 'a day rolled over with people in the hall'],
  ...PolicyKind.options.map((kind) => `policy ${kind}`),
  ...PauseReason.options.map((reason) => `paused for ${reason}`),
  ...[...CancelReason.options, 'left-at-closing', 'carried-over', 'session-ended'].map(
    (reason) => `ended as ${reason}`,
  ),
].filter((mark) => !NOT_HERE.includes(mark));

/** Marks that were not hit; a run too short to hit them all owes none. */
export const missedMarks = (seen: ReadonlyMap<string, number>, days: number): readonly string[] =>
  days < DAYS_FOR_ALL ? [] : MARKS.filter((mark) => !seen.has(mark));
