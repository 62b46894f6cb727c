/** An order against the posted hours, as the duty manager puts it together. Pure. Rules: HOURS-4, HOURS-5. */
import type { IssuingReason, IssuingRow } from '@tingxu/contract/hours';
import type { Instant } from '@tingxu/contract/ids';
import type { DayAction } from '@tingxu/feed-client/manager-action';

export type OrderKind = 'stop' | 'extend' | 'resume';

/** What can be ordered now: nothing is extended that is not limited, nothing taken back that nobody ordered. */
export const ordersFor = (issuing: IssuingRow | undefined): readonly OrderKind[] => {
  const ordered = issuing?.state === 'stopped' || issuing?.state === 'extended';
  return [
    ...(ordered ? (['resume'] as const) : []),
    ...(issuing?.state === 'stopped' ? [] : (['stop'] as const)),
    ...(issuing ? (['extend'] as const) : []),
  ];
};

/** Those that fit; any other would tell the customers something strange. */
export const REASONS: Readonly<Record<'stop' | 'extend', readonly IssuingReason[]>> = {
  stop: ['overcrowded', 'equipment', 'emergency', 'staff-shortage', 'early-closing'],
  extend: ['customer-need', 'overcrowded', 'late-opening'],
};

/** Offered lengths, in minutes; null is until it is taken back. */
export const LENGTHS: Readonly<Record<'stop' | 'extend', readonly (number | null)[]>> = {
  stop: [null, 15, 30, 60],
  extend: [15, 30, 60, 120],
};

const MINUTE_MS = 60_000;

/** An extension begins where issuing would end, a stop now. */
export const untilOf = (
  kind: 'stop' | 'extend',
  minutes: number,
  issuing: IssuingRow | undefined,
  at: Instant,
): Instant => {
  const runs = issuing?.state === 'open' || issuing?.state === 'extended';
  const from = kind === 'extend' && runs ? Math.max(at, issuing.untilAt ?? at) : at;
  return from + minutes * MINUTE_MS;
};

export const orderOf = (
  kind: 'stop' | 'extend',
  reason: IssuingReason,
  untilAt: Instant | null,
): DayAction | null => {
  const until = untilAt === null ? undefined : new Date(untilAt).toISOString();
  if (kind === 'stop') return { type: 'stopIssuing', reason, until };
  return until === undefined ? null : { type: 'extendIssuing', reason, until };
};
