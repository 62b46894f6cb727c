/** What the phone may offer when it issues a ticket. Pure. Source: H1, H13. */

import type { ServiceId, Text } from '@tingxu/contract/ids';
import { isOffered } from '@tingxu/contract/offered';
import type { ServiceRow, SupervisorView } from '@tingxu/contract/views';

export type ServiceOffer = {
  readonly service: ServiceId;
  readonly name: Text;
  readonly wait: ServiceRow['wait'];
  /** Some counter of the hall takes it. Rules: ISSUE-3. */
  readonly offered: boolean;
};

export const serviceOffers = ({ profile, services }: SupervisorView): readonly ServiceOffer[] =>
  (profile?.services ?? []).map(({ id, name }) => ({
    service: id,
    name,
    wait: services[id]?.wait ?? null,
    offered: isOffered(profile?.counters ?? [], id),
  }));
