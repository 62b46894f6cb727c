/**
 * How fast a kiosk gives tickets: no faster than people can take them, so that nobody empties the morning's
 * numbers into a pocket or a script into the line. Staff have names, and are not held up. Rules: ISSUE-7.
 * Source: SEC-08.
 */
import type { OperationId } from '@tingxu/contract/access';
import type { HallId } from '@tingxu/contract/ids';
import type { FastifyRequest } from 'fastify';
import { type Allowance, allowance } from '../feed/allowance.ts';
import { deviceOf, isAgain } from './device-of.ts';
import type { Api, HostedHall, Hosting } from './hosting.ts';
import { callerOf } from './identity.ts';
import { RequestProblem } from './problem.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';

/** A family at once, then one in two seconds. */
const FAMILY = { burst: 3, perSecond: 0.5 };
/** Kiosks remembered at once; more than any server has. */
const KIOSKS = 1_000;

/** What a kiosk gives to whoever stands there: a booked place is as scarce as a number. */
const GIVEN: readonly OperationId[] = ['issueTicket', 'makeBooking', 'checkIn'];
const BY_PHONE: OperationId = 'takePhoneTicket';

export type TicketFlood = {
  /** Says how long the kiosk has to wait, 0 when it need not. `nowMs` is of any steady clock. Units: ms. */
  take(kiosk: string, nowMs: number): number;
};

/** Units: tickets per minute and kiosk. */
export const ticketFlood = (perMinute: number): TicketFlood => {
  const minutes: RateLimit = rateLimit(perMinute, KIOSKS);
  const families = new Map<string, Allowance>();
  const familyAt = (kiosk: string): Allowance => {
    const known = families.get(kiosk);
    if (known) return known;
    const [oldest] = families.keys();
    if (families.size >= KIOSKS && oldest !== undefined) families.delete(oldest);
    const made = allowance(FAMILY.burst, FAMILY.perSecond);
    families.set(kiosk, made);
    return made;
  };
  return {
    take: (kiosk, nowMs) =>
      familyAt(kiosk).take(nowMs) ? minutes.take(kiosk, nowMs) : 1_000 / FAMILY.perSecond,
  };
};

/**
 * Whose tickets are counted: a kiosk's, and those of all phones of a hall together, since phones are many,
 * share addresses and can forget who they are. Null for whoever is not held up. Rules: ISSUE-7, PHONE-4.
 */
function takerOf(request: FastifyRequest, hall: HostedHall): string | null {
  const operation = request.routeOptions.schema?.operationId;
  if (operation === BY_PHONE) return `${hall.runtime.hall} phones`;
  const given = GIVEN.some((one) => one === operation);
  if (!given || callerOf(request).role !== 'kiosk') return null;
  return deviceOf(request, hall);
}

/** Before the routes that give. 0 is no limit. Rejects: too-many-requests. */
export function addTicketFlood(api: Api, hosting: Hosting, perMinute: number): void {
  if (perMinute === 0) return;
  const flood = ticketFlood(perMinute);
  api.addHook('preHandler', (request, _reply, done) => {
    const hall = hosting.halls.get((request.params as { readonly hall?: HallId }).hall as HallId);
    const taker = hall ? takerOf(request, hall) : null;
    if (taker === null || !hall || isAgain(request, hall)) {
      done();
      return;
    }
    const waitMs = flood.take(taker, performance.now());
    if (waitMs > 0) {
      throw new RequestProblem('too-many-requests', {
        retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
      });
    }
    done();
  });
}
