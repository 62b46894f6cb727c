/**
 * The read side of a hall's journal, on a connection of its own that cannot write. Each answer is
 * one short query: a reader that stays open keeps the WAL from shrinking.
 */
import type { JournalEntry } from '@tingxu/contract/events';
import { BusinessDay, type TicketId, type TicketRef } from '@tingxu/contract/ids';
import { whenAsked } from '../when-asked.ts';
import { openConnection } from './connection.ts';
import { drizzle, orm } from './drizzle.ts';
import { type ConfigurationTrail, readConfiguration } from './read-configuration.ts';
import { readEvents } from './rows.ts';
import {
  type CallAttemptRecord,
  callAttempts,
  events,
  type LegRecord,
  legs,
  type TicketRecord,
  tickets,
} from './schema.ts';
import { readUnended, type Unended } from './unended.ts';
import { entryOf } from './upcast.ts';

const { and, asc, desc, eq, sql } = orm;

export type ReadJournal = {
  /** A ticket of any day by id, or by a number of a business day, else of the last one; live or ended. */
  ticketRow(ref: TicketRef, day?: BusinessDay): TicketRecord | undefined;
  /** The services of a visit, in order. */
  legs(ticket: TicketId): readonly LegRecord[];
  /** Every call and recall of a ticket, in order. Source: H44. */
  callAttempts(ticket: TicketId): readonly CallAttemptRecord[];
  /** Every event that names the ticket, in order. Calls that passed it over are not among them. */
  ticketTrail(ticket: TicketId): readonly JournalEntry[];
  /** The day of a ticket's id, else the one that is asked for, else the last one. */
  dayOf(ref: TicketRef, day?: BusinessDay): BusinessDay | undefined;
  /** Every event of a business day, in order. */
  dayEntries(day: BusinessDay): readonly JournalEntry[];
  /** Announcements of the last day that came to no end: calls in their order, then what staff asked for. Rules: VOICE-2. */
  unended(): readonly Unended[];
  /** The newest so many changes of the configuration, oldest first, and what was in force before. */
  configurationTrail(limit: number): ConfigurationTrail;
  close(): void;
};

/** `20261121-0042` → `2026-11-21`. Rules: NUM-4. */
const dayInId = (ref: TicketRef): BusinessDay | undefined => {
  const found = /^(\d{4})(\d{2})(\d{2})-/.exec(ref);
  return found ? BusinessDay.parse(found.slice(1).join('-')) : undefined;
};

/** Making these takes longer than opening the file. */
const queriesOn = (db: ReturnType<typeof drizzle>) => {
  const ticket = sql.placeholder('ticket');
  const byId = db.select().from(tickets).where(eq(tickets.id, ticket)).prepare();
  const lastDay = db
    .select({ day: events.businessDay })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
  const byNumber = db
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.businessDay, sql`coalesce(${sql.placeholder('day')}, (${lastDay}))`),
        eq(tickets.number, sql.placeholder('number')),
      ),
    )
    .prepare();
  const legsOf = db
    .select()
    .from(legs)
    .where(eq(legs.ticketId, ticket))
    .orderBy(asc(legs.legIndex))
    .prepare();
  const callsOf = db
    .select()
    .from(callAttempts)
    .where(eq(callAttempts.ticketId, ticket))
    .orderBy(asc(callAttempts.attempt))
    .prepare();
  const trailOf = db
    .select()
    .from(events)
    .where(eq(events.ticketId, ticket))
    .orderBy(asc(events.seq))
    .prepare();
  return { byId, byNumber, legsOf, callsOf, trailOf };
};

/** Opens the file of a journal that a writer has made. Rejects: JournalNotDurable. */
export const openReadJournal = (file: string): ReadJournal => {
  const connection = openConnection(file, 'read');
  const db = drizzle(connection);
  const read = readEvents(connection);
  const queries = whenAsked(() => queriesOn(db));
  const configuration = whenAsked(() => readConfiguration(db));
  return {
    ticketRow: (ref, day) =>
      ref.includes('-')
        ? queries().byId.get({ ticket: ref })
        : queries().byNumber.get({ number: ref, day: day ?? null }),
    legs: (id) => queries().legsOf.all({ ticket: id }),
    callAttempts: (id) => queries().callsOf.all({ ticket: id }),
    ticketTrail: (id) => queries().trailOf.all({ ticket: id }).map(entryOf),
    dayOf: (ref, day) => dayInId(ref) ?? day ?? read.lastDay(),
    dayEntries: (day) => read.ofDay(day).map(entryOf),
    unended: () => readUnended(connection),
    configurationTrail: (limit) => configuration()(limit),
    close: () => void connection.close(),
  };
};
