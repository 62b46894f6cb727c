/** A generous limit per device, so that one runaway screen cannot starve a hall. Source: SEC-08. */
import type { FastifyRequest } from 'fastify';
import type { Api } from './hosting.ts';
import { callerOf, introducedAs } from './identity.ts';
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

/**
 * A hall may sit behind one address: there a device or a person who proves who they are is counted alone, and
 * who proves nothing by the role in which they may come.
 */
export const senderOf = (request: FastifyRequest): string => {
  const bearer = introducedAs(request)?.bearer;
  const from = bearer?.device?.paired.device ?? request.ip;
  return `${from} ${callerOf(request).role} ${bearer?.staff?.account.staff ?? ''}`;
};

function count(limit: RateLimit, sender: string): void {
  const waitMs = limit.take(sender, performance.now());
  if (waitMs === 0) return;
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  throw new RequestProblem('too-many-requests', { retryAfterSeconds });
}

/**
 * A page is some thirty files, the first time; after a power cut sixty screens ask at once. Units: requests
 * of pages for each that a device may send to the API.
 */
const PAGES_SHARE = 10;

/** Of everything that a browser opens, by the address alone. Rules: WEB-6. Units, rejects: as addRateLimit. */
export const addPageLimit = (pages: Api, perMinute: number): void =>
  addRateLimit(pages, perMinute * PAGES_SHARE, ({ ip }) => ip);

/** Of what is admitted. Units: requests per minute and device; 0 is no limit. Rejects: too-many-requests. */
export function addRateLimit(
  api: Api,
  perMinute: number,
  sender: (request: FastifyRequest) => string = senderOf,
): void {
  if (perMinute === 0) return;
  const limit = rateLimit(perMinute, DEVICES);
  api.addHook('onRequest', (request, _reply, done) => {
    count(limit, sender(request));
    done();
  });
}

/** Decides whether a request comes in, by throwing where it does not. */
export type Admission = (request: FastifyRequest) => void;

/**
 * Counts what is refused, too: links and tokens that are guessed, rights that nobody has. Those counts are apart
 * from what is admitted, so that whoever guesses behind the address of a hall stops nobody there who comes in
 * rightly. Units: refusals per minute and device; 0 is no limit. Rejects: too-many-requests in place of the refusal.
 */
export function limitRefusals(admission: Admission, perMinute: number): Admission {
  if (perMinute === 0) return admission;
  const limit = rateLimit(perMinute, DEVICES);
  return (request) => {
    try {
      admission(request);
    } catch (refusal) {
      count(limit, senderOf(request));
      throw refusal;
    }
  };
}
