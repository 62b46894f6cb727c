/** A full hall at work: kiosks that issue and tellers who call, as fast as they are answered. */
import { rigHeaders } from '@tingxu/server/identity/testing/rig-people';
import { BIG_HALL, COUNTERS, LANES, SERVICES } from './big-hall.ts';
import { type Answer, intend, isAccepted, type Ledger, type Sent, unknown } from './ledger.ts';

const BASE = `/api/v1/halls/${BIG_HALL.hall}`;
/** The supervisor's role may send every command of this load. */
const HEADERS = { 'content-type': 'application/json', ...rigHeaders('supervisor') };
/** Problems after which the same key must be sent again. */
const UNDECIDED = 503;

const pick = <T>(values: readonly T[]): T => {
  const value = values[Math.floor(Math.random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
};

/** Sends a command; null when nothing was heard. */
const send = async (url: string, sent: Sent): Promise<Answer | null> => {
  try {
    const response = await fetch(url + sent.path, {
      method: 'POST',
      headers: { ...HEADERS, 'idempotency-key': sent.key },
      body: JSON.stringify(sent.body),
    });
    const body = await response.text();
    return response.status === UNDECIDED ? null : { status: response.status, body };
  } catch {
    return null;
  }
};

/** Sends a new command and notes what it was told. */
const command = async (url: string, ledger: Ledger, path: string, body: object) => {
  const sent = intend(ledger, BASE + path, body);
  sent.answer = await send(url, sent);
  return sent.answer;
};

type CounterTold = { readonly id: string; readonly state: string; readonly ticket: string | null };

const countersOf = async (url: string): Promise<readonly CounterTold[]> => {
  const response = await fetch(url + BASE, { headers: HEADERS });
  return ((await response.json()) as { counters: CounterTold[] }).counters;
};

const mustAccept = (answer: Answer | null): void => {
  if (!answer || !isAccepted(answer)) throw new Error(`the hall does not open: ${answer?.body}`);
};

/** Opens the day and every counter. */
export const openHall = async (url: string, ledger: Ledger): Promise<void> => {
  mustAccept(await command(url, ledger, '/day/open', {}));
  for (const counter of COUNTERS) {
    mustAccept(await command(url, ledger, `/counters/${counter}/open`, { staff: `t${counter}` }));
  }
};

/** Asks again, with the same keys, what became of every command whose outcome is unknown. */
export const settle = async (url: string, ledger: Ledger): Promise<number> => {
  const open = unknown(ledger);
  for (const sent of open) sent.answer = await send(url, sent);
  return open.length;
};

/** Sends answered commands once more; returns those whose answer is not the same bytes. */
export const askAgain = async (
  url: string,
  answered: readonly Sent[],
): Promise<readonly Sent[]> => {
  const other: Sent[] = [];
  for (const sent of answered) {
    const again = await send(url, sent);
    const same = again?.status === sent.answer?.status && again?.body === sent.answer?.body;
    if (!same) other.push(sent);
  }
  return other;
};

const ticketOf = (answer: Answer | null): string | null => {
  if (!answer || !isAccepted(answer)) return null;
  return (JSON.parse(answer.body) as { ticket: { id: string } | null }).ticket?.id ?? null;
};

type Running = { on: boolean };

const kiosk = async (url: string, ledger: Ledger, running: Running): Promise<void> => {
  while (running.on) {
    const body = { service: pick(SERVICES), lane: pick(LANES) };
    if (!(await command(url, ledger, '/tickets', body))) return;
  }
};

/** Serves one ticket; false when the server is gone. */
const serve = async (url: string, ledger: Ledger, ticket: string, counter: string) => {
  const steps = Math.random() < 0.1 ? ['recall', 'miss'] : ['start', 'finish'];
  for (const step of steps) {
    if (!(await command(url, ledger, `/tickets/${ticket}/${step}`, { counter }))) return false;
  }
  if (steps.includes('miss') && Math.random() < 0.7) {
    return (await command(url, ledger, `/tickets/${ticket}/return`, {})) !== null;
  }
  return true;
};

const teller = async (
  url: string,
  ledger: Ledger,
  running: Running,
  { id, ticket: left }: CounterTold,
): Promise<void> => {
  // A ticket that the kill left at the counter is finished first.
  if (left && !(await command(url, ledger, `/tickets/${left}/finish`, { counter: id }))) return;
  while (running.on) {
    const called = await command(url, ledger, `/counters/${id}/call-next`, {});
    if (!called) return;
    const ticket = ticketOf(called);
    if (ticket && !(await serve(url, ledger, ticket, id))) return;
  }
};

export type Load = {
  /** Ends the load; resolves when every client has stopped. */
  end(): Promise<void>;
};

/** Three kiosks and twenty tellers. Clients stop by themselves when the server is gone. */
export const startLoad = async (url: string, ledger: Ledger): Promise<Load> => {
  const running: Running = { on: true };
  const counters = await countersOf(url);
  const clients = [
    ...[1, 2, 3].map(() => kiosk(url, ledger, running)),
    ...counters.map((counter) => teller(url, ledger, running, counter)),
  ];
  return {
    end: async () => {
      running.on = false;
      await Promise.all(clients);
    },
  };
};
