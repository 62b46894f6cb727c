/** Why this ticket was called when it was: the answer in words, the others, the rule behind it. */
import type { StepOf, TicketExplanation } from '@tingxu/contract/explanation';
import type { TicketNumber as NumberText, TicketId } from '@tingxu/contract/ids';
import { tellReasons } from '@tingxu/i18n/tell-reasons';
import { tellingOf, tellStep } from '@tingxu/i18n/tell-step';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { NumberLink } from './number-link.tsx';
import styles from './trail-dialog.module.css';
import { useI18n } from './words.ts';

type Props = { readonly explanation: TicketExplanation };

export function TrailWhy({ explanation }: Props): JSX.Element | null {
  const { words } = useI18n();
  const calls = explanation.steps.filter((step) => step.kind === 'called');
  if (calls.length === 0) return null;
  return (
    <section data-testid="why">
      <h3 class={cx(styles['heading'])}>{words.why}</h3>
      {calls.map((call) => (
        <Why key={call.seq} call={call} explanation={explanation} />
      ))}
    </section>
  );
}

/** The other tickets that the reasons name. */
const namedBy = ({ reasons }: StepOf<'called'>): ReadonlyMap<TicketId, NumberText> => {
  const { protectedBy, next, barred, passedOver, winner } = reasons;
  const all = [protectedBy, next, barred, ...passedOver].filter((one) => one !== null);
  const others = all.filter(({ ticket }) => ticket !== winner.ticket);
  return new Map(others.map(({ ticket, number }) => [ticket, number]));
};

function Why({ call, explanation }: Props & { readonly call: StepOf<'called'> }): JSX.Element {
  const { words, format, locale } = useI18n();
  const telling = tellingOf(explanation, locale.value);
  const { because, others, basis } = tellReasons(telling, call.reasons);
  const named = [...namedBy(call)];
  return (
    <div class={cx(styles['why'])}>
      <p class={cx(styles['note'])}>
        {format.clock(call.at)} {tellStep(telling, call).text}
      </p>
      <Lines lines={because} class={styles['because']} />
      <Lines lines={others} />
      {named.length > 0 && (
        <ul class={cx(styles['passed'])} aria-label={words.named}>
          {named.map(([id, number]) => (
            <li key={id}>
              <NumberLink ticket={id} number={number} />
            </li>
          ))}
        </ul>
      )}
      <Lines lines={basis} class={styles['note']} />
    </div>
  );
}

function Lines(props: {
  readonly lines: readonly string[];
  readonly class?: string | undefined;
}): JSX.Element {
  return (
    <>
      {props.lines.map((line) => (
        <p key={line} class={cx(props.class)}>
          {line}
        </p>
      ))}
    </>
  );
}
