/** Everything that happened to the ticket, oldest first, with time, reason and person. */
import type { TicketExplanation } from '@tingxu/contract/explanation';
import { explanation } from '@tingxu/i18n/explanation';
import { tellingOf, tellStep } from '@tingxu/i18n/tell-step';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import styles from './trail-dialog.module.css';
import { useI18n } from './words.ts';

export function TrailEvents(props: { readonly explanation: TicketExplanation }): JSX.Element {
  const { words, format, locale } = useI18n();
  const telling = tellingOf(props.explanation, locale.value);
  const steps = props.explanation.steps.map((step) => tellStep(telling, step));
  return (
    <section>
      <h3 class={cx(styles['heading'])}>{words.events}</h3>
      <ol data-testid="trail">
        {steps.map(({ seq, at, kind, text, notes, by }) => (
          <li key={seq} class={cx(styles['event'])} data-kind={kind}>
            <span class={cx(styles['at'])}>{format.clock(at)}</span>
            <span>
              <span class={cx(styles['text'])}>
                {by === null ? text : explanation[locale.value].by(text, by)}
              </span>
              {kind !== 'called' && <Notes notes={notes} />}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The reasons of a call stand above, at the head of the sheet. */
function Notes({ notes }: { readonly notes: readonly string[] }): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <span class={cx(styles['note'], styles['text'])}>
      {notes.map((note) => (
        <span key={note} class={cx(styles['text'])}>
          {note}
        </span>
      ))}
    </span>
  );
}
