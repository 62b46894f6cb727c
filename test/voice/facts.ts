/** What a journal says of calls and their announcements, read from the file itself. */
import Database from 'better-sqlite3';

type OfCall = {
  readonly hall: string;
  readonly number: string;
  readonly attempt: number;
  readonly at: number;
};
export type Fact =
  | (OfCall & { readonly type: 'called' })
  | (OfCall & { readonly type: 'shown' })
  | (OfCall & { readonly type: 'ended'; readonly end: string; readonly why: string | null });

type Row = { readonly at: number; readonly type: string; readonly data: string };
type Told = {
  readonly ticket: string;
  readonly number?: string;
  readonly attempt?: number;
  readonly end?: string;
  readonly why?: string;
};

const TYPES: Readonly<Record<string, Fact['type']>> = {
  ...{ TicketCalled: 'called', TicketRecalled: 'called' },
  ...{ CallShown: 'shown', AnnouncementEnded: 'ended' },
};

/** Also beside a running server. */
export const factsOf = (hall: string, file: string): readonly Fact[] => {
  const db = new Database(file, { readonly: true });
  const rows = db.prepare<[], Row>('SELECT at, type, data FROM events ORDER BY seq').all();
  db.close();
  const numbers = new Map<string, string>();
  return rows.flatMap(({ at, type, data }): Fact[] => {
    const told: Told = JSON.parse(data);
    if (type === 'TicketIssued') numbers.set(told.ticket, told.number ?? '');
    const kind = TYPES[type];
    if (kind === undefined) return [];
    const of = { hall, number: numbers.get(told.ticket) ?? '', attempt: told.attempt ?? 0, at };
    if (kind !== 'ended') return [{ type: kind, ...of }];
    return [{ type: kind, ...of, end: told.end ?? '', why: told.why ?? null }];
  });
};
