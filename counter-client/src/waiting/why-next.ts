/** Why the first of the list is the one to be called. Pure. */
import type { KeptFor } from '@tingxu/contract/commands';
import type { TicketNumber } from '@tingxu/contract/ids';
import type { EntryCause } from '@tingxu/contract/staff-rows';
import type { CounterView, TicketRow } from '@tingxu/contract/views';
import { isProtected } from '@tingxu/ui/lib/pass-over';
import { protectedFor } from './expected-order.ts';
import { type Desk, isGuest, keeperOf, withinReach } from './within-reach.ts';

export type WhyNext =
  | {
      readonly kind:
        | 'alone'
        | 'longest'
        | 'promise'
        | 'turn'
        | 'secondary'
        | 'helps'
        | 'first'
        | 'held';
    }
  | { readonly kind: 'came-back'; readonly cause: EntryCause }
  | { readonly kind: 'protected'; readonly passedOver: number; readonly cap: number }
  | { readonly kind: 'before-protected'; readonly number: TicketNumber }
  | { readonly kind: 'kept'; readonly only: KeptFor };

type Asked = Desk & { readonly view: Pick<CounterView, 'tickets'> };

const forProtection = (desk: Asked, next: TicketRow): WhyNext | null => {
  const shielded = protectedFor(desk);
  if (!shielded) return null;
  if (isProtected(next)) {
    return { kind: 'protected', passedOver: next.passedOver, cap: next.passOverCap };
  }
  return { kind: 'before-protected', number: shielded.number };
};

const bySkill = (desk: Desk, next: TicketRow): WhyNext | null => {
  if (isGuest(desk, next)) return { kind: 'helps' };
  const secondary =
    desk.counter.secondary?.some(({ service }) => service === next.service) ?? false;
  return secondary ? { kind: 'secondary' } : null;
};

/** Among those that the counter could call now: whoever stands back does not count. */
const byWait = (next: TicketRow, reach: readonly TicketRow[]): WhyNext => {
  if (reach.length === 1) return { kind: 'alone' };
  if (next.scoreFromAt === null) return { kind: 'turn' };
  const longest = reach.every(({ waitFromAt }) => waitFromAt >= next.waitFromAt);
  return { kind: longest ? 'longest' : 'promise' };
};

/** `own` is the expected order; null when nobody waits. Rules: CALL-1, CALL-4, CALL-10, CALL-11, LEG-6, LEG-7, MISS-15. */
export const whyNext = (desk: Asked, own: readonly TicketRow[]): WhyNext | null => {
  const [next] = own;
  if (!next) return null;
  const shielded = forProtection(desk, next);
  if (shielded) return shielded;
  if (next.first) {
    return next.entry ? { kind: 'came-back', cause: next.entry.cause } : { kind: 'first' };
  }
  if (next.only && keeperOf(desk, next) !== null) return { kind: 'kept', only: next.only };
  if (own.length === 1) return { kind: 'alone' };
  if (next.hold > 0) return { kind: 'held' };
  return bySkill(desk, next) ?? byWait(next, withinReach(desk, own));
};
