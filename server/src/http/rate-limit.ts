/** A generous limit per device, so that one runaway screen cannot starve a hall. Source: SEC-08. */
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { Api } from './hosting.ts';
import { callerOf } from './identity.ts';
import { RequestProblem } from './problem.ts';

const MINUTE_MS = 60_000;
/** Devices remembered at once; more than any hall has, few enough to be small. */
const DEVICES = 5_000;

/** A hall may sit behind one address, so role and person tell its devices apart. */
const deviceOf = (request: FastifyRequest): string => {
  const { role, staff } = callerOf(request);
  return `${request.ip} ${role} ${staff ?? ''}`;
};

/** Units: requests per minute and device; 0 is no limit. Rejects: too-many-requests. */
export async function addRateLimit(api: Api, perMinute: number): Promise<void> {
  if (perMinute === 0) return;
  const silent = {
    'x-ratelimit-limit': false,
    'x-ratelimit-remaining': false,
    'x-ratelimit-reset': false,
  };
  await api.register(fastifyRateLimit, {
    max: perMinute,
    timeWindow: MINUTE_MS,
    cache: DEVICES,
    keyGenerator: deviceOf,
    addHeaders: silent,
    addHeadersOnExceeding: silent,
    errorResponseBuilder: (_request, { ttl }) =>
      new RequestProblem('too-many-requests', {
        retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000)),
      }),
  });
}
