/** What the book counts of each lane. Rules: END-3, STAT-1. */
import type { LaneConfig } from '@tingxu/contract/config';

/** What ended in a lane, and what came of its waits. */
export type LaneSums = {
  issued: number;
  entered: number;
  served: number;
  visitsServed: number;
  noShow: number;
  cancelled: number;
  /** Of the cancelled. Rules: END-4. */
  walkedOut: number;
  left: number;
  transferredOut: number;
  waits: number;
  within: number;
  waitSumMs: number;
  waitMaxMs: number;
  passedOverMax: number;
  /** STAT-1: legs that missed a call, and those of them that were made good. */
  missed: number;
  recovered: number;
};

export const noSums = ({ id }: LaneConfig): [string, LaneSums] => [
  id,
  {
    ...{ issued: 0, served: 0, noShow: 0, cancelled: 0, walkedOut: 0, left: 0 },
    ...{ entered: 0, visitsServed: 0, transferredOut: 0, waits: 0 },
    ...{ within: 0, waitSumMs: 0, waitMaxMs: 0, passedOverMax: 0 },
    ...{ missed: 0, recovered: 0 },
  },
];
