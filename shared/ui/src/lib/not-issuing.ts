/** That no numbers are given, until when and why: what every screen says. Rules: HOURS-6. */
import type { IssuingRow } from '@tingxu/contract/hours';
import type { Instant } from '@tingxu/contract/ids';
import type { DayRow } from '@tingxu/contract/views';

export type NotIssuing = IssuingRow & {
  readonly state: Exclude<IssuingRow['state'], 'open' | 'extended'>;
};

type Told = {
  readonly day: Pick<DayRow, 'issuing' | 'opensNextAt'>;
};

/**
 * Null while numbers are given, and where no hours are posted. A day that is over is over until the next
 * posted opening. Rules: HOURS-13.
 */
export const notIssuing = ({ day: { issuing, opensNextAt } }: Told): NotIssuing | null => {
  if (!issuing || issuing.state === 'open' || issuing.state === 'extended') return null;
  const { state, untilAt } = issuing;
  return { ...issuing, state, untilAt: state === 'over' ? (opensNextAt ?? null) : untilAt };
};

type When = (at: Instant, now: Instant) => string;

/** Until when, in words: an opening with its day, the end of a stop briefly. Null where nobody knows. */
export const untilWhen = (
  format: { readonly when: When; readonly opening: When },
  { state, untilAt }: NotIssuing,
  now: Instant,
): string | null => {
  if (untilAt === null) return null;
  return state === 'stopped' ? format.when(untilAt, now) : format.opening(untilAt, now);
};

/**
 * When the doors of a hall whose day is not open will open; null where nobody knows, or they should be
 * open by now. Rules: HOURS-13.
 */
export const opensAfter = (
  { opensNextAt }: Pick<DayRow, 'opensNextAt'>,
  now: Instant,
): Instant | null => (opensNextAt !== undefined && opensNextAt > now ? opensNextAt : null);
