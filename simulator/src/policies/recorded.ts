/** Recorded days of the bank under every policy: the same customers with the same luck. */
import { PolicyKind } from '@tingxu/contract/config';
import { coreClient } from '../drive/core-client.ts';
import { playDay } from '../drive/play-day.ts';
import { bankHall } from '../model/bank-hall.ts';
import { scenarioOf } from '../model/scenario.ts';
import { datesIn, readCalls } from '../record/calls-file.ts';
import { recordedDay } from '../record/recorded-day.ts';
import { type Comparison, comparisonOf } from './compare.ts';
import type { DayTotals } from './figures.ts';

/** A day of fewer served customers is a holiday. */
const LEAST_SERVED = 200;

const totalsUnder = async (
  kind: PolicyKind,
  scenario: ReturnType<typeof scenarioOf>,
  date: string,
): Promise<DayTotals> => {
  const hall = bankHall(scenario.counters, kind);
  const client = coreClient(hall, date, scenario.startsAt);
  await playDay(scenario, hall, client);
  return Object.values(client.state().totals);
};

/** The first `most` working days of a file, each under every policy. */
export const compareRecorded = async (
  file: string,
  { seed, most }: { readonly seed: number; readonly most: number },
): Promise<Comparison> => {
  const byRule: DayTotals[][] = PolicyKind.options.map(() => []);
  let customers = 0;
  for (const date of datesIn(file)) {
    if ((byRule[0]?.length ?? 0) >= most) break;
    const day = recordedDay(date, readCalls(file, date));
    if (day.customers.filter(({ served }) => served).length < LEAST_SERVED) continue;
    const scenario = scenarioOf(day, { seed, noShow: 0 });
    customers += scenario.customers.length;
    for (const [i, kind] of PolicyKind.options.entries()) {
      byRule[i]?.push(await totalsUnder(kind, scenario, date));
    }
  }
  return comparisonOf(`recorded: ${file.replace(/^.*\//, '')}`, PolicyKind.options, {
    byRule,
    customers,
  });
};
