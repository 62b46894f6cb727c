/** `npm run replay`: a recorded day of customers through the real system, measured and checked. */
import { writeFileSync } from 'node:fs';
import type { PolicyKind } from '@tingxu/contract/config';
import { CHECKS } from './evidence/checks.ts';
import { type Finding, judge } from './evidence/finding.ts';
import { bankHall, POLICIES } from './model/bank-hall.ts';
import { type Scenario, scenarioOf } from './model/scenario.ts';
import { type CallRow, readCalls } from './record/calls-file.ts';
import { type RecordedDay, recordedDay } from './record/recorded-day.ts';
import { HELP, type ReplayOptions, readOptions, UsageError } from './replay/options.ts';
import { replayDay } from './replay/replay-day.ts';
import { laneFigures } from './report/figures.ts';
import { dayHead, findingLines } from './report/lines.ts';
import { measuredOutcomes, recordedOutcomes } from './report/outcomes.ts';
import { type PolicyReport, replayReport } from './report/report-file.ts';
import { figuresTable } from './report/table.ts';

const replayUnder = async (
  policy: PolicyKind,
  scenario: Scenario,
  boards: number,
): Promise<PolicyReport> => {
  const hall = bankHall(scenario.counters, policy);
  const { evidence, commands, seconds } = await replayDay({ scenario, hall, boards });
  const findings = judge(CHECKS, evidence);
  const figures = laneFigures(hall, measuredOutcomes(evidence));
  console.log(findingLines(policy, findings, { commands, seconds }));
  return { policy, commands, seconds, figures, findings };
};

const callsOf = ({ file, date }: ReplayOptions): readonly CallRow[] => {
  try {
    return readCalls(file, date);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const readDay = (options: ReplayOptions): RecordedDay => {
  const day = recordedDay(options.date, callsOf(options));
  if (day.customers.some((customer) => customer.served)) return day;
  throw new UsageError(`nobody was served on ${options.date}, so there is no hall to replay`);
};

const replay = async (options: ReplayOptions): Promise<readonly Finding[]> => {
  const day = readDay(options);
  const scenario = scenarioOf(day, options);
  console.log(dayHead(day, scenario));
  const policies = options.policy === 'all' ? POLICIES : [options.policy];
  const reports: PolicyReport[] = [];
  for (const policy of policies) {
    reports.push(await replayUnder(policy, scenario, options.boards));
  }
  const hall = bankHall(scenario.counters, 'fifo');
  const recorded = laneFigures(hall, recordedOutcomes(day));
  const measured = reports.map(({ policy, figures }) => ({ source: policy, figures }));
  console.log(`\n${figuresTable([{ source: 'recorded', figures: recorded }, ...measured])}`);
  if (options.json) {
    const report = replayReport({ options, day, scenario, recorded, reports });
    writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  }
  return reports.flatMap((report) => report.findings);
};

const main = async (): Promise<number> => {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    console.log(HELP);
    return 0;
  }
  const findings = await replay(options);
  const failed = findings.filter((finding) => !finding.ok).length;
  console.log(`\n${findings.length - failed} of ${findings.length} checks ok`);
  if (options.counts) console.log(JSON.stringify({ passed: findings.length - failed, failed }));
  return failed === 0 ? 0 : 1;
};

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
