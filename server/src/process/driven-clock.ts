/**
 * The clock of a replay: driven by the parent process over Node's IPC channel, so that a recorded day
 * takes a minute. `{type:'advance', to}` → `{type:'advanced', at}` once everything that fell due on the
 * way is durable: the runtime commits a deadline at once, at its own instant. For tests only.
 */
import { Instant } from '@tingxu/contract/ids';
import * as z from 'zod/mini';
import type { ControlledClock } from '../runtime/clock.ts';

const Advance = z.object({ type: z.literal('advance'), to: Instant });

/** Follows the parent's messages; others are ignored. */
export function followParent(clock: ControlledClock): void {
  process.on('message', (message: unknown) => {
    const parsed = Advance.safeParse(message);
    if (!parsed.success) return;
    clock.advanceTo(parsed.data.to);
    process.send?.({ type: 'advanced', at: clock.now() });
  });
}
