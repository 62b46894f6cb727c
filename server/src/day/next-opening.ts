/**
 * When the doors open next after the business day that was open last, by the posted hours as they are
 * known now: special days and a planned change are read, too. Rules: HOURS-13.
 */
import type { HallConfig } from '@tingxu/contract/config';
import type { Span } from '@tingxu/contract/hours';
import { BusinessDay, type Instant } from '@tingxu/contract/ids';
import { configAhead, configInForce, configsAhead } from '@tingxu/hall/configuration';
import type { Day, HallState } from '@tingxu/hall/state';
import { businessDayAt } from './business-day.ts';
import { postedSpans } from './posted-hours.ts';

const DAY_MS = 86_400_000;
/** No branch posts a longer closure; beyond it nobody is told a date. Units: days from today. */
const LOOKS_AHEAD = 31;

export type NextOpening = {
  readonly opensAt: Instant | null;
  /** When the answer changes by itself; null: not before the business day does. */
  readonly lookAt: Instant | null;
};

const UNKNOWN: NextOpening = { opensAt: null, lookAt: null };

const dayAfter = (businessDay: BusinessDay, days: number): BusinessDay =>
  BusinessDay.parse(new Date(Date.parse(businessDay) + days * DAY_MS).toISOString().slice(0, 10));

/** Each interval by the configuration that will be in force then, the first to begin first. */
const spansOn = (hall: HallState, first: HallConfig, businessDay: BusinessDay): readonly Span[] => {
  const when = hall.configuration.plan?.when;
  const inForceAt = (startAt: Instant) => configAhead(hall, first, { businessDay, startAt });
  return configsAhead(hall, first)
    .flatMap((config) =>
      postedSpans(config, businessDay).flatMap((span): Span[] => {
        if (inForceAt(span.fromAt) === config) return [span];
        // A change that comes within its own hours opens the doors when it comes.
        const comesWithin = typeof when === 'number' && inForceAt(span.toAt - 1) === config;
        return comesWithin ? [{ ...span, fromAt: when }] : [];
      }),
    )
    .sort((a, b) => a.fromAt - b.fromAt);
};

const firstAfter = (
  hall: HallState,
  first: HallConfig,
  { after, until }: { readonly after: BusinessDay; readonly until: BusinessDay },
): Instant | null => {
  for (let on = dayAfter(after, 1); on <= until; on = dayAfter(on, 1)) {
    const [doors] = spansOn(hall, first, on);
    if (doors) return doors.fromAt;
  }
  return null;
};

/** When the hall closed last; null while it is open. */
const closedAt = ({ open, shut }: Day): Instant | null =>
  open ? null : (shut.at(-1)?.fromAt ?? null);

/**
 * A hall that should be open by now and has not opened says nothing: whoever stands at the kiosk must not be sent
 * home until tomorrow. One that closed within its hours has closed for as long as they run.
 */
export const nextOpening = (hall: HallState, first: HallConfig, now: Instant): NextOpening => {
  const { day } = hall;
  if (!day) return UNKNOWN;
  const today = businessDayAt(configInForce(hall, first), now);
  const until = dayAfter(today, LOOKS_AHEAD);
  const isOver = day.open ? day.businessDay >= today : day.businessDay > today;
  if (isOver) {
    return { opensAt: firstAfter(hall, first, { after: day.businessDay, until }), lookAt: null };
  }
  const closed = closedAt(day) ?? Number.NEGATIVE_INFINITY;
  const next = spansOn(hall, first, today).find(
    ({ fromAt, toAt }) => now < toAt && closed < fromAt,
  );
  if (!next) return { opensAt: firstAfter(hall, first, { after: today, until }), lookAt: null };
  return now < next.fromAt
    ? { opensAt: next.fromAt, lookAt: next.fromAt }
    : { opensAt: null, lookAt: next.toAt };
};
