/**
 * Sends one command over REST until its outcome is known. Every try carries the same
 * `Idempotency-Key`, so delivery is at least once and the effect exactly once. Rules: JRN-4.
 */
import { CommandId, type KioskId, type TicketLink } from '@tingxu/contract/ids';
import { Problem, SAME_KEY_CODES } from '@tingxu/contract/problem';
import type { Role } from '@tingxu/contract/roles';
import type * as z from 'zod/mini';
import { tellSession } from './session-refused.ts';

export type SendCommand<T> = {
  /** Origin of the server, e.g. `location.origin`. */
  readonly url: string;
  readonly role: Role;
  /** Of a kiosk: which of the hall's it is. */
  readonly kiosk?: KioskId | undefined;
  /** Of the ticket that a phone speaks for. */
  readonly ticketLink?: TicketLink | undefined;
  /** From the root, e.g. `/api/v1/halls/demo/tickets`. */
  readonly path: string;
  readonly body: unknown;
  readonly replySchema: z.ZodMiniType<T>;
  /** Only to learn the outcome of an earlier, unreachable command. */
  readonly key?: CommandId | undefined;
  readonly timing?: Partial<SendTiming> | undefined;
};

/**
 * `refused`: the server's answer, final for this key. `unreachable`: nobody knows whether it
 * happened; sending `key` again tells. `unreadable`: it happened, and only what came of it cannot be
 * read by a page of this version.
 */
export type CommandOutcome<T> =
  | { readonly ok: true; readonly reply: T }
  | { readonly ok: false; readonly reason: 'refused'; readonly problem: Problem }
  | { readonly ok: false; readonly reason: 'unreadable' }
  | { readonly ok: false; readonly reason: 'unreachable'; readonly key: CommandId };

export const SEND_TIMING = {
  /** One try. */
  tryMs: 3_000,
  /** No try starts later than this after the first. */
  giveUpMs: 10_000,
  pauseMinMs: 100,
  pauseMaxMs: 1_600,
};
export type SendTiming = typeof SEND_TIMING;

export const sendCommand = async <T>(command: SendCommand<T>): Promise<CommandOutcome<T>> => {
  const timing: SendTiming = { ...SEND_TIMING, ...command.timing };
  const key = command.key ?? newCommandId();
  const startedAt = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await tryOnce(command, key, timing.tryMs);
    if (outcome) return outcome;
    const pauseMs = pauseAfter(attempt, timing);
    if (performance.now() - startedAt + pauseMs > timing.giveUpMs) {
      return { ok: false, reason: 'unreachable', key };
    }
    await new Promise((resume) => setTimeout(resume, pauseMs));
  }
};

/** `crypto.randomUUID` does not exist on plain-HTTP addresses of a branch network; this does. */
export const newCommandId = (): CommandId => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return CommandId.parse(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
};

/** Doubling with jitter. Units: ms. */
const pauseAfter = (attempt: number, { pauseMinMs, pauseMaxMs }: SendTiming): number =>
  Math.min(pauseMinMs * 2 ** attempt, pauseMaxMs) * (0.5 + Math.random() / 2);

/** Null when the outcome is not known and the same key must be sent again. */
const tryOnce = async <T>(
  command: SendCommand<T>,
  key: CommandId,
  tryMs: number,
): Promise<CommandOutcome<T> | null> => {
  const answer = await post(command, key, tryMs);
  if (!answer) return null;
  if (answer.ok) {
    const reply = command.replySchema.safeParse(answer.body);
    if (reply.success) return { ok: true, reply: reply.data };
    // What is no JSON at all comes from something between; JSON of another shape from the server.
    return answer.body === undefined ? null : { ok: false, reason: 'unreadable' };
  }
  const problem = Problem.safeParse(answer.body);
  if (problem.success) {
    const { code } = problem.data;
    // A paired device proves itself anew, and what was refused until then has not happened.
    const again = tellSession(code) || SAME_KEY_CODES.includes(code);
    return again ? null : refused(problem.data);
  }
  // A proxy's own page: it says nothing about the hall.
  return answer.status >= 500 ? null : refused(newerServer);
};

type Answer = { readonly ok: boolean; readonly status: number; readonly body: unknown };

/** Null when no whole answer arrived. */
const post = async (
  command: SendCommand<unknown>,
  key: CommandId,
  tryMs: number,
): Promise<Answer | null> => {
  // AbortSignal.timeout is younger than the oldest boxes in a hall.
  const abort = new AbortController();
  const timeout = setTimeout(() => abort.abort(), tryMs);
  try {
    const response = await fetch(new URL(command.path, command.url), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        'Tingxu-Role': command.role,
        ...(command.kiosk !== undefined && { 'Tingxu-Kiosk': command.kiosk }),
        ...(command.ticketLink !== undefined && { 'Tingxu-Link': command.ticketLink }),
      },
      body: JSON.stringify(command.body),
      signal: abort.signal,
    });
    return { ok: response.ok, status: response.status, body: parseJson(await response.text()) };
  } catch {
    return null;
  } finally {
    clearTimeout(timeout);
  }
};

/** Undefined, which no schema accepts, when it is no JSON. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const refused = <T>(problem: Problem): CommandOutcome<T> => ({
  ok: false,
  reason: 'refused',
  problem,
});

/** An answer that this page cannot read comes from a server of another version. */
const newerServer: Problem = {
  ...{ type: 'about:blank', title: 'Reload', status: 426, code: 'upgrade-required' },
};
