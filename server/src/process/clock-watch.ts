/** Looks at the clock each second, so that a leap is told although nobody sends a command. Rules: TIME-3. */
import type { Instant } from '@tingxu/contract/ids';
import type { HallState } from '@tingxu/hall/state';
import type { HealthCheck } from '../http/hosting.ts';
import type { Clock } from '../runtime/clock.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';
import { type SteadyClock, steadyClock } from '../runtime/steady-clock.ts';
import { SYSTEM_MACHINE } from '../runtime/system-machine.ts';

/** Units: ms. */
const EVERY_MS = 1_000;
/** A difference to the machine's clock that is an alarm. Units: ms. Source: DS-13. */
const ALARM_MS = 2_000;

type Watched = { readonly runtime: Pick<HallRuntime, 'noteClock'> };
type Log = { readonly warn: (about: object, text: string) => void };

const told = (at: Instant): string => new Date(at).toISOString();

/** Nobody is in the hall, so that no wait and no deadline is running. Rules: TIME-4. */
export const isIdle = (hall: HallState): boolean => hall.tickets.size === 0;

/** The clock of this machine for halls that are found later. */
export const systemClock = (
  halls: () => Iterable<{ readonly runtime: Pick<HallRuntime, 'state'> }>,
): SteadyClock =>
  steadyClock(SYSTEM_MACHINE, () => {
    for (const { runtime } of halls()) if (!isIdle(runtime.state())) return false;
    return true;
  });

/** Gives the way to stop. */
export function watchClock(clock: Clock, halls: readonly Watched[], log: Log): () => void {
  let cancel = (): void => undefined;
  let known = 0;
  const look = (): void => {
    const now = clock.now();
    for (const { number, kind, fromAt, toAt } of clock.steps()) {
      if (number <= known) continue;
      known = number;
      const about = { fromAt: told(fromAt), toAt: told(toAt), byMs: toAt - fromAt };
      const text =
        kind === 'stepped'
          ? "the machine's clock leapt; the halls' time goes on without it"
          : "the halls' time now follows the machine's clock again";
      log.warn(about, text);
    }
    for (const { runtime } of halls) runtime.noteClock();
    cancel = clock.schedule(now + EVERY_MS, look);
  };
  look();
  return () => cancel();
}

/** Failing while the machine's clock and the halls' time differ by more than an alarm. */
export function clockCheck(clock: Clock): HealthCheck {
  clock.now();
  const aheadMs = clock.aheadMs();
  const ok = Math.abs(aheadMs) <= ALARM_MS;
  if (ok) return { name: 'clock', ok, detail: 'in step' };
  const seconds = Math.round(Math.abs(aheadMs) / 1_000);
  const where = aheadMs > 0 ? 'ahead of' : 'behind';
  return { name: 'clock', ok, detail: `the machine is ${seconds} s ${where} the halls' time` };
}
