/**
 * Tables of a hall's journal. `events` is the truth; `tickets`, `legs`, `call_attempts` and
 * `counter_sessions` are projections of it, written in the same transaction and replaceable by a
 * rebuild. Triggers that guard `events` stand in migrations/0001. Units: instants in ms.
 */
import type { PolicyKind } from '@tingxu/contract/config';
import type { ChoiceReason } from '@tingxu/contract/counter-rule';
import type { EndReason, HallEvent } from '@tingxu/contract/events';
import type { Epoch } from '@tingxu/contract/feed';
import type {
  BusinessDay,
  CommandId,
  CounterId,
  HallId,
  LaneId,
  ServiceId,
  StaffId,
  TicketId,
  TicketNumber,
} from '@tingxu/contract/ids';
import type { TicketStatus } from '@tingxu/contract/rest';
import type { Role } from '@tingxu/contract/roles';
import { orm, sqliteCore } from './drizzle.ts';

const { sql } = orm;
const { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } = sqliteCore;

/**
 * One row: whose journal this is, and which file of it. `projection` is the version of the rules that
 * the read tables were written by.
 */
export const meta = sqliteTable(
  'meta',
  {
    id: integer('id').primaryKey(),
    hall: text('hall').$type<HallId>().notNull(),
    epoch: text('epoch').$type<Epoch>().notNull(),
    createdAt: integer('created_at').notNull(),
    projection: integer('projection').notNull(),
  },
  (table) => [check('meta_single', sql`${table.id} = 1`)],
);

/** Facts, append-only. `data` is the event as JSON; the columns beside it are for finding. */
export const events = sqliteTable(
  'events',
  {
    seq: integer('seq').primaryKey(),
    at: integer('at').notNull(),
    businessDay: text('business_day').$type<BusinessDay>().notNull(),
    type: text('type').$type<HallEvent['type']>().notNull(),
    ticketId: text('ticket_id').$type<TicketId>(),
    counterId: text('counter_id').$type<CounterId>(),
    actorRole: text('actor_role').$type<Role>().notNull(),
    actorStaff: text('actor_staff').$type<StaffId>(),
    commandId: text('command_id').$type<CommandId>().notNull(),
    data: text('data').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    index('events_ticket').on(table.ticketId).where(sql`${table.ticketId} IS NOT NULL`),
    index('events_business_day').on(table.businessDay),
    // Few of very many: the history of the configuration must not read all of them.
    index('events_configuration')
      .on(table.seq)
      .where(
        sql`${table.type} IN ('ConfigurationChanged', 'ConfigurationPlanned', 'ConfigurationPlanWithdrawn')`,
      ),
  ],
);

/**
 * Answers by key, kept at least 48 hours. The index over keys lives in memory (answers.ts, about
 * 100 bytes a key): client keys are random, and a random index costs more than the rest of a commit.
 */
export const commands = sqliteTable('commands', {
  id: integer('id').primaryKey(),
  key: text('key').$type<CommandId>().notNull(),
  fingerprint: text('fingerprint').notNull(),
  status: integer('status').notNull(),
  body: text('body').notNull(),
  at: integer('at').notNull(),
});

/** One visit each. A number is given once per hall and day (INV-06), here too. */
export const tickets = sqliteTable(
  'tickets',
  {
    id: text('id').$type<TicketId>().primaryKey(),
    number: text('number').$type<TicketNumber>().notNull(),
    businessDay: text('business_day').$type<BusinessDay>().notNull(),
    serviceId: text('service_id').$type<ServiceId>().notNull(),
    laneId: text('lane_id').$type<LaneId>().notNull(),
    state: text('state').$type<TicketStatus>().notNull(),
    counterId: text('counter_id').$type<CounterId>(),
    returns: integer('returns').notNull(),
    issuedAt: integer('issued_at').notNull(),
    ahead: integer('ahead').notNull(),
    earlier: integer('earlier').notNull(),
    passOverCap: integer('pass_over_cap').notNull(),
    waitLowMs: integer('wait_low_ms'),
    waitHighMs: integer('wait_high_ms'),
    endedAt: integer('ended_at'),
    endReason: text('end_reason').$type<EndReason>(),
  },
  (table) => [uniqueIndex('tickets_number').on(table.businessDay, table.number)],
);

/** One service of a visit each; `leg_index` counts from 0. */
export const legs = sqliteTable(
  'legs',
  {
    ticketId: text('ticket_id')
      .$type<TicketId>()
      .notNull()
      .references(() => tickets.id),
    legIndex: integer('leg_index').notNull(),
    serviceId: text('service_id').$type<ServiceId>().notNull(),
    laneId: text('lane_id').$type<LaneId>().notNull(),
    enteredAt: integer('entered_at').notNull(),
    startedAt: integer('started_at'),
    endedAt: integer('ended_at'),
    endReason: text('end_reason').$type<EndReason>(),
  },
  (table) => [primaryKey({ columns: [table.ticketId, table.legIndex] })],
);

/**
 * Every call and recall: the evidence of H44. `policy`, `rule_version`, `score`, `passed_over` and
 * `protected_by` are of calls only; `chosen` says why one was not left to the rule. Rules: CALL-9, CTR-6.
 */
export const callAttempts = sqliteTable(
  'call_attempts',
  {
    ticketId: text('ticket_id')
      .$type<TicketId>()
      .notNull()
      .references(() => tickets.id),
    attempt: integer('attempt').notNull(),
    legIndex: integer('leg_index').notNull(),
    at: integer('at').notNull(),
    counterId: text('counter_id').$type<CounterId>().notNull(),
    staffId: text('staff_id').$type<StaffId>().notNull(),
    counted: integer('counted', { mode: 'boolean' }).notNull(),
    policy: text('policy').$type<PolicyKind>(),
    ruleVersion: integer('rule_version'),
    score: integer('score'),
    passedOver: text('passed_over', { mode: 'json' }).$type<readonly TicketId[]>().notNull(),
    protectedBy: text('protected_by').$type<TicketId>(),
    chosen: text('chosen').$type<ChoiceReason>(),
  },
  (table) => [primaryKey({ columns: [table.ticketId, table.attempt] })],
);

/** A teller signed in at a counter; the key is the seq of the event that opened it. */
export const counterSessions = sqliteTable(
  'counter_sessions',
  {
    openedSeq: integer('opened_seq').primaryKey(),
    counterId: text('counter_id').$type<CounterId>().notNull(),
    staffId: text('staff_id').$type<StaffId>().notNull(),
    businessDay: text('business_day').$type<BusinessDay>().notNull(),
    openedAt: integer('opened_at').notNull(),
    closedAt: integer('closed_at'),
  },
  (table) => [
    uniqueIndex('counter_sessions_open').on(table.counterId).where(sql`${table.closedAt} IS NULL`),
  ],
);

export type EventRow = typeof events.$inferSelect;
export type CommandRow = typeof commands.$inferSelect;
export type TicketRecord = typeof tickets.$inferSelect;
export type LegRecord = typeof legs.$inferSelect;
export type CallAttemptRecord = typeof callAttempts.$inferSelect;
export type CounterSessionRecord = typeof counterSessions.$inferSelect;
