/** Events as they were written, read as they are understood now. The one place that knows old forms. */
import { HallEvent, type JournalEntry } from '@tingxu/contract/events';
import type { EventRow } from './schema.ts';

/**
 * Turns the data of an older event into its form of today. Optional members need nothing here; a
 * renamed or split member does.
 */
const upcast = (data: unknown): unknown => data;

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
