/** That no numbers are given, until when and why: what every screen says. Rules: HOURS-6. */
import type { IssuingRow } from '@tingxu/contract/hours';

export type NotIssuing = IssuingRow & {
  readonly state: Exclude<IssuingRow['state'], 'open' | 'extended'>;
};

/** Null while numbers are given, and where no hours are posted. */
export const notIssuing = ({
  day: { issuing },
}: {
  readonly day: { readonly issuing?: IssuingRow | undefined };
}): NotIssuing | null => {
  if (!issuing || issuing.state === 'open' || issuing.state === 'extended') return null;
  return { ...issuing, state: issuing.state };
};
