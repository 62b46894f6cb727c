/** The latest sentence that staff asked for, and what became of it. In memory, as the ledgers. Rules: VOICE-10. */
import type { JournalEntry } from '@tingxu/contract/events';
import type { AskedRow } from '@tingxu/contract/voice';

export const latestAsked = (
  known: AskedRow | null,
  entries: readonly JournalEntry[],
): AskedRow | null => {
  let latest = known;
  for (const { event } of entries) {
    if (event.type === 'AnnouncementAsked') {
      latest = { what: event.what, order: event.order, end: null };
    }
    if (event.type === 'AskedEnded' && event.order === latest?.order) {
      const { end, why } = event;
      latest = { ...latest, end, ...(why && { why }) };
    }
  }
  return latest;
};
