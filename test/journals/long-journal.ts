/**
 * A journal of many days, made by the pure core and written by the real journal: what a hall has in
 * its folder after a year. Units: instants in epoch ms.
 */
import type { HallCommand } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import type { HallEvent } from '@tingxu/contract/events';
import { BusinessDay, CommandId, type Instant } from '@tingxu/contract/ids';
import { decide } from '@tingxu/hall/decide';
import { evolve } from '@tingxu/hall/evolve';
import { emptyHall, type HallState } from '@tingxu/hall/state';
import { call, closeDay, finish, issue, open, openDay } from '@tingxu/hall/testing/commands';
import { counter, hallConfig } from '@tingxu/hall/testing/config';
import { type Appended, openJournal } from '@tingxu/server/journal/journal';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** 09:00 in Shanghai. */
const FIRST_AT: Instant = Date.parse('2026-01-05T09:00:00+08:00');
const ROLE = { role: 'lobby' } as const;
const COUNTERS = 12;
const LANES = ['normal', 'normal', 'elderly', 'normal', 'vip', 'normal', 'normal'];

export type LongJournal = {
  readonly config: HallConfig;
  readonly tickets: number;
  readonly events: number;
  readonly lastDay: BusinessDay;
};

const longHall = (): HallConfig =>
  hallConfig({
    counters: Array.from({ length: COUNTERS }, (_, index) =>
      counter(String(index + 1), 'cash', ...(index % 3 === 0 ? ['account'] : [])),
    ),
  });

type Writing = { hall: HallState; at: Instant; seq: number; readonly rows: Appended[] };

/** Refused commands leave nothing: a counter that has nobody to call. */
const act = (writing: Writing, day: BusinessDay, command: HallCommand): readonly HallEvent[] => {
  const decision = decide(writing.hall, command, { at: writing.at, actor: ROLE });
  if (!decision.ok) return [];
  for (const event of decision.events) {
    writing.seq += 1;
    const commandId = CommandId.parse(`long-journal-${writing.seq}`);
    const entry = { seq: writing.seq, at: writing.at, commandId, actor: ROLE, event };
    writing.rows.push({ entry, businessDay: day });
    writing.hall = evolve(writing.hall, event, writing.at);
  }
  return decision.events;
};

/** One arrival: it takes a ticket, and the next counter finishes with its customer and calls. */
const visit = (writing: Writing, day: BusinessDay, index: number): void => {
  const service = index % 5 === 0 ? 'account' : 'cash';
  act(writing, day, issue(service, LANES[index % LANES.length]));
  // Counters fall behind at noon, so that there is somebody to pass over.
  if (index % 100 > 40 && index % 100 < 60) return;
  for (const id of [String((index % COUNTERS) + 1), String(((index + 5) % COUNTERS) + 1)]) {
    const held = writing.hall.counters.find((row) => row.id === id)?.ticket;
    if (held) act(writing, day, finish(held, id));
    act(writing, day, call(id));
  }
};

const liveDay = (writing: Writing, config: HallConfig, day: BusinessDay, tickets: number): void => {
  act(writing, day, openDay(config, day));
  for (const { id } of config.counters) act(writing, day, open(id));
  for (let index = 0; index < tickets; index += 1) {
    writing.at += Math.floor((8 * HOUR_MS) / tickets);
    visit(writing, day, index);
  }
  act(writing, day, closeDay('end-remaining'));
};

/** `days` business days with so many tickets each, one transaction a day. */
export const writeLongJournal = (
  folder: string,
  { days, perDay }: { readonly days: number; readonly perDay: number },
): LongJournal => {
  const config = longHall();
  const journal = openJournal({ folder, hall: config.hall, now: FIRST_AT });
  const writing: Writing = { hall: emptyHall(config.hall), at: FIRST_AT, seq: 0, rows: [] };
  let lastDay = BusinessDay.parse('2026-01-05');
  for (let index = 0; index < days; index += 1) {
    writing.at = FIRST_AT + index * DAY_MS;
    lastDay = BusinessDay.parse(new Date(writing.at).toISOString().slice(0, 10));
    liveDay(writing, config, lastDay, perDay);
    journal.append(writing.rows, [], writing.at);
    writing.rows.length = 0;
  }
  journal.close();
  return { config, tickets: days * perDay, events: writing.seq, lastDay };
};
