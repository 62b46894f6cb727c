/**
 * Who is on the way to the provider and back: each once, for ten minutes, in the browser that set out. Whoever begins
 * again and again pushes out nobody else.
 * Rules: AUTH-20.
 */
import { randomBytes } from 'node:crypto';
import type { Instant } from '@tingxu/contract/ids';
import type { From } from '../identity/back-off.ts';
import type { SessionId } from '../identity/token.ts';
import type { Asked } from './provider.ts';

/** Units: ms. */
export const FLOW_MS = 600_000;
/** More than a large branch has on the way at once. Whoever has the most gives way. */
const MOST = 1_000;
/** From one paired device or address: its own oldest gives way. */
const PER_PLACE = 100;

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

const placeOf = ({ from }: Flow): string => from.device ?? from.address;

export const openFlows = (): Flows => {
  const under = new Map<string, Flow & { readonly endsAt: Instant }>();
  const fromPlace = (place: string): string[] =>
    [...under].filter(([, flow]) => placeOf(flow) === place).map(([name]) => name);
  const giveWay = (names: readonly string[]): void => {
    const [oldest] = names;
    if (oldest !== undefined) under.delete(oldest);
  };
  /** Of all places the ways of the one that has the most. */
  const most = (): string[] => {
    const counts = new Map<string, string[]>();
    for (const [name, flow] of under) {
      const place = placeOf(flow);
      counts.set(place, [...(counts.get(place) ?? []), name]);
    }
    return [...counts.values()].sort((one, other) => other.length - one.length)[0] ?? [];
  };
  const makeRoom = (flow: Flow, at: Instant): void => {
    for (const [name, { endsAt }] of under) {
      if (endsAt > at) break;
      under.delete(name);
    }
    const own = fromPlace(placeOf(flow));
    if (own.length >= PER_PLACE) giveWay(own);
    if (under.size >= MOST) giveWay(most());
  };
  return {
    begin(flow, at) {
      makeRoom(flow, at);
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
