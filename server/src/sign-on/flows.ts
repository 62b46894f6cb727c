/**
 * Who is on the way to the provider and back: each once, for ten minutes, in the browser that set out.
 * Rules: AUTH-20.
 */
import { randomBytes } from 'node:crypto';
import type { Instant } from '@tingxu/contract/ids';
import type { From } from '../identity/back-off.ts';
import type { SessionId } from '../identity/token.ts';
import type { Asked } from './provider.ts';

/** Units: ms. */
export const FLOW_MS = 600_000;
/** More than a large branch has on the way at once; the oldest gives way. */
const MOST = 1_000;

export type Flow = {
  readonly asked: Asked;
  /** The page to go back to. */
  readonly to: string;
  readonly from: From;
  /** Who was signed in at the browser when it set out. */
  readonly had: SessionId | null;
};

export type Flows = {
  /** The name of the way, for a cookie of the browser that goes it. */
  begin(flow: Flow, at: Instant): string;
  /** Null for what is not on the way, or no longer. Nobody comes back twice. */
  take(name: string, at: Instant): Flow | null;
};

export const openFlows = (): Flows => {
  const under = new Map<string, Flow & { readonly endsAt: Instant }>();
  return {
    begin(flow, at) {
      for (const [other, { endsAt }] of under) {
        if (endsAt > at && under.size < MOST) break;
        under.delete(other);
      }
      const name = randomBytes(32).toString('base64url');
      under.set(name, { ...flow, endsAt: at + FLOW_MS });
      return name;
    },
    take(name, at) {
      const flow = under.get(name);
      under.delete(name);
      return flow && at < flow.endsAt ? flow : null;
    },
  };
};
