/**
 * Whoever tries references of bookings one after another is stopped long before finding one; with it for
 * a while the device where it was tried. Rules: BOOK-15. Source: SEC-08.
 */
import { STAFF_ROLES } from '@tingxu/contract/roles';
import type { FastifyRequest } from 'fastify';
import type { References } from '../appointments/reference.ts';
import { BookingParams } from './booking-reading.ts';
import { deviceOf, isAgain } from './device-of.ts';
import type { Api, Hosting } from './hosting.ts';
import { callerOf } from './identity.ts';
import { RequestProblem } from './problem.ts';

/** More than a morning of misread letters at one kiosk. */
const MOST_WRONG = 20;
/** Units: ms. */
const WRONG_WINDOW_MS = 600_000;
const DEVICES = 5_000;

type Tries = { count: number; untilMs: number };

export type WrongReferences = {
  /** Says how long the device has to wait, 0 when it need not. `nowMs` is of any steady clock. Units: ms. */
  take(device: string, isKnown: boolean, nowMs: number): number;
};

/** So many in the window that begins with the first; then none until a whole window has passed. */
export const wrongReferences = (): WrongReferences => {
  const tries = new Map<string, Tries>();
  const begin = (device: string, nowMs: number): void => {
    for (const [other, { untilMs }] of tries) {
      if (untilMs > nowMs && tries.size < DEVICES) break;
      tries.delete(other);
    }
    tries.set(device, { count: 1, untilMs: nowMs + WRONG_WINDOW_MS });
  };
  return {
    take(device, isKnown, nowMs) {
      const known = tries.get(device);
      const now = known && known.untilMs > nowMs ? known : undefined;
      if (now && now.count >= MOST_WRONG) return now.untilMs - nowMs;
      if (isKnown) return 0;
      if (!now) {
        tries.delete(device);
        begin(device, nowMs);
        return 0;
      }
      now.count += 1;
      if (now.count >= MOST_WRONG) now.untilMs = nowMs + WRONG_WINDOW_MS;
      return 0;
    },
  };
};

/**
 * On every route that names a booking. Staff have names, and are not held up. A command that is sent again is no
 * other try, unless it turns out to be another one under the same key. Rejects: too-many-requests.
 */
export function addWrongReferences(api: Api, hosting: Hosting, { named }: References): void {
  const wrong = wrongReferences();
  /** What counts a request as a try; of those that seem to be sent again, once they are not. */
  const trying = new WeakMap<FastifyRequest, () => number>();
  api.addHook('preHandler', (request, _reply, done) => {
    const asked = BookingParams.safeParse(request.params);
    const hall = asked.success ? hosting.halls.get(asked.data.hall) : undefined;
    const { role } = callerOf(request);
    if (!asked.success || !hall || STAFF_ROLES.includes(role)) {
      done();
      return;
    }
    const id = named(asked.data.booking, role);
    const count = (): number => {
      const isKnown = hall.runtime.state().bookings.some((row) => row.booking === id);
      return wrong.take(deviceOf(request, hall), isKnown, performance.now());
    };
    if (isAgain(request, hall)) {
      trying.set(request, count);
      done();
      return;
    }
    const waitMs = count();
    if (waitMs > 0) {
      const retryAfterSeconds = Math.ceil(waitMs / 1_000);
      throw new RequestProblem('too-many-requests', { retryAfterSeconds });
    }
    done();
  });
  api.addHook('onError', (request, _reply, _error, done) => {
    trying.get(request)?.();
    done();
  });
}
