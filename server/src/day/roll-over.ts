/**
 * Ends the business day at its cut-over, also one that ended while the server was off, and opens the
 * next one where a hall is meant to open by itself; keeps posted when the doors open next.
 * Rules: DAY-4, HOURS-8, HOURS-9, HOURS-13.
 */
import type { HallConfig } from '@tingxu/contract/config';
import type { Instant } from '@tingxu/contract/ids';
import { configInForce } from '@tingxu/hall/configuration';
import { asServer } from '../runtime/as-server.ts';
import type { Clock } from '../runtime/clock.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';
import { businessDayAt, nextCutOver } from './business-day.ts';
import { nextOpening } from './next-opening.ts';
import { type PostedTurn, postedTurn } from './posted-day.ts';
import { openingOf } from './posted-hours.ts';

/** After a hall that could not write, try again so much later. Units: ms. */
const RETRY_MS = 30_000;

export type KeptHall = {
  /** Of the very first day; afterwards the journal knows it. Rules: CONF-1. */
  readonly config: HallConfig;
  readonly runtime: HallRuntime;
  /** Opens each new business day without anybody's command. */
  readonly opensItself: boolean;
};

type Log = { readonly error: (about: object, text: string) => void };

/** Brings one hall to the business day of now. */
export async function rollOver(
  { config, runtime, opensItself }: KeptHall,
  clock: Clock,
): Promise<void> {
  const businessDay = businessDayAt(configInForce(runtime.state(), config), clock.now());
  const { day } = runtime.state();
  if (day && day.businessDay >= businessDay) return;
  if (day?.open) await asServer(runtime, { type: 'CloseDay', remaining: 'end-remaining' });
  if (opensItself)
    await asServer(runtime, openingOf(runtime.state(), config, businessDay, clock.now()));
}

/** Does what the posted hours ask for, and says when they ask again. Rules: HOURS-8, HOURS-9. */
async function followHours(
  { config, runtime }: KeptHall,
  clock: Clock,
  openSince: () => Instant,
): Promise<Instant | null> {
  const look = (): PostedTurn => {
    const now = clock.now();
    const businessDay = businessDayAt(configInForce(runtime.state(), config), now);
    return postedTurn(runtime.state(), config, { businessDay, now, openSince: openSince() });
  };
  const { due, nextAt } = look();
  if (due === null) return nextAt;
  if (due === 'close') await asServer(runtime, { type: 'CloseDay', remaining: 'refuse' });
  else {
    const now = clock.now();
    const businessDay = businessDayAt(configInForce(runtime.state(), config), now);
    await asServer(runtime, openingOf(runtime.state(), config, businessDay, now));
  }
  return look().nextAt;
}

/** Tells the hall when its doors open next, and says when that changes by itself. Rules: HOURS-13. */
async function postNextOpening(
  { config, runtime }: KeptHall,
  clock: Clock,
): Promise<Instant | null> {
  const { opensAt, lookAt } = nextOpening(runtime.state(), config, clock.now());
  const { day } = runtime.state();
  if (day && (day.opensNextAt ?? null) !== opensAt) {
    await asServer(runtime, { type: 'PostNextOpening', opensAt });
  }
  return lookAt;
}

/** What the times of the day follow from: whoever changes it may bring another turn. */
const timesOf = ({ runtime }: KeptHall): readonly unknown[] => {
  const { day, configuration } = runtime.state();
  return [day?.businessDay, day?.open, day?.config, day?.schedule, day?.order, configuration.plan];
};

/**
 * Rolls the hall over before it returns, then at every cut-over, and opens and closes it at its posted
 * hours where it is set to, and tells when they open next; looks again whenever somebody opens or closes the day or changes its hours.
 * Gives the way to stop.
 */
export async function keepDays(hall: KeptHall, clock: Clock, log: Log): Promise<() => void> {
  let cancel = (): void => undefined;
  let stopped = false;
  let turning = false;
  let times = timesOf(hall);
  let wasOpen = hall.runtime.state().day?.open ?? false;
  let openSince = clock.now();
  const turn = async (): Promise<void> => {
    turning = true;
    const now = clock.now();
    let nextAt: number;
    try {
      await rollOver(hall, clock);
      const hoursAt = await followHours(hall, clock, () => openSince);
      // The day that has just opened may have brought another cut-over hour.
      nextAt = nextCutOver(configInForce(hall.runtime.state(), hall.config), now);
      const nextOpeningAt = await postNextOpening(hall, clock);
      nextAt = Math.min(nextAt, hoursAt ?? nextAt, nextOpeningAt ?? nextAt);
    } catch (err) {
      log.error({ err, hall: hall.runtime.hall }, 'the business day could not be rolled over');
      nextAt = clock.now() + RETRY_MS;
    }
    turning = false;
    times = timesOf(hall);
    if (!stopped) cancel = clock.schedule(nextAt, () => void turn());
  };
  const forget = hall.runtime.onCommitted(({ after }) => {
    const isOpen = after.day?.open ?? false;
    if (isOpen && !wasOpen) openSince = clock.now();
    wasOpen = isOpen;
    if (turning || stopped) return;
    const next = timesOf(hall);
    if (next.every((part, at) => part === times[at])) return;
    times = next;
    cancel();
    cancel = clock.schedule(clock.now(), () => void turn());
  });
  await turn();
  return () => {
    stopped = true;
    forget();
    cancel();
  };
}
