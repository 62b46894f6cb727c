/** Full load on one server: every connection goes through visits, one request at a time. */
import { type Percentiles, percentilesOf } from '../report/percentiles.ts';
import { type Answer, type Line, openLine } from './line.ts';
import { STEPS, type Step, ticketOf, type VisitRequests } from './requests.ts';

export type Driven = {
  readonly perSecond: number;
  readonly latency: Percentiles;
  readonly commands: number;
  /** Mean size of an answer with its head. Units: bytes. */
  readonly answerBytes: number;
};

/** Commands that were answered, by step: what the journal must hold. */
export type Acknowledged = Record<Step, number>;

export type Drive = {
  readonly port: number;
  /** One per connection. */
  readonly visits: readonly VisitRequests[];
  readonly seconds: number;
  readonly acknowledged: Acknowledged;
};

/** A server that has not ended its visits so long after their time does not answer. Units: ms. */
const PATIENCE_MS = 60_000;

type Measured = { readonly untilMs: number; readonly latencies: number[]; bytes: number };

/** Goes on until the time is over, then to the end of the visit, so that the counter is free. */
const goThroughVisits = (
  line: Line,
  requests: VisitRequests,
  measured: Measured,
  acknowledged: Acknowledged,
): Promise<void> =>
  new Promise((resolve, reject) => {
    let ticket = '';
    let at = 0;
    let step: Step = STEPS[0];
    let sentMs = 0;
    const send = (): void => {
      step = STEPS[at] ?? STEPS[0];
      sentMs = performance.now();
      line.post(requests.of(step, ticket), answered);
    };
    const answered = (answer: Answer): void => {
      const nowMs = performance.now();
      if (answer.status >= 300) {
        reject(new Error(`${step} was answered ${answer.status}: ${answer.body}`));
        return;
      }
      acknowledged[step] += 1;
      measured.latencies.push(nowMs - sentMs);
      measured.bytes += answer.bytes;
      if (step === 'call-next') ticket = ticketOf(answer.body);
      at = (at + 1) % STEPS.length;
      if (at === 0 && nowMs > measured.untilMs) resolve();
      else send();
    };
    send();
  });

/**
 * Drives a server for so long, and to the end of every visit: also the slowest machine measures one.
 * Rejects: any answer that is no success, any broken connection.
 */
export const drive = async ({ port, visits, seconds, acknowledged }: Drive): Promise<Driven> => {
  const broken = Promise.withResolvers<never>();
  const lines = await Promise.all(visits.map(() => openLine(port, broken.reject)));
  const stuck = (): void => broken.reject(new Error('the server does not answer'));
  const timer = setTimeout(stuck, seconds * 1_000 + PATIENCE_MS);
  const fromMs = performance.now();
  const measured: Measured = { untilMs: fromMs + seconds * 1_000, latencies: [], bytes: 0 };
  try {
    const going = visits.map((requests, index) => {
      const line = lines[index];
      if (!line) throw new Error('a visit without a line');
      return goThroughVisits(line, requests, measured, acknowledged);
    });
    await Promise.race([Promise.all(going), broken.promise]);
  } finally {
    clearTimeout(timer);
    for (const line of lines) line.close();
  }
  const tookMs = performance.now() - fromMs;
  const commands = measured.latencies.length;
  return {
    perSecond: Math.round((commands * 1_000) / tookMs),
    latency: percentilesOf(measured.latencies),
    commands,
    answerBytes: Math.round(measured.bytes / commands),
  };
};

export const nothingAcknowledged = (): Acknowledged => ({
  issue: 0,
  'call-next': 0,
  start: 0,
  finish: 0,
});
