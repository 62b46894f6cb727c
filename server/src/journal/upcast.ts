/** Events as they were written, read as they are understood now. The one place that knows old forms. */
import { SECONDARY_MOST_MS } from '@tingxu/contract/config';
import { HallEvent, type JournalEntry } from '@tingxu/contract/events';
import type { EventRow } from './schema.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const each = (rows: unknown, change: (row: Readonly<Record<string, unknown>>) => unknown) =>
  Array.isArray(rows) ? rows.map((row: unknown) => (isRecord(row) ? change(row) : row)) : rows;

/** A secondary service could once have a limit of a whole day. */
const withinLimit = (skill: Readonly<Record<string, unknown>>): unknown => ({
  ...skill,
  limitMs: Math.min(Number(skill['limitMs']), SECONDARY_MOST_MS),
});

const raisedConfig = (config: unknown): unknown =>
  isRecord(config)
    ? {
        ...config,
        counters: each(config['counters'], (counter) =>
          'secondary' in counter
            ? { ...counter, secondary: each(counter['secondary'], withinLimit) }
            : counter,
        ),
      }
    : config;

/**
 * Turns the data of an older event into its form of today. Optional members need nothing here; a
 * renamed or split member does.
 */
const upcast = (data: unknown): unknown => {
  if (!isRecord(data) || !('config' in data)) return data;
  const plan = isRecord(data['plan'])
    ? { plan: { ...data['plan'], config: raisedConfig(data['plan']['config']) } }
    : {};
  return { ...data, config: raisedConfig(data['config']), ...plan };
};

/** The event of a row, parsed. */
export const eventOf = (row: Pick<EventRow, 'data'>): HallEvent =>
  HallEvent.parse(upcast(JSON.parse(row.data)));

/** A row as a journal entry, parsed. */
export const entryOf = (row: EventRow): JournalEntry => ({
  seq: row.seq,
  at: row.at,
  commandId: row.commandId,
  actor: { role: row.actorRole, ...(row.actorStaff !== null && { staff: row.actorStaff }) },
  event: eventOf(row),
});
