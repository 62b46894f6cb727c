/** Whether the journal holds what was acknowledged, read from the file and not through the server. */
import Database from 'better-sqlite3';
import type { Acknowledged } from '../load/drive.ts';
import type { Step } from '../load/requests.ts';

/** The fact that each step of a visit leaves. */
const FACTS: Readonly<Record<Step, string>> = {
  issue: 'TicketIssued',
  'call-next': 'TicketCalled',
  start: 'ServiceStarted',
  finish: 'ServiceFinished',
};

export type EventCounts = Readonly<Record<string, number>>;

export const countEvents = (journal: string): EventCounts => {
  const db = new Database(journal, { readonly: true });
  try {
    const rows = db
      .prepare<[], [string, number]>('SELECT type, count(*) FROM events GROUP BY type')
      .raw()
      .all();
    return Object.fromEntries(rows);
  } finally {
    db.close();
  }
};

/** One sentence per kind of fact that is not there as often as it was acknowledged. */
export const missing = (acknowledged: Acknowledged, events: EventCounts): string[] =>
  Object.entries(FACTS).flatMap(([step, type]) => {
    const [told, found] = [acknowledged[step as Step], events[type] ?? 0];
    return told === found ? [] : [`${type}: ${told} acknowledged, ${found} in the journal`];
  });
