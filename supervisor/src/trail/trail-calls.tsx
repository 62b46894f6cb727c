/** Why this ticket was called when it was: the rule, the score, and whom it passed over. */
import type { EventOf } from '@tingxu/contract/events';
import type { TicketNumber as NumberText, TicketId } from '@tingxu/contract/ids';
import type { TicketDetail } from '@tingxu/contract/rest';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import { NumberLink } from './number-link.tsx';
import { callsOf } from './passed-over.ts';
import { tellScore } from './tell-score.ts';
import styles from './trail-dialog.module.css';

export type TrailCallsProps = {
  readonly detail: TicketDetail;
  readonly numbers: ReadonlyMap<TicketId, NumberText>;
};

export function TrailCalls({ detail, numbers }: TrailCallsProps): JSX.Element | null {
  const { t } = useI18n();
  const calls = callsOf(detail);
  if (calls.length === 0) return null;
  return (
    <section>
      <h3 class={cx(styles['heading'])}>{t.trail.why}</h3>
      {calls.map((call) => (
        <Why key={call.attempt} call={call} numbers={numbers} />
      ))}
    </section>
  );
}

type WhyProps = Pick<TrailCallsProps, 'numbers'> & { readonly call: EventOf<'TicketCalled'> };

function Why({ call, numbers }: WhyProps): JSX.Element {
  const { t } = useI18n();
  const { policy, score, passedOver, protectedBy } = call;
  const limit = protectedBy && numbers.get(protectedBy);
  return (
    <div class={cx(styles['why'])}>
      <p>{t.trail.because(t.staff.policy[policy], tellScore(policy, score))}</p>
      <p>
        {passedOver.length === 0 ? t.trail.passedNobody : t.trail.passedThese(passedOver.length)}
      </p>
      {passedOver.length > 0 && (
        <ul class={cx(styles['passed'])}>
          {passedOver.map((id) => {
            const number = numbers.get(id);
            return (
              <li key={id}>
                {number ? <NumberLink ticket={id} number={number} /> : <code>{id}</code>}
              </li>
            );
          })}
        </ul>
      )}
      {limit && <p>{t.trail.limitedBy(limit)}</p>}
    </div>
  );
}
