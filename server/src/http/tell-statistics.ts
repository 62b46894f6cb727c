/** The statistics of a business day, from its journal. Rules: STAT-3. */
import type { BusinessDay } from '@tingxu/contract/ids';
import type { DayStatistics } from '@tingxu/contract/statistics';
import { statisticsFold } from '@tingxu/hall/statistics';
import type { HostedHall, Hosting } from './hosting.ts';
import { RequestProblem } from './problem.ts';

/** Of the day asked for, else of the last one; an open day is counted until now. Rejects: day-unknown. */
export function dayStatistics(
  { clock }: Hosting,
  hall: HostedHall,
  asked: BusinessDay | undefined,
): DayStatistics {
  const today = hall.runtime.state().day;
  const day = asked ?? today?.businessDay;
  const fold = statisticsFold();
  for (const entry of day ? hall.journal.dayEntries(day) : []) fold.add(entry);
  const runs = today?.open && today.businessDay === day;
  const figures = fold.figures(runs ? Math.max(clock.now(), hall.runtime.head().at) : undefined);
  if (!figures) throw new RequestProblem('day-unknown');
  return figures;
}
