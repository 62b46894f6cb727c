/** Changes of the configuration in a hall's journal; few among very many, so they have an index. */
import type { HallConfig } from '@tingxu/contract/config';
import type { JournalEntry } from '@tingxu/contract/events';
import { type drizzle, orm } from './drizzle.ts';
import { events } from './schema.ts';
import { entryOf } from './upcast.ts';

const { asc, desc, sql } = orm;

export type ConfigurationTrail = {
  /** Of the first day; null when older changes are left out. */
  readonly first: HallConfig | null;
  /** Oldest first. */
  readonly entries: readonly JournalEntry[];
};

export const readConfiguration = (db: ReturnType<typeof drizzle>) => {
  const changes = db
    .select()
    .from(events)
    .where(
      sql`${events.type} IN ('ConfigurationChanged', 'ConfigurationPlanned', 'ConfigurationPlanWithdrawn')`,
    )
    .orderBy(desc(events.seq))
    .limit(sql.placeholder('limit'))
    .prepare();
  const earliest = db.select().from(events).orderBy(asc(events.seq)).limit(3).prepare();
  /** The opening of the first day is the first event, but for clocks that stepped before it. */
  const firstConfig = (): HallConfig | null => {
    for (const { event } of earliest.all().map(entryOf)) {
      if (event.type === 'DayOpened') return event.config;
    }
    return null;
  };
  return (limit: number): ConfigurationTrail => {
    const entries = changes.all({ limit }).map(entryOf).reverse();
    return { first: entries.length < limit ? firstConfig() : null, entries };
  };
};
