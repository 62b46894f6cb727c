import { expect, test } from 'vitest';
import { CHECKS } from '../evidence/checks.ts';
import { judge } from '../evidence/finding.ts';
import { bankHall } from '../model/bank-hall.ts';
import { scenarioOf } from '../model/scenario.ts';
import { busyMorning, coreEvidence } from '../testing/core-evidence.ts';
import { replayDay } from './replay-day.ts';

test('a day on the server passes every check and is the day of the pure core', async () => {
  const day = busyMorning();
  const scenario = scenarioOf(day, { seed: 3, noShow: 0.3 });
  const hall = bankHall(scenario.counters, 'weighted-delay');
  const { evidence } = await replayDay({ scenario, hall, boards: 3 });

  expect(judge(CHECKS, evidence).filter((finding) => !finding.ok)).toEqual([]);
  expect(new Set(evidence.screens.map((one) => one.screen))).toEqual(
    new Set(['supervisor', 'board 1', 'board 2', 'board 3']),
  );

  const core = await coreEvidence(day, 0.3);
  expect(evidence.log).toEqual(core.evidence.log);
  expect(evidence.totals).toEqual(core.evidence.totals);
});
