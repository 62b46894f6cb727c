/**
 * Holds the clients' ledger against the journal. Reads the file itself and shares no code with the
 * server, so that one mistake cannot hide the other.
 * Source: INV-01, INV-02, INV-04, INV-06..INV-09.
 */
import Database from 'better-sqlite3';
import { acknowledged, isAccepted, type Ledger } from './ledger.ts';

type Row = {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly commandId: string;
  readonly data: string;
  readonly prevHash: string;
  readonly hash: string;
};

type Fact = {
  readonly ticket?: string;
  readonly number?: string;
  readonly counter?: string;
};

/** One thing that must not be; `what` starts with the invariant. */
export type Finding = { readonly what: string; readonly where: string };

const readRows = (file: string): readonly Row[] => {
  const db = new Database(file, { readonly: true });
  try {
    return db
      .prepare<[], Row>(
        `SELECT seq, at, type, command_id AS commandId, data, prev_hash AS prevHash, hash
         FROM events ORDER BY seq`,
      )
      .all();
  } finally {
    db.close();
  }
};

/** How many events a journal holds; also beside a running server. */
export const countEvents = (file: string): number => {
  const db = new Database(file, { readonly: true });
  try {
    return Number(db.prepare('SELECT max(seq) FROM events').pluck().get() ?? 0);
  } finally {
    db.close();
  }
};

const factOf = (row: Row): Fact => JSON.parse(row.data) as Fact;

const lost = (ledger: Ledger, byCommand: ReadonlyMap<string, readonly Row[]>): Finding[] =>
  acknowledged(ledger).flatMap(({ key, path, answer }) => {
    const there = byCommand.has(key);
    if (isAccepted(answer) === there) return [];
    const what = there ? 'INV-08 refused and yet happened' : 'INV-01 acknowledged and lost';
    return [{ what, where: `${path} ${key}` }];
  });

const foreign = (ledger: Ledger, byCommand: ReadonlyMap<string, readonly Row[]>): Finding[] => {
  const attempted = new Set<string>(ledger.sent.map(({ key }) => key));
  return [...byCommand.keys()]
    .filter((key) => !attempted.has(key) && !key.startsWith('system:'))
    .map((key) => ({ what: 'INV-02 happened and was never sent', where: key }));
};

/** The events of one command lie side by side: a second effect would lie elsewhere. */
const doubled = (byCommand: ReadonlyMap<string, readonly Row[]>): Finding[] =>
  [...byCommand].flatMap(([key, rows]) => {
    const first = rows[0]?.seq ?? 0;
    const together = rows.every(({ seq }, index) => seq === first + index);
    const once = rows.filter(({ type }) => type === 'TicketIssued' || type === 'TicketCalled');
    if (together && once.length <= 1) return [];
    return [{ what: 'INV-07 one command, two effects', where: key }];
  });

const brokenChain = (rows: readonly Row[]): Finding[] => {
  let before: Row | undefined;
  const findings: Finding[] = [];
  for (const row of rows) {
    const follows = before
      ? row.seq === before.seq + 1 && row.prevHash === before.hash && row.at >= before.at
      : row.seq === 1;
    if (!follows) findings.push({ what: 'INV-09 the chain breaks', where: `seq ${row.seq}` });
    before = row;
  }
  return findings;
};

/** Numbers run 1, 2, 3 … in their series, in the order of issue. */
const wrongNumbers = (rows: readonly Row[]): Finding[] => {
  const last = new Map<string, number>();
  return rows.flatMap((row) => {
    if (row.type === 'DayOpened') last.clear();
    const { number } = factOf(row);
    if (row.type !== 'TicketIssued' || !number) return [];
    const series = number.slice(0, 1);
    const given = Number(number.slice(1));
    const expected = (last.get(series) ?? 0) + 1;
    last.set(series, given);
    if (given === expected) return [];
    return [{ what: 'INV-06 a number repeats or is missing', where: `${number} at ${row.seq}` }];
  });
};

/** What a customer was told must be what the journal gave. */
const otherNumbers = (ledger: Ledger, byCommand: ReadonlyMap<string, readonly Row[]>): Finding[] =>
  acknowledged(ledger).flatMap(({ key, path, answer }) => {
    if (!path.endsWith('/tickets') || !isAccepted(answer)) return [];
    const told = (JSON.parse(answer.body) as { ticket: { number: string } }).ticket.number;
    const issued = byCommand.get(key)?.find(({ type }) => type === 'TicketIssued');
    if (!issued || factOf(issued).number === told) return [];
    return [{ what: 'INV-01 another number than was told', where: told }];
  });

const ENDS = ['ServiceFinished', 'TicketMissed', 'TicketCancelled', 'TicketLeft'];

/** One counter has one ticket at a time, one ticket is at one counter. */
const calledTwice = (rows: readonly Row[]): Finding[] => {
  const atCounter = new Map<string, string>();
  const ofTicket = new Map<string, string>();
  return rows.flatMap((row) => {
    const { ticket, counter } = factOf(row);
    if (!ticket) return [];
    if (ENDS.includes(row.type)) {
      atCounter.delete(ofTicket.get(ticket) ?? '');
      ofTicket.delete(ticket);
    }
    if (row.type !== 'TicketCalled' || !counter) return [];
    const busy = atCounter.has(counter) || ofTicket.has(ticket);
    atCounter.set(counter, ticket);
    ofTicket.set(ticket, counter);
    return busy ? [{ what: 'INV-04 called twice at once', where: `seq ${row.seq}` }] : [];
  });
};

const grouped = (rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> => {
  const byCommand = new Map<string, Row[]>();
  for (const row of rows) {
    const known = byCommand.get(row.commandId);
    if (known) known.push(row);
    else byCommand.set(row.commandId, [row]);
  }
  return byCommand;
};

export type Verdict = { readonly events: number; readonly findings: readonly Finding[] };

/** Everything that is wrong between a ledger and the journal file that a stopped server left. */
export const judge = (ledger: Ledger, file: string): Verdict => {
  const rows = readRows(file);
  const byCommand = grouped(rows);
  const findings = [
    ...lost(ledger, byCommand),
    ...foreign(ledger, byCommand),
    ...doubled(byCommand),
    ...brokenChain(rows),
    ...wrongNumbers(rows),
    ...otherNumbers(ledger, byCommand),
    ...calledTwice(rows),
  ];
  return { events: rows.length, findings };
};
