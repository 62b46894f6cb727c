/**
 * Closes the counters of whoever may not work at them any more: an account that was disabled, or has another role or
 * other halls. A call goes back in line; a service goes on until somebody ends it. Rules: CTR-14.
 */
import type { CounterId, StaffId } from '@tingxu/contract/ids';
import { findLive } from '@tingxu/hall/live-tickets';
import type { HallState } from '@tingxu/hall/state';
import type { Log } from '../http/hosting.ts';
import { hasLeft } from '../identity/at-counter.ts';
import type { Identity } from '../identity/identity.ts';
import { asServer } from '../runtime/as-server.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';
import { type ToldOf, tellLeftCounters } from './left-counters.ts';

/** Units: ms. */
const LOOK_MS = 500;

export type CountersToKeep = {
  readonly halls: readonly { readonly runtime: HallRuntime }[];
  readonly identity: Identity;
  readonly log: Pick<Log, 'info' | 'warn'>;
};

/** Without a customer who is being served. */
const isIdle = ({ tickets }: HallState, ticket: HallState['counters'][number]['ticket']): boolean =>
  ticket === null || findLive(tickets, ticket)?.state !== 'serving';

type Left = { readonly counter: CounterId; readonly left: StaffId };

const leftIn = (identity: Identity, { hall, state }: HallRuntime): readonly Left[] => {
  const now = state();
  return now.counters.flatMap(({ id, staff, ticket }) =>
    staff && isIdle(now, ticket) && hasLeft(identity, staff, hall)
      ? [{ counter: id, left: staff }]
      : [],
  );
};

/** Looks once: closes what is to be closed now. */
export async function closeCounters({ halls, identity, log }: CountersToKeep): Promise<void> {
  for (const { runtime } of halls) {
    const { hall } = runtime;
    for (const { counter, left } of leftIn(identity, runtime)) {
      if (!hasLeft(identity, left, hall)) continue;
      // The hall may have gone on since the look at it: it decides whether the counter is still theirs, and idle.
      const { status } = await asServer(runtime, { type: 'ReleaseCounter', counter, left });
      if (status !== 200) continue;
      log.info(
        { hall, counter },
        'a counter was closed: who was there may not work there any more',
      );
    }
  }
}

/** Looks from now on, after customers who were left alone, too. Gives the way to stop. Rules: CTR-14, CTR-15. */
export function keepCounters(parts: CountersToKeep): () => void {
  const told: ToldOf = new Set();
  let isLooking = false;
  let isFailing = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      await closeCounters(parts);
      await tellLeftCounters(parts, told);
      isFailing = false;
    } catch (err) {
      // A hall that cannot write is told of by itself.
      if (!isFailing) parts.log.warn({ err }, 'a counter could not be looked after');
      isFailing = true;
    }
    isLooking = false;
  };
  const looking = setInterval(() => void look(), LOOK_MS);
  looking.unref();
  return () => clearInterval(looking);
}
