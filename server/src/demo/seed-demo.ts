/** Fills a new demo hall through real commands, on a clock that walks from the recent past to now. */
import { randomUUID } from 'node:crypto';
import { type CommandEnvelope, HallCommand } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import { CommandId, CounterId, type Instant, StaffId } from '@tingxu/contract/ids';
import type { Actor } from '@tingxu/contract/roles';
import { counterOf } from '@tingxu/hall/lookup';
import { businessDayAt, cutOverBefore } from '../day/business-day.ts';
import type { ControlledClock } from '../runtime/clock.ts';
import type { HallRuntime, Render } from '../runtime/hall-runtime.ts';
import { type Act, demoScript, SCRIPT_MINUTES } from './demo-script.ts';

const MINUTE_MS = 60_000;

/** Nobody reads these answers. */
const silent: Render = ({ decision }) => ({
  status: decision === 'accepted' ? 200 : 409,
  body: '{}',
});

/** When the script begins: 25 minutes ago, or at the cut-over when that was later. */
export const seedStart = (config: HallConfig, now: Instant): Instant =>
  Math.max(now - SCRIPT_MINUTES * MINUTE_MS, cutOverBefore(config, now));

const lobby: Actor = { role: 'lobby', staff: StaffId.parse('l01') };

/** The command of an act; null when the counter has no ticket to do it with. */
function commandOf(runtime: HallRuntime, step: Act): { command: HallCommand; actor: Actor } | null {
  if (step.act === 'issue') {
    const { service, lane } = step;
    const actor: Actor = lane === 'vip' ? lobby : { role: 'kiosk' };
    return { command: HallCommand.parse({ type: 'IssueTicket', service, lane }), actor };
  }
  const counter = CounterId.parse(step.counter);
  const actor: Actor = { role: 'teller', staff: StaffId.parse(`t0${step.counter}`) };
  if (step.act === 'open') {
    return { command: { type: 'OpenCounter', counter, staff: StaffId.parse(step.staff) }, actor };
  }
  if (step.act === 'call') return { command: { type: 'CallNext', counter }, actor };
  const ticket = counterOf(runtime.state(), counter)?.ticket;
  if (!ticket) return null;
  const type = (
    {
      recall: 'RecallTicket',
      start: 'StartService',
      finish: 'FinishService',
      miss: 'MissTicket',
    } as const
  )[step.act];
  return { command: { type, ticket, counter }, actor };
}

const submit = async (runtime: HallRuntime, actor: Actor, command: HallCommand): Promise<void> => {
  const id = CommandId.parse(randomUUID());
  const envelope: CommandEnvelope = { id, actor, command };
  await runtime.submit(envelope, silent);
};

/** What the hall refuses is left out: nobody waits for it. */
export async function perform(runtime: HallRuntime, act: Act): Promise<void> {
  const todo = commandOf(runtime, act);
  if (todo) await submit(runtime, todo.actor, todo.command);
}

/**
 * Opens the business day of `now` and plays the script up to `now`. Where the cut-over leaves less
 * than its 25 minutes, the script runs faster; steps that the hall then refuses are left out.
 */
export async function seedDemo(
  runtime: HallRuntime,
  config: HallConfig,
  clock: ControlledClock,
  now: Instant,
): Promise<void> {
  const startAt = clock.now();
  const businessDay = businessDayAt(config, now);
  await submit(runtime, { role: 'system' }, { type: 'OpenDay', businessDay, config });
  for (const step of demoScript()) {
    clock.advanceTo(startAt + Math.floor(((now - startAt) * step.minute) / SCRIPT_MINUTES));
    await perform(runtime, step);
  }
  clock.advanceTo(now);
}
