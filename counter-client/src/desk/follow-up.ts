/** What comes after the service at hand. Pure. Rules: LEG-1, LEG-2, LEG-3. */

import type { ServiceId } from '@tingxu/contract/ids';
import { isOffered } from '@tingxu/contract/offered';
import type { TicketRow } from '@tingxu/contract/views';
import { ownProfile, type Situation } from './situation.ts';

export type FollowUp = {
  readonly service: ServiceId;
  /** At this counter at once; else the ticket waits in line for it. */
  readonly stays: boolean;
};

/** Null when the visit ends with this service. One that no counter takes any more is left out. */
export const followUp = (now: Situation, { further }: TicketRow): FollowUp | null => {
  const counters = now.view.profile?.counters ?? [];
  const service = further.find((one) => isOffered(counters, one));
  if (service === undefined) return null;
  const takes = ownProfile(now)?.skills.includes(service) ?? false;
  return { service, stays: takes && (now.view.rules?.stay ?? false) };
};
