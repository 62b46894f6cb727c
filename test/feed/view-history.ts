/** Every view that an audience could rightly have shown, in order: the checker of INV-15. */
import { HALL_AUDIENCES, type HallAudience } from '@tingxu/contract/roles';
import type { HallView } from '@tingxu/contract/views';
import type { HallState } from '@tingxu/hall/state';
import { viewOf } from '@tingxu/hall/view';

export type ViewHistory = {
  add(state: HallState): void;
  /** A judge for one follower, to be shown each of its views. */
  judge(audience: HallAudience): (view: HallView) => void;
  /** What the judges saw that never was, or came after something later. */
  readonly wrong: string[];
};

export const viewHistory = (): ViewHistory => {
  const wrong: string[] = [];
  const places = new Map<HallAudience, Map<string, number[]>>(
    HALL_AUDIENCES.map((audience) => [audience, new Map()]),
  );
  let states = 0;
  return {
    wrong,
    add: (state) => {
      for (const [audience, seen] of places) {
        const digest = digestOf(viewOf(state, audience));
        const known = seen.get(digest);
        if (known) known.push(states);
        else seen.set(digest, [states]);
      }
      states += 1;
    },
    judge: (audience) => {
      let reached = 0;
      return (view) => {
        const known = places.get(audience)?.get(digestOf(view));
        const place = known?.find((one) => one >= reached);
        if (place === undefined) {
          wrong.push(`${audience}: ${known ? `back from ${reached}` : 'a view that never was'}`);
        }
        reached = place ?? reached;
      };
    },
  };
};

/** Equal views have equal digests, whatever the order of their keys. */
const digestOf = (view: HallView): string =>
  JSON.stringify(view, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
