/** A ticket as the draft would issue it, for looking at. Pure. Rules: NUM-2, NUM-3. */
import type { Draft, DraftLane, DraftService } from '../draft/draft-config.ts';

export type Sample = {
  readonly service: DraftService;
  readonly lane: DraftLane;
  readonly number: string;
  /** Labels of the counters that take it, in the hall's order. */
  readonly counters: readonly string[];
};

const NUMBER = '001';

/** Null when the draft has no such service or lane. */
export const sampleOf = (draft: Draft, service: string, lane: string): Sample | null => {
  const wanted = draft.services.find(({ id }) => id === service);
  const standing = draft.lanes.find(({ id }) => id === lane) ?? draft.lanes[0];
  if (!wanted || !standing) return null;
  const counters = draft.counters
    .filter(({ skills }) => skills.includes(service))
    .map(({ label }) => label);
  return {
    ...{ service: wanted, lane: standing, counters },
    number: `${standing.series ?? wanted.series}${NUMBER}`,
  };
};
