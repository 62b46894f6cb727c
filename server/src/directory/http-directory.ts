/**
 * A bank's own directory over HTTP: POST `{"hash"}`, answered by 200 and a profile or by 404. Whatever
 * else comes, or nothing in time, is a failure; a customer never waits for it longer than the time-out.
 * Rules: DIR-4, DIR-5.
 */
import {
  type CustomerHash,
  type CustomerProfile,
  DirectoryAnswer,
} from '@tingxu/contract/customers';
import { type Breaker, makeBreaker } from './breaker.ts';

/** More than any profile. Units: bytes. */
const LARGEST_ANSWER = 4_096;

export type Found =
  | { readonly outcome: 'found'; readonly profile: CustomerProfile }
  | { readonly outcome: 'not-found' }
  | { readonly outcome: 'failed' };

export type DirectoryAdapter = {
  /** Never throws and never takes much longer than its time-out. */
  readonly find: (hash: CustomerHash) => Promise<Found>;
  readonly isOpen: () => boolean;
};

export type HttpDirectoryOptions = {
  readonly url: string;
  readonly timeoutMs: number;
  readonly now?: () => number;
  readonly restMs?: number;
};

/** The body, or an error as soon as it is too long. */
async function shortText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > LARGEST_ANSWER) throw new Error('the answer is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

async function ask({ url, timeoutMs }: HttpDirectoryOptions, hash: CustomerHash): Promise<Found> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ hash }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status === 404) {
    await response.body?.cancel();
    return { outcome: 'not-found' };
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    return { outcome: 'failed' };
  }
  const {
    class: known,
    maskedName,
    birthYear,
  } = DirectoryAnswer.parse(JSON.parse(await shortText(response)));
  const profile = { class: known, maskedName: maskedName ?? null, birthYear: birthYear ?? null };
  return { outcome: 'found', profile };
}

export function httpDirectory(options: HttpDirectoryOptions): DirectoryAdapter {
  const breaker: Breaker = makeBreaker(options.now ?? (() => performance.now()), options.restMs);
  return {
    isOpen: breaker.isOpen,
    find: async (hash) => {
      if (!breaker.mayAsk()) return { outcome: 'failed' };
      // The error is not told: it may hold what was asked or answered.
      const found = await ask(options, hash).catch((): Found => ({ outcome: 'failed' }));
      breaker.note(found.outcome !== 'failed');
      return found;
    },
  };
}
