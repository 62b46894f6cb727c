/** What the kiosk shows. A ticket is on the screen only when the server has acknowledged it. */

import type { ServiceId, TicketNumber } from '@tingxu/contract/ids';
import type { ProblemCode } from '@tingxu/contract/problems';
import type { IssueReply, TicketReply } from '@tingxu/contract/rest';
import type { GroupId } from '@tingxu/contract/service-look';
import type { Wanted } from './commands.ts';
import type { Condition } from './condition.ts';
import type { Refusal } from './entry.ts';

/** `slow`: it takes longer than a blink. `unsure`: nobody knows yet whether it happened. */
export type Sending = 'sent' | 'slow' | 'unsure';

export type Screen =
  | { readonly kind: 'services' }
  /** The services of one group. Rules: ISSUE-6. */
  | { readonly kind: 'group'; readonly group: GroupId }
  | { readonly kind: 'lanes'; readonly service: ServiceId }
  | { readonly kind: 'taking'; readonly wanted: Wanted; readonly sending: Sending }
  | { readonly kind: 'ticket'; readonly issued: IssueReply }
  /** It happened, but this page cannot read what came of it: another try would be a second number. */
  | { readonly kind: 'untold' }
  | { readonly kind: 'failed'; readonly wanted: Wanted; readonly code: ProblemCode }
  | { readonly kind: 'entry'; readonly typed: string }
  | { readonly kind: 'reference'; readonly typed: string }
  /** `number` is null where a code was scanned; `again` is where another try begins. */
  | {
      readonly kind: 'refusal';
      readonly number: TicketNumber | null;
      readonly refusal: Refusal;
      readonly again: 'entry' | 'reference';
    }
  | {
      readonly kind: 'returning';
      readonly number: TicketNumber | null;
      readonly sending: Sending;
    }
  | { readonly kind: 'checking'; readonly typed: string; readonly sending: Sending }
  | ({ readonly kind: 'returned' } & TicketReply);

type Without = { readonly kind: 'help' } | Lacking<Exclude<Condition, 'open'>>;
type Lacking<C> = C extends Condition ? { readonly kind: C } : never;
export type Shown = Screen | Without;

/**
 * Choosing needs a hall that is open and confirmed. What is under way and what is known stays:
 * a ticket does not vanish because the line is cut.
 */
export const shownOf = (screen: Screen, condition: Condition): Shown => {
  if (condition === 'open') return screen;
  switch (screen.kind) {
    case 'taking':
    case 'returning':
    case 'checking':
    case 'ticket':
    case 'returned':
    case 'untold':
      return screen;
    case 'services':
    case 'group':
    case 'lanes':
    case 'failed':
    case 'entry':
    case 'reference':
    case 'refusal':
      return { kind: condition };
    default:
      return screen satisfies never;
  }
};
