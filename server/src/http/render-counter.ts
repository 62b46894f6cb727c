/** Answers of commands on counters. */
import type { CounterId } from '@tingxu/contract/ids';
import type { CounterReply } from '@tingxu/contract/rest';
import { findLive } from '@tingxu/hall/live-tickets';
import { counterOf } from '@tingxu/hall/lookup';
import type { RenderAccepted } from './render.ts';
import { rendered } from './render.ts';
import { counterSummary } from './tell-hall.ts';
import { ticketIn, ticketSummary } from './tell-ticket.ts';

/** The counter as the command left it, and the ticket it called, if it called one. */
export const renderCounter =
  (id: CounterId): RenderAccepted =>
  ({ after, entries }) => {
    const counter = counterOf(after, id);
    if (!counter || !after.day) throw new Error(`counter ${id} is not in its hall`);
    const { counters, zone } = after.day.config;
    const called = ticketIn(entries);
    const ticket = called === null ? undefined : findLive(after.tickets, called);
    const reply: CounterReply = {
      counter: counterSummary(after, counter, counters, zone),
      ticket: ticket ? ticketSummary(after, ticket) : null,
    };
    return rendered(200, reply);
  };
