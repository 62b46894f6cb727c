/**
 * What was refused to whom, for whoever looks for an attack: wrong passphrases, missing rights, pages of
 * others, floods, spoilt input. Of each kind only so many lines a minute, so that nobody fills a disk by
 * being refused; the first line after them says how many were left out. Source: SEC-16.
 */
import type { ProblemCode } from '@tingxu/contract/problems';
import type { Log } from './hosting.ts';

/** Refusals that no page of ours meets in a usual day, or not often. */
const TOLD: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...(['sign-in-refused', 'sign-in-held-off', 'set-up-refused', 'unauthenticated'] as const),
  ...(['forbidden', 'link-unknown', 'origin-refused', 'too-many-requests'] as const),
  ...(['malformed-request', 'payload-too-large', 'validation-failed'] as const),
]);

const MINUTE_MS = 60_000;
/** Units: lines per minute and kind. */
const MOST = 20;

type Minute = { endsMs: number; count: number; unsaid: number };

export type RefusalLog = (code: ProblemCode, about: Readonly<Record<string, unknown>>) => void;

/** `now` is any steady clock. Units: ms. */
export function refusalLog(log: Log, now: () => number = () => performance.now()): RefusalLog {
  const minutes = new Map<ProblemCode, Minute>();
  return (code, about) => {
    if (!TOLD.has(code)) return;
    const nowMs = now();
    const minute = minutes.get(code) ?? { endsMs: 0, count: 0, unsaid: 0 };
    minutes.set(code, minute);
    if (nowMs >= minute.endsMs) Object.assign(minute, { endsMs: nowMs + MINUTE_MS, count: 0 });
    minute.count += 1;
    if (minute.count > MOST) {
      minute.unsaid += 1;
      return;
    }
    const { unsaid } = minute;
    minute.unsaid = 0;
    log.info({ ...about, code, ...(unsaid > 0 && { unsaid }) }, 'a request was refused');
  };
}
