/** That no numbers are given, until when and why: what a board says all the time. Rules: HOURS-6. */
import type { IssuingRow } from '@tingxu/contract/hours';
import type { BoardView } from '@tingxu/contract/views';

export type NotIssuing = IssuingRow & {
  readonly state: Exclude<IssuingRow['state'], 'open' | 'extended'>;
};

/** Null while numbers are given. */
export const notIssuing = ({ day }: BoardView): NotIssuing | null => {
  const { issuing } = day;
  if (!issuing || issuing.state === 'open' || issuing.state === 'extended') return null;
  return { ...issuing, state: issuing.state };
};
