/** A generous limit per device, so that one runaway screen cannot starve a hall. Source: SEC-08. */
import type { FastifyRequest } from 'fastify';
import type { Api } from './hosting.ts';
import { bearerOfRequest, callerOf } from './identity.ts';
import { RequestProblem } from './problem.ts';

const MINUTE_MS = 60_000;
/** Devices remembered at once; more than any hall has, few enough to be small. */
const DEVICES = 5_000;

type Minute = { readonly endsMs: number; count: number };

export type RateLimit = {
  /** Counts one request; says how long its device has to wait, 0 when it need not. Units: ms. */
  take(device: string, nowMs: number): number;
};

/** Counts by the minute that begins with a device's first request. `nowMs` is of any steady clock. */
export const rateLimit = (perMinute: number, devices: number): RateLimit => {
  /** In order of their ends, since each is as long as the others. */
  const minutes = new Map<string, Minute>();

  const begin = (device: string, nowMs: number): void => {
    minutes.delete(device);
    for (const [other, { endsMs }] of minutes) {
      if (endsMs > nowMs && minutes.size < devices) break;
      minutes.delete(other);
    }
    minutes.set(device, { endsMs: nowMs + MINUTE_MS, count: 1 });
  };

  return {
    take(device, nowMs) {
      const minute = minutes.get(device);
      if (!minute || minute.endsMs <= nowMs) {
        begin(device, nowMs);
        return 0;
      }
      minute.count += 1;
      return minute.count > perMinute ? minute.endsMs - nowMs : 0;
    },
  };
};

/** A hall may sit behind one address: there a pairing, else role and person tell its devices apart. */
const senderOf = (request: FastifyRequest): string => {
  const { role, staff } = callerOf(request);
  const paired = bearerOfRequest(request).device?.paired.device;
  if (paired !== undefined) return `${paired} ${role} ${staff ?? ''}`;
  return `${request.ip} ${role} ${staff ?? ''}`;
};

/** Units: requests per minute and device; 0 is no limit. Rejects: too-many-requests. */
export function addRateLimit(api: Api, perMinute: number): void {
  if (perMinute === 0) return;
  const limit = rateLimit(perMinute, DEVICES);
  api.addHook('onRequest', (request, _reply, done) => {
    const waitMs = limit.take(senderOf(request), performance.now());
    if (waitMs > 0) {
      throw new RequestProblem('too-many-requests', {
        retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
      });
    }
    done();
  });
}
