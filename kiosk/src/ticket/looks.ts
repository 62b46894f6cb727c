/** How much stands on the slip: everything first, then less and less. Pure. */
import type { TicketNumberSize } from '@tingxu/ui/ticket-number';

export type TicketLook = {
  readonly number: TicketNumberSize;
  /** Service, lane and time. */
  readonly origin: 'all' | 'what' | 'none';
  /** The same facts in fewer words. */
  readonly short: boolean;
};

export const TICKET_LOOKS: readonly TicketLook[] = [
  { number: 'hero', origin: 'all', short: false },
  { number: 'hero', origin: 'what', short: false },
  { number: 'hero', origin: 'what', short: true },
  { number: 'hero', origin: 'none', short: false },
  { number: 'hero', origin: 'none', short: true },
  { number: 'xl', origin: 'none', short: true },
  { number: 'l', origin: 'none', short: true },
];
export const LAST_LOOK: TicketLook = { number: 'l', origin: 'none', short: true };
