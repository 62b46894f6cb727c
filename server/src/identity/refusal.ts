/** What speaks against a sign-in or a change of an account: a value, which the shell tells. */
import type { FaultCode } from '@tingxu/contract/problems';

export type Refusal = {
  readonly ok: false;
  readonly code: FaultCode;
  readonly retryAfterSeconds?: number;
};

export const refuse = (code: FaultCode, waitMs?: number): Refusal => ({
  ok: false,
  code,
  ...(waitMs !== undefined && { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) }),
});

/** Units: ms. */
const BUSY_MS = 2_000;
export const busy = (): Refusal => refuse('sign-in-busy', BUSY_MS);
