/** Stopping a hall that cannot trust itself, and starting it again from the journal. */
import { Fault } from './fault.ts';
import type { Pending } from './pending.ts';
import { type RunningHall, replayed, reportDefect } from './running-hall.ts';

/** Takes a command out of flight with an error; it may be sent again with the same key. */
export const refuse = (hall: RunningHall, pending: Pending, error: unknown): void => {
  hall.inFlight.delete(pending.envelope.id);
  pending.reject(error);
};

/** Refuses the given commands and everything that waits. */
export const refuseAll = (
  hall: RunningHall,
  pendings: readonly Pending[],
  code: 'hall-halted' | 'server-stopping',
  cause: unknown,
): void => {
  for (const pending of [...pendings, ...hall.queue.splice(0)]) {
    refuse(hall, pending, new Fault(code, { cause }));
  }
};

const restart = (hall: RunningHall, running: () => void): void => {
  if (hall.status !== 'halted') return;
  try {
    hall.state = replayed(hall.journal, hall.core);
  } catch (error) {
    reportDefect(hall, 'restart', error, true);
    return;
  }
  hall.status = 'running';
  running();
};

/**
 * Halts: every command in flight and to come is refused. Unless the failure is fatal, the hall then
 * reads its journal again and goes on from there; `running` is called when it does.
 */
export const halt = (
  hall: RunningHall,
  pendings: readonly Pending[],
  failure: {
    readonly during: 'evolve' | 'commit';
    readonly error: unknown;
    readonly fatal: boolean;
  },
  running: () => void,
): void => {
  hall.status = 'halted';
  hall.deadline?.cancel();
  hall.deadline = null;
  refuseAll(hall, pendings, 'hall-halted', failure.error);
  reportDefect(hall, failure.during, failure.error, failure.fatal);
  if (!failure.fatal) setImmediate(() => restart(hall, running));
};
