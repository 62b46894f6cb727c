/** What a phone may choose from: the services of the hall as its kiosks know them. Rules: PHONE-4, ISSUE-3, ISSUE-5. */
import { isOffered } from '@tingxu/contract/offered';
import type { OfferedService } from '@tingxu/contract/presence';
import type { ServiceRow } from '@tingxu/contract/views';
import type { HallState } from '@tingxu/hall/state';
import { kioskView } from '@tingxu/hall/view';

const stateOf = (row: ServiceRow | undefined): OfferedService['state'] => {
  if (row?.issuing) return 'not-now';
  return row !== undefined && row.countersOpen > 0 ? 'open' : 'queue-only';
};

export const offeredServices = (hall: HallState): OfferedService[] => {
  const { profile, services } = kioskView(hall);
  return (profile?.services ?? [])
    .filter(({ id }) => isOffered(profile?.counters ?? [], id))
    .map(({ id, name, hint, documents, icon, group }) => {
      const row = services[id];
      return {
        ...{ service: id, name, state: stateOf(row) },
        ...(hint && { hint }),
        ...(documents && { documents }),
        ...(icon && { icon }),
        ...(group && { group }),
        ...{ ahead: row?.ahead ?? 0, wait: row?.wait ?? null },
      };
    });
};
