/** What became of the last command: always in the same place, read out, never over anything else. */
import type { PROBLEMS } from '@tingxu/contract/problems';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { Tone } from '@tingxu/ui/lib/tone';
import { Mark } from '@tingxu/ui/state-dot';
import type { JSX } from 'preact';
import type { Outcome } from '../commands/runner.ts';
import { useI18n } from '../texts.ts';
import { useDesk } from './desk-context.tsx';
import type { Hint } from './desk-model.ts';
import styles from './outcome-line.module.css';
import { outcomeText } from './outcome-text.ts';
import { refusalText } from './why-text.ts';

/** Refusals that are part of an ordinary day. */
const CALM: readonly (keyof typeof PROBLEMS)[] = ['nobody-waiting', 'counter-dedicated'];

export function OutcomeLine(): JSX.Element {
  const { runner, hint, desk } = useDesk();
  const { t } = useI18n();
  const pending = runner.pending.value !== null;
  // What was done before the hall closed is no news at a closed hall.
  const over = desk.value?.kind === 'day-closed';
  const outcomes = over ? [] : runner.outcomes.value;
  return (
    <div
      class={cx(styles['place'])}
      role="status"
      aria-live="polite"
      data-testid="outcome"
      data-pending={pending ? '' : undefined}
    >
      {pending && <p class={cx(styles['line'], styles['muted'])}>{t.counter.pending}</p>}
      {!pending && hint.value && <HintLine hint={hint.value} />}
      {!pending &&
        !hint.value &&
        outcomes.map((outcome) => <Line key={outcome.action.type} outcome={outcome} />)}
    </div>
  );
}

/** Why the key that was pressed did nothing. */
function HintLine({ hint }: { readonly hint: Hint }): JSX.Element {
  const i18n = useI18n();
  return (
    <p class={cx(styles['line'])} data-tone="info" data-testid="hint">
      <Mark tone="info" />
      <span class={cx(styles['muted'])}>{i18n.format.clock(hint.at)}</span>
      <span class={cx(styles['strong'])}>{refusalText(hint.why, i18n)}</span>
    </p>
  );
}

function Line({ outcome }: { readonly outcome: Outcome }): JSX.Element {
  const { format, t } = useI18n();
  const { mayResend, run } = useDesk();
  const tone = toneOf(outcome);
  return (
    <p class={cx(styles['line'])} data-tone={tone}>
      <Mark tone={tone} />
      <span class={cx(styles['muted'])}>{format.clock(outcome.at)}</span>
      <span class={cx(tone !== 'ok' && styles['strong'])}>{outcomeText(outcome, t)}</span>
      {outcome.kind === 'refused' && !CALM.includes(outcome.problem.code) && (
        <code class={cx(styles['code'])}>{outcome.problem.code}</code>
      )}
      {outcome.kind === 'unknown' && mayResend(outcome.action, outcome.seen) && (
        <Button size="s" onClick={() => run(outcome.action)}>
          {t.staff.resend}
        </Button>
      )}
    </p>
  );
}

const toneOf = (outcome: Outcome): Tone => {
  if (outcome.kind === 'done') return 'ok';
  if (outcome.kind === 'refused') return CALM.includes(outcome.problem.code) ? 'info' : 'warn';
  return 'over';
};
