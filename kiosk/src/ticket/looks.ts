/** How much stands on the slip: everything first, then less and less. Pure. */
import type { TicketNumberSize } from '@tingxu/ui/ticket-number';

export type TicketLook = {
  readonly number: TicketNumberSize;
  /** Service, lane and time; `beside`: service and lane beside the number. */
  readonly origin: 'all' | 'what' | 'beside' | 'none';
  /** The same facts in fewer words. */
  readonly short: boolean;
  /** What must be brought; the page before has told it, too. Rules: ISSUE-5. */
  readonly bring: boolean;
  /** Where the code that opens the ticket on a phone stands. */
  readonly code: 'below' | 'beside' | 'none';
  /** All letters larger. */
  readonly roomy?: true;
};

export const TICKET_LOOKS: readonly TicketLook[] = [
  { number: 'hero', origin: 'all', short: false, bring: true, code: 'below', roomy: true },
  { number: 'hero', origin: 'all', short: false, bring: true, code: 'below' },
  { number: 'hero', origin: 'all', short: false, bring: true, code: 'beside' },
  { number: 'hero', origin: 'what', short: false, bring: true, code: 'beside' },
  { number: 'hero', origin: 'what', short: true, bring: true, code: 'below' },
  { number: 'hero', origin: 'what', short: true, bring: true, code: 'beside' },
  { number: 'xl', origin: 'what', short: true, bring: true, code: 'beside' },
  { number: 'l', origin: 'what', short: true, bring: true, code: 'beside' },
  { number: 'xl', origin: 'beside', short: true, bring: true, code: 'beside' },
  { number: 'l', origin: 'beside', short: true, bring: true, code: 'beside' },
  { number: 'xl', origin: 'none', short: true, bring: true, code: 'beside' },
  { number: 'l', origin: 'none', short: true, bring: true, code: 'beside' },
  { number: 'xl', origin: 'beside', short: true, bring: false, code: 'beside' },
  { number: 'l', origin: 'beside', short: true, bring: false, code: 'beside' },
  { number: 'xl', origin: 'none', short: true, bring: false, code: 'beside' },
  { number: 'xl', origin: 'what', short: true, bring: false, code: 'none' },
  { number: 'l', origin: 'what', short: true, bring: false, code: 'none' },
  { number: 'hero', origin: 'none', short: true, bring: false, code: 'none' },
  { number: 'xl', origin: 'none', short: true, bring: false, code: 'none' },
  { number: 'l', origin: 'none', short: true, bring: false, code: 'none' },
];
export const LAST_LOOK: TicketLook = {
  ...{ number: 'l', origin: 'none', short: true, bring: false, code: 'none' },
};
