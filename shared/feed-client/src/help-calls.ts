/** Who asks the lobby manager to come: counters, and customers at kiosks. Pure. Rules: CTR-9, HELP-1. */
import type { HelpKind } from '@tingxu/contract/counter-rule';
import type { DurationMs, Instant } from '@tingxu/contract/ids';
import type { SupervisorView } from '@tingxu/contract/views';
import type { HelpPlace } from './manager-action.ts';

export type HelpCall = {
  readonly from: HelpPlace;
  /** What a counter needs; a customer at a kiosk was not asked. */
  readonly kind: HelpKind | null;
  readonly calledAt: Instant;
  readonly answeredAt: Instant | null;
};

/** Names its place, in lists and on the page. */
export const placeOf = (from: HelpPlace): string => ('kiosk' in from ? from.kiosk : from.counter);

export const isSamePlace = (a: HelpPlace, b: HelpPlace): boolean =>
  'kiosk' in a === 'kiosk' in b && placeOf(a) === placeOf(b);

/** Not yet answered first, each the oldest first. */
export const helpCalls = ({
  counters,
  kioskHelp,
}: Pick<SupervisorView, 'counters' | 'kioskHelp'>): readonly HelpCall[] =>
  [
    ...Object.values(counters).flatMap(({ counter, help }) =>
      help ? [{ from: { counter }, ...help }] : [],
    ),
    ...Object.values(kioskHelp).map(({ kiosk, ...help }) => ({
      ...{ from: { kiosk }, kind: null },
      ...help,
    })),
  ].sort(
    (a, b) =>
      Number(a.answeredAt !== null) - Number(b.answeredAt !== null) || a.calledAt - b.calledAt,
  );

/** Nobody has answered it for longer than the hall bears. Rules: HELP-4. */
export const isLate = (
  { answeredAt, calledAt }: HelpCall,
  lateMs: DurationMs,
  at: Instant,
): boolean => answeredAt === null && at - calledAt >= lateMs;

/** How long a call has been unanswered, or under way. Units: ms. */
export const sinceHelp = ({ answeredAt, calledAt }: HelpCall, at: Instant): number =>
  at - (answeredAt ?? calledAt);
