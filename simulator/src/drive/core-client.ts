/**
 * The pure core as a hall to play against: no process, no clock, no disk. What the server adds must
 * not change what happens, so a day on it equals the same day here.
 */
import type { HallCommand } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import type { HallEvent, JournalEntry } from '@tingxu/contract/events';
import { BusinessDay, CommandId, type Instant, type TicketId } from '@tingxu/contract/ids';
import type { TicketSummary } from '@tingxu/contract/rest';
import type { Actor } from '@tingxu/contract/roles';
import { nextDeadline } from '@tingxu/hall/deadlines';
import { decide } from '@tingxu/hall/decide';
import { evolve } from '@tingxu/hall/evolve';
import { emptyHall, type HallState } from '@tingxu/hall/state';
import type { Answer, HallClient, WireCommand } from './hall-client.ts';

export type CoreClient = HallClient & {
  state(): HallState;
  journal(): readonly JournalEntry[];
};

/** Who gives up does it on the phone. */
const ROLES: { readonly [T in HallCommand['type']]?: Actor['role'] } = {
  ExpireDeadlines: 'system',
  CancelTicket: 'phone',
};
const actorOf = ({ type }: HallCommand): Actor => ({ role: ROLES[type] ?? 'lobby' });

const ticketOf = (events: readonly HallEvent[]): TicketId | null =>
  events.map((event) => ('ticket' in event ? event.ticket : null)).find(Boolean) ?? null;

/** Only what the driver reads: the rest of a summary is the server's business. */
const summary = (config: HallConfig, day: string, events: readonly HallEvent[], at: Instant) => {
  const id = ticketOf(events);
  const issued = events.find((event) => event.type === 'TicketIssued');
  if (!id) return null;
  return {
    id,
    number: issued?.number ?? 'A000',
    hall: config.hall,
    businessDay: day,
    lane: config.defaultLane,
    service: config.services[0]?.id ?? '',
    state: 'waiting',
    counter: null,
    issuedAt: new Date(at).toISOString(),
    endedAt: null,
    endReason: null,
  } as TicketSummary;
};

export const coreClient = (config: HallConfig, date: string, startsAt: Instant): CoreClient => {
  const entries: JournalEntry[] = [];
  let state = emptyHall(config.hall);
  let now = startsAt;

  const apply = (command: HallCommand): Answer => {
    const actor = actorOf(command);
    const decision = decide(state, command, { at: now, actor });
    if (!decision.ok) return { ok: false, code: decision.rejection.code };
    for (const event of decision.events) {
      const seq = entries.length + 1;
      entries.push({ seq, at: now, commandId: CommandId.parse(`core-${seq}--`), actor, event });
      state = evolve(state, event, now);
    }
    const issued = decision.events.find((event) => event.type === 'TicketIssued');
    return {
      ok: true,
      ticket: summary(config, date, decision.events, now),
      counter: null,
      told: issued
        ? {
            ahead: issued.ahead,
            worstPosition: issued.noWorst ? null : issued.earlier + issued.passOverCap,
            wait: issued.wait && {
              lowSeconds: Math.floor(issued.wait.lowMs / 1000),
              highSeconds: Math.ceil(issued.wait.highMs / 1000),
            },
          }
        : null,
    };
  };

  apply({ type: 'OpenDay', businessDay: BusinessDay.parse(date), config });
  return {
    state: () => state,
    journal: () => entries,
    send: async (command: WireCommand) => apply(command),
    advanceTo: async (at) => {
      for (let due = nextDeadline(state); due !== null && due <= at; due = nextDeadline(state)) {
        now = Math.max(now, due);
        apply({ type: 'ExpireDeadlines' });
      }
      now = Math.max(now, at);
    },
  };
};
