/** Calls of counters while others sign in, while nobody does, and beside a machine that has no time. Source: SEC-02. */
import { spawn } from 'node:child_process';
import { DEMO_PASSPHRASE } from '@tingxu/server/demo/demo-accounts';
import { rigHeaders } from '@tingxu/server/identity/testing/rig-people';

export type Calls = { readonly count: number; readonly p50: number; readonly p99: number };

const COUNTERS = ['1', '2', '3', '6'];
/** All of them take it. */
const SERVICE = 'cash';
const tellerAt = (counter: string): string => `t0${counter}`;

let keys = 0;

/** Rejects: whatever the server refuses. */
export const send = async (
  url: string,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> => {
  keys += 1;
  const key = `measure-${process.pid}-${keys}`;
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(said)}`);
  return said;
};

export const openHall = async (url: string, hall: string): Promise<void> => {
  await send(url, `/halls/${hall}/day/open`, {}, rigHeaders('supervisor'));
  for (const counter of COUNTERS) {
    const staff = tellerAt(counter);
    const path = `/halls/${hall}/counters/${counter}/open`;
    await send(url, path, { staff }, rigHeaders('teller', staff));
  }
};

/** One ticket issued, called and served; how long the call took. Units: ms. */
const callOnce = async (url: string, hall: string, counter: string): Promise<number> => {
  const at = `/halls/${hall}`;
  const teller = rigHeaders('teller', tellerAt(counter));
  await send(url, `${at}/tickets`, { service: SERVICE }, rigHeaders('kiosk'));
  const from = performance.now();
  const reply = await send(url, `${at}/counters/${counter}/call-next`, {}, teller);
  const tookMs = performance.now() - from;
  const { id } = reply['ticket'] as { readonly id: string };
  await send(url, `${at}/tickets/${id}/finish`, { counter }, teller);
  return tookMs;
};

/** At every counter one after the other, for as long as `goesOn` says. */
export const callsWhile = async (
  url: string,
  hall: string,
  goesOn: () => boolean,
): Promise<Calls> => {
  const took: number[] = [];
  const work = async (counter: string): Promise<void> => {
    while (goesOn()) took.push(await callOnce(url, hall, counter));
  };
  await Promise.all(COUNTERS.map(work));
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.floor(took.length * share)] ?? Number.NaN;
  return { count: took.length, p50: at(0.5), p99: at(0.99) };
};

/** Twenty at once, and again as soon as all of them are in. Units: ms of each round. */
export const signInTogether = async (url: string, rounds: number): Promise<readonly number[]> => {
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    const staff = Array.from({ length: 20 }, (_, n) => `t${21 + n}`);
    await Promise.all(
      staff.map((one) => send(url, '/sign-in', { staff: one, passphrase: DEMO_PASSPHRASE }, {})),
    );
    took.push(performance.now() - from);
  }
  return took;
};

/** The control: so many programs that want the processor all the time. */
export const crowd = (programs: number): (() => void) => {
  const busy = Array.from({ length: programs }, () =>
    spawn(process.execPath, ['-e', 'for (;;) {}'], { stdio: 'ignore' }),
  );
  return () => {
    for (const one of busy) one.kill('SIGKILL');
  };
};
