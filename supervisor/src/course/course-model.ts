/**
 * The day so far, by quarters of an hour and by counter, asked for again every minute while somebody
 * looks: it comes from the journal, and no feed carries what a chart or a sum alone needs.
 * Rules: STAT-4, RATE-5.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { DayStatistics } from '@tingxu/contract/statistics';
import { type Asker, askHall } from '@tingxu/feed-client/ask-hall';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';

/** Units: ms. */
const EVERY_MS = 60_000;

export type CourseModel = ReadonlySignal<Pick<DayStatistics, 'course' | 'counters'> | null>;

export type CourseOptions = Asker & {
  readonly feed: Pick<HallFeed<'supervisor'>, 'view' | 'live'>;
};

/** Null while nobody has answered, and for those who may not read statistics. Rules: STAT-3. */
export const createCourseModel = ({ feed, ...asker }: CourseOptions): CourseModel => {
  const course = signal<Pick<DayStatistics, 'course' | 'counters'> | null>(null);
  if (asker.role !== 'supervisor') return course;
  const load = async (): Promise<void> => {
    if (!feed.live.peek()) return;
    const reply = await askHall(asker, 'statistics', DayStatistics);
    if (reply.ok) course.value = reply.value;
  };
  effect(() => {
    // At once when the picture becomes live, and when another day begins.
    const asked = feed.live.value && feed.view.value?.day.businessDay;
    if (asked) void load();
  });
  setInterval(() => void load(), EVERY_MS);
  return course;
};
