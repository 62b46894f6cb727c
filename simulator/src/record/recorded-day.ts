/**
 * A day of the bank as customers of a hall. The record is of a telephone queue: a line of the queue
 * is a waiting ticket, an agent is a counter, the type of a call is a service.
 */
import { CounterId, type Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import type { CallRow } from './calls-file.ts';
import { midnightOf } from './local-day.ts';

export const BANK_ZONE = 'Asia/Jerusalem';
/** Agents work from early morning to midnight; what runs over belongs to the evening before. */
export const BANK_CUT_OVER_HOUR = 4;

export const LANES = {
  vip: LaneId.parse('vip'),
  regular: LaneId.parse('normal'),
  unidentified: LaneId.parse('unidentified'),
} as const;

const SERVICES: Readonly<Record<string, ServiceId>> = {
  PS: ServiceId.parse('regular'),
  PE: ServiceId.parse('english'),
  NE: ServiceId.parse('stocks'),
  NW: ServiceId.parse('prospect'),
  IN: ServiceId.parse('internet'),
  TT: ServiceId.parse('call-back'),
};

export type RecordedService = {
  readonly counter: CounterId;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
};

export type RecordedCustomer = {
  /** Names the same customer in every replay of the day. */
  readonly key: string;
  readonly arrivedAt: Instant;
  readonly lane: LaneId;
  readonly service: ServiceId;
  /** Had to wait at all: who was served at once has no queue time in the record. */
  readonly queued: boolean;
  /** Units: ms until the service began, or until the customer gave up. */
  readonly waitMs: number;
  /** Null: gave up. */
  readonly served: RecordedService | null;
};

/** Why a row of the record is not a customer of the replay. */
export type DropReason =
  | 'flagged'
  | 'never-queued'
  | 'unknown-type'
  | 'before-the-day'
  | 'across-midnight';

export type RecordedDay = {
  readonly date: string;
  readonly midnightAt: Instant;
  /** By arrival. */
  readonly customers: readonly RecordedCustomer[];
  readonly dropped: Readonly<Record<DropReason, number>>;
};

/** The README of the data: use rows whose flags hold none of these. */
const UNUSABLE = /[pqvs]/;

const dropReason = (row: CallRow): DropReason | null => {
  if (UNUSABLE.test(row.flags) || row.outcome === 'PHANTOM') return 'flagged';
  // Hung up in the voice menu: never stood in the queue.
  if (row.outcome === 'HANG' && row.q_start === 0) return 'never-queued';
  if (!SERVICES[row.type]) return 'unknown-type';
  const arrived = row.q_start || row.vru_exit;
  if (arrived < BANK_CUT_OVER_HOUR * 3600) return 'before-the-day';
  const left = row.outcome === 'AGENT' ? row.ser_exit : row.q_exit;
  return left < arrived ? 'across-midnight' : null;
};

/** Counters for services whose agent has no name in the record: as few as never overlap. */
const unnamedCounters = (rows: readonly CallRow[]): ReadonlyMap<CallRow, CounterId> => {
  const freeAt: number[] = [];
  const given = new Map<CallRow, CounterId>();
  const unnamed = rows.filter((row) => row.outcome === 'AGENT' && row.server === '');
  for (const row of unnamed.toSorted((a, b) => a.ser_start - b.ser_start)) {
    const free = freeAt.findIndex((at) => at <= row.ser_start);
    const index = free < 0 ? freeAt.length : free;
    freeAt[index] = row.ser_exit;
    given.set(row, CounterId.parse(`u${index + 1}`));
  }
  return given;
};

const serviceOf = (row: CallRow, midnightAt: Instant, counter: CounterId): RecordedService => ({
  counter,
  startedAt: midnightAt + row.ser_start * 1000,
  endedAt: midnightAt + Math.max(row.ser_start, row.ser_exit) * 1000,
});

/**
 * Rows as customers. A service that starts a second or two before its queue ends (two clocks of the
 * record) counts as no wait.
 */
export const recordedDay = (date: string, rows: readonly CallRow[]): RecordedDay => {
  const midnightAt = midnightOf(date, BANK_ZONE);
  const dropped: Record<DropReason, number> = {
    flagged: 0,
    'never-queued': 0,
    'unknown-type': 0,
    'before-the-day': 0,
    'across-midnight': 0,
  };
  const kept = rows.filter((row) => {
    const reason = dropReason(row);
    if (reason) dropped[reason] += 1;
    return reason === null;
  });
  const unnamed = unnamedCounters(kept);
  const customers = kept.flatMap((row, index): RecordedCustomer[] => {
    const service = SERVICES[row.type];
    if (!service) return [];
    const arrived = row.q_start || row.vru_exit;
    const ends = row.outcome === 'AGENT' ? row.ser_start : row.q_exit;
    const counter = unnamed.get(row) ?? CounterId.parse(row.server.toLowerCase() || 'u0');
    return [
      {
        key: `${index}-${row.call_id}`,
        arrivedAt: midnightAt + arrived * 1000,
        lane: LANES[row.lane],
        service,
        queued: row.q_start > 0,
        waitMs: Math.max(0, ends - arrived) * 1000,
        served: row.outcome === 'AGENT' ? serviceOf(row, midnightAt, counter) : null,
      },
    ];
  });
  customers.sort((a, b) => a.arrivedAt - b.arrivedAt);
  return { date, midnightAt, customers, dropped };
};
