import { Candidate } from '@tingxu/contract/call-reasons';
import { expect, test } from 'vitest';
import { tellCandidate } from './tell-reasons.ts';

const MINUTE_MS = 60_000;

const told = (waitMs: number, waitedMs: number, earlierWaitMs?: number) => {
  const candidate = Candidate.parse({
    ...{ ticket: '20261121-0001', number: 'A001', lane: 'normal', service: 'cash' },
    ...{ waitMs: waitMs * MINUTE_MS, waitedMs: waitedMs * MINUTE_MS },
    ...(earlierWaitMs !== undefined && { earlierWaitMs: earlierWaitMs * MINUTE_MS }),
    ...{ creditMs: 0, targetMs: 900_000, urgency: 1, rank: 0, place: 1, score: 1 },
    ...{ passedOver: 0, passOverCap: 3 },
  });
  const reasons = { policy: 'fifo', baseUrgency: 1 } as const;
  return [tellCandidate(reasons, candidate, 'zh-CN'), tellCandidate(reasons, candidate, 'en')];
};

test('STAT-5 one wait is told as one', () => {
  expect(told(5, 5)).toEqual(['等候 05:00', 'waited 05:00']);
});

test('STAT-5 the wait of a visit says what of it belongs to earlier services', () => {
  expect(told(8, 8, 3)).toEqual([
    '等候 08:00（其中此前业务 03:00）',
    'waited 08:00 (03:00 of it for earlier services)',
  ]);
});

test('STAT-5, HOURS-3, LEG-5 where the score went by more, what it counts beside the wait', () => {
  expect(told(15, 8, 3)).toEqual([
    '等候 08:00（其中此前业务 03:00；计分按 15:00，另计办理、暂离和开门前的时间 07:00）',
    'waited 08:00 (03:00 of it for earlier services; 15:00 for the score, which also counts 07:00 at counters, set aside or before the opening)',
  ]);
});

test('STAT-5, MISS-7, LEG-5 where the score went by less, since when', () => {
  expect(told(2, 8)).toEqual([
    '等候 08:00（计分按 02:00，转办或过号返回前的 06:00 不再计）',
    'waited 08:00 (02:00 for the score, which no longer counts 06:00 from before a transfer or a return)',
  ]);
});
