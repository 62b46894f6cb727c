/** Whether somebody who waits has more people ahead than was told before. Pure. Rules: LINK-3. */
import type { PhoneRow } from '@tingxu/contract/views';

/** What was told while the ticket stands in one line. */
export type Standing = Pick<PhoneRow, 'lane' | 'service' | 'ahead'> & {
  /** The fewest people ahead that were told. */
  readonly least: number;
};

/** Another line, or the way back into it, is no setback: whoever goes there has done it or was told. */
export const standingAfter = (before: Standing | null, row: PhoneRow | null): Standing | null => {
  if (row?.state !== 'waiting') return null;
  const { lane, service, ahead } = row;
  const same = before?.lane === lane && before.service === service;
  return { lane, service, ahead, least: same ? Math.min(before.least, ahead) : ahead };
};

/** As long as it lasts: once they have been called, nothing is left to be said. */
export const isSetBack = (standing: Standing | null): boolean =>
  standing !== null && standing.ahead > standing.least;
