/**
 * Calls the lobby manager to a customer whose teller has signed out: who was called or is being served stays at the
 * counter, and somebody must come. Rules: CTR-15.
 */
import type { CommandOf } from '@tingxu/contract/commands';
import type { HallState } from '@tingxu/hall/state';
import { isSignedOut } from '../identity/at-counter.ts';
import { asServer } from '../runtime/as-server.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';
import type { CountersToKeep } from './close-counters.ts';

type Counter = HallState['counters'][number];
type Wanted = CommandOf<'CallForHelp' | 'EndHelp'>;

/** A counter and its ticket that somebody was called to: whoever ends the call by hand knows of them. */
export type ToldOf = Set<string>;

const isAlone = (parts: CountersToKeep, { hall }: HallRuntime, counter: Counter): boolean =>
  counter.staff !== null &&
  counter.ticket !== null &&
  isSignedOut(parts.identity, counter.staff, hall);

/** What is to be done about one counter now; null for nothing. */
const wantedAt = (
  parts: CountersToKeep,
  runtime: HallRuntime,
  counter: Counter,
  told: ToldOf,
): Wanted | null => {
  const { id, ticket, help } = counter;
  const key = `${runtime.hall} ${id}`;
  if (!isAlone(parts, runtime, counter)) {
    for (const known of told) if (known.startsWith(`${key} `)) told.delete(known);
    return help?.kind === 'teller-left' ? { type: 'EndHelp', counter: id } : null;
  }
  // Whoever is called already comes, and one call is enough for one customer.
  if (help !== null || told.has(`${key} ${ticket}`)) return null;
  told.add(`${key} ${ticket}`);
  return { type: 'CallForHelp', counter: id, kind: 'teller-left' };
};

/** Looks once: calls where a customer is alone, and takes the call back where none is any more. */
export async function tellLeftCounters(parts: CountersToKeep, told: ToldOf): Promise<void> {
  for (const { runtime } of parts.halls) {
    for (const counter of runtime.state().counters) {
      const command = wantedAt(parts, runtime, counter, told);
      if (command !== null) await asServer(runtime, command);
    }
  }
}
