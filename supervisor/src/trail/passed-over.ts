/** What the calls of a ticket chose, and the other tickets that they name. Pure. Rules: CALL-9. */
import type { PolicyKind } from '@tingxu/contract/config';
import type { TicketId } from '@tingxu/contract/ids';
import type { CallAttempt, TicketDetail } from '@tingxu/contract/rest';

/** A call that chose this ticket; a recall chooses nobody. */
export type Choice = CallAttempt & { readonly policy: PolicyKind; readonly score: number };

export const choicesOf = ({ legs }: TicketDetail): Choice[] =>
  legs
    .flatMap((leg) => leg.calls)
    .flatMap((call) => {
      const { policy, score } = call;
      return policy === null || score === null ? [] : [{ ...call, policy, score }];
    });

export const passedOver = (detail: TicketDetail): TicketId[] => [
  ...new Set(
    choicesOf(detail).flatMap((call) => [
      ...call.passedOver,
      ...(call.protectedBy ? [call.protectedBy] : []),
    ]),
  ),
];
