/** Posted hours and orders of a manager, as the customer must know them. Rules: HOURS-6. */
import type { IssuingRow } from '@tingxu/contract/hours';
import type { KioskView } from '@tingxu/contract/views';

export type NotIssuing = IssuingRow & {
  readonly state: Exclude<IssuingRow['state'], 'open' | 'extended'>;
};

/** Null while numbers are given. */
export const notIssuing = ({ day }: KioskView): NotIssuing | null => {
  const { issuing } = day;
  if (!issuing || issuing.state === 'open' || issuing.state === 'extended') return null;
  return { ...issuing, state: issuing.state };
};
