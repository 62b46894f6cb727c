/** Answers of commands on tickets, stored with the command's key. */
import type { TicketId } from '@tingxu/contract/ids';
import type { BackInLine, IssueReply, TicketReply, TicketSummary } from '@tingxu/contract/rest';
import { findLive } from '@tingxu/hall/live-tickets';
import { missedRuleOf, standingOf } from '@tingxu/hall/missed-rule';
import { outlookOf } from '@tingxu/hall/phone-view';
import type { TicketLinks } from '../links/ticket-links.ts';
import { type Accepted, type RenderAccepted, rendered } from './render.ts';
import { endingOf, ticketIn, ticketSummary, waitSeconds } from './tell-ticket.ts';

/** The ticket as the command left it. */
export function ticketAfter(outcome: Accepted, id: TicketId): TicketSummary {
  const live = findLive(outcome.after.tickets, id);
  if (live) return ticketSummary(outcome.after, live);
  const before = findLive(outcome.before.tickets, id);
  if (!before) throw new Error(`ticket ${id} is neither before nor after its command`);
  return ticketSummary(outcome.before, before, endingOf(outcome.entries, id));
}

/** 201 of an issue. Rules: CALL-6, WAIT-1, LINK-1. */
export const renderIssue =
  (links: TicketLinks): RenderAccepted =>
  (outcome) => {
    const event = outcome.entries.map((entry) => entry.event).find(isIssue);
    if (!event) throw new Error('an issue without its event');
    const reply: IssueReply = {
      ticket: ticketAfter(outcome, event.ticket),
      link: links.linkOf(outcome.after.hall, event.ticket),
      ahead: event.ahead,
      worstPosition: event.noWorst ? null : event.earlier + event.passOverCap,
      wait: waitSeconds(event.wait),
    };
    return rendered(201, reply);
  };

type HallEvent = Accepted['entries'][number]['event'];
const isIssue = (event: HallEvent): event is Extract<HallEvent, { type: 'TicketIssued' }> =>
  event.type === 'TicketIssued';

/** Where a return has put the ticket, by the rule under which it came back; null of anything else. */
const backInLine = ({ before, after, entries }: Accepted, id: TicketId): BackInLine | null => {
  const returned = entries
    .map(({ event }) => event)
    .find((event) => event.type === 'TicketReturned' && event.ticket === id);
  const ticket = findLive(before.tickets, id);
  const rule = ticket && missedRuleOf(before.day, ticket);
  if (!rule || returned?.type !== 'TicketReturned') return null;
  const { ahead, wait } = outlookOf(after, id) ?? { ahead: 0, wait: null };
  return { ...standingOf(rule, returned), ahead, wait: waitSeconds(wait) };
};

/** 200 of every other command on a ticket. */
export const renderTicket: RenderAccepted = (outcome) => {
  const id = ticketIn(outcome.entries);
  if (id === null) throw new Error('a ticket command without an event of a ticket');
  const back = backInLine(outcome, id);
  const reply: TicketReply = { ticket: ticketAfter(outcome, id), ...(back && { back }) };
  return rendered(200, reply);
};
