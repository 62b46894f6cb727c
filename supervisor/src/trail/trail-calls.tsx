/** Why this ticket was called when it was: the rule, the score, and whom it passed over. */
import type { TicketNumber as NumberText, TicketId } from '@tingxu/contract/ids';
import type { TicketDetail } from '@tingxu/contract/rest';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import { NumberLink } from './number-link.tsx';
import { type Choice, choicesOf } from './passed-over.ts';
import { tellScore } from './tell-score.ts';
import styles from './trail-dialog.module.css';

export type TrailCallsProps = {
  readonly detail: TicketDetail;
  readonly numbers: ReadonlyMap<TicketId, NumberText>;
};

export function TrailCalls({ detail, numbers }: TrailCallsProps): JSX.Element | null {
  const { t } = useI18n();
  const calls = choicesOf(detail);
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

type WhyProps = Pick<TrailCallsProps, 'numbers'> & { readonly call: Choice };

function Why({ call, numbers }: WhyProps): JSX.Element {
  const { t } = useI18n();
  const { policy, score, passedOver, protectedBy } = call;
  const rule = t.staff.policy[policy];
  const told = tellScore(policy, score);
  return (
    <div class={cx(styles['why'])}>
      <p>
        {protectedBy === null
          ? t.trail.because(rule, told)
          : t.trail.becauseProtected(rule, told, numbers.get(protectedBy) ?? protectedBy)}
      </p>
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
    </div>
  );
}
