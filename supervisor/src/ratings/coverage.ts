/** What was asked and rated today, for the hall and for each counter. Pure. Rules: RATE-5. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { CounterId } from '@tingxu/contract/ids';
import type { DayStatistics, RatingFigures } from '@tingxu/contract/statistics';

export type Coverage = RatingFigures & {
  /** Null of the hall as a whole. */
  readonly counter: CounterId | null;
  readonly label: string;
};

/** The hall first, then its counters in their order, those that ended a service. */
export const coverageOf = (
  figures: DayStatistics['counters'],
  counters: HallProfile['counters'],
): readonly Coverage[] => {
  const rows = counters.flatMap(({ id, label }): Coverage[] => {
    const ratings = figures[id]?.ratings;
    return ratings && ratings.asked > 0 ? [{ ...ratings, counter: id, label }] : [];
  });
  const all = Object.values(figures).map(({ ratings }) => ratings);
  const sum = (of: keyof RatingFigures): number =>
    all.reduce((total, ratings) => total + ratings[of], 0);
  const hall = { asked: sum('asked'), answered: sum('answered'), scoreSum: sum('scoreSum') };
  return hall.asked === 0 ? [] : [{ ...hall, counter: null, label: '' }, ...rows];
};

/** With one decimal; null while nobody has rated. */
export const meanOf = ({ answered, scoreSum }: RatingFigures): string | null =>
  answered === 0 ? null : (scoreSum / answered).toFixed(1);
