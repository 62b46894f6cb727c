/** The commands of a visit as HTTP requests, the same for the hall and for the echo. */
import { randomBytes } from 'node:crypto';
import type { Chance } from '@tingxu/chance/chance';
import { BENCH_HALL, CUSTOMERS, SERVICES } from '../hall/bench-hall.ts';
import { KIOSK, SUPERVISOR, tellerAt, tokenOf } from '../hall/people.ts';
import type { Request } from './line.ts';

const BASE = `/api/v1/halls/${BENCH_HALL.hall}`;
const JSON_TYPE = 'content-type: application/json\r\n';

export type Keys = () => string;

/** Keys as long as a client's random ones; a counter costs the generator nothing. */
export const commandKeys = (): Keys => {
  const run = randomBytes(8).toString('hex');
  let count = 0;
  return () => {
    count += 1;
    return `${run}${String(count).padStart(16, '0')}`;
  };
};

export const STEPS = ['issue', 'call-next', 'start', 'finish'] as const;
export type Step = (typeof STEPS)[number];

const headersOf = (role: string, name: string): string =>
  `${JSON_TYPE}tingxu-role: ${role}\r\nauthorization: Bearer ${tokenOf(name)}\r\n`;

const withKey = (headers: string, key: string): string => `${headers}idempotency-key: ${key}\r\n`;

export type VisitRequests = {
  /** `ticket` is what the call answered; the first two steps do without it. */
  of(step: Step, ticket: string): Request;
};

/** The requests of one connection: a kiosk and the teller of its own counter. */
export const visitRequests = (counter: string, keys: Keys, seeded: Chance): VisitRequests => {
  const kiosk = headersOf('kiosk', KIOSK);
  const staff = headersOf('teller', tellerAt(counter));
  const atCounter = JSON.stringify({ counter });
  const issueBodies = SERVICES.flatMap((service) =>
    CUSTOMERS.map((lane) => JSON.stringify({ service, lane })),
  );
  const callPath = `${BASE}/counters/${counter}/call-next`;
  return {
    of(step, ticket) {
      if (step === 'issue') {
        const body = seeded.pick(issueBodies);
        return { path: `${BASE}/tickets`, headers: withKey(kiosk, keys()), body };
      }
      const headers = withKey(staff, keys());
      if (step === 'call-next') return { path: callPath, headers, body: '{}' };
      return { path: `${BASE}/tickets/${ticket}/${step}`, headers, body: atCounter };
    },
  };
};

/** Opens the day and the given counters. */
export const openingRequests = (counters: readonly string[], keys: Keys): readonly Request[] => {
  const headers = () => withKey(headersOf('supervisor', SUPERVISOR), keys());
  return [
    { path: `${BASE}/day/open`, headers: headers(), body: '{}' },
    ...counters.map((counter) => ({
      path: `${BASE}/counters/${counter}/open`,
      headers: headers(),
      body: JSON.stringify({ staff: tellerAt(counter) }),
    })),
  ];
};

const TICKET = /"ticket":\{"id":"([^"]+)"/;

/** The ticket of an answer that is about one. */
export const ticketOf = (body: string): string => {
  const id = TICKET.exec(body)?.[1];
  if (id === undefined) throw new Error(`an answer without a ticket: ${body}`);
  return id;
};
