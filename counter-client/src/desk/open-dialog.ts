/** The dialog that a key opens. Pure. */
import type { Outcome } from '../commands/runner.ts';
import type { Intent, Named } from './action.ts';
import { ASKING, type Asking } from './steps-of.ts';

export type OpenDialog =
  | { readonly kind: 'pause' | 'close' | 'keys' | 'ticket' | 'documents' }
  /** With the customer who is at the counter, whom whoever comes goes on with. */
  | { readonly kind: 'handOver'; readonly leaves?: Named; readonly refused?: Outcome }
  /** The teller signs out while this customer is at the counter. Rules: CTR-15. */
  | { readonly kind: 'leave'; readonly ticket: Named }
  | { readonly kind: 'steps'; readonly of: Asking }
  | { readonly kind: 'cancel'; readonly ticket: Named };

const isAsking = (intent: Intent): intent is Asking => ASKING.some((one) => one === intent);

/** `ticket` is the one at the counter. */
export const dialogFor = (intent: Intent, ticket: Named | null): OpenDialog | null => {
  if (isAsking(intent)) return { kind: 'steps', of: intent };
  switch (intent) {
    case 'end':
      return ticket && { kind: 'cancel', ticket };
    case 'pause':
    case 'close':
    case 'keys':
    case 'handOver':
    case 'ticket':
    case 'documents':
      return { kind: intent };
    default:
      return null;
  }
};
