/** Which of two tickets was called first and why, and how often each was called. Source: H44. */
import type { TicketComparison } from '@tingxu/contract/comparison';
import { type ToldHistory, type ToldOrder, tellOrder } from '@tingxu/i18n/tell-comparison';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { NumberLink } from './number-link.tsx';
import styles from './trail-dialog.module.css';
import { useI18n } from './words.ts';

type Props = { readonly comparison: TicketComparison };

export function ComparisonTitle({ comparison }: Props): JSX.Element {
  const { words } = useI18n();
  const { earlier, later } = comparison;
  return <span>{words.compareTitle(earlier.number, later.number)}</span>;
}

export function Comparison({ comparison }: Props): JSX.Element {
  const { locale } = useI18n();
  const { answer, notes, later, contested, histories } = tellOrder(comparison, locale.value);
  return (
    <>
      <div class={cx(styles['answer'])} data-testid="answer">
        {answer.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div data-testid="reasons">
        {[...notes, ...later].map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {contested.map((call) => (
        <Contested key={call.answer.join()} call={call} />
      ))}
      <div class={cx(styles['histories'])}>
        {histories.map((history) => (
          <History key={history.ticket} history={history} />
        ))}
      </div>
    </>
  );
}

/** A later call for which both stood in line. */
function Contested({ call }: { readonly call: ToldOrder['contested'][number] }): JSX.Element {
  return (
    <section class={cx(styles['contested'])} data-testid="contested">
      <div class={cx(styles['answer'])}>
        {call.answer.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div>
        {call.notes.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  );
}

function History({ history }: { readonly history: ToldHistory }): JSX.Element {
  const { format } = useI18n();
  const { ticket, number, head, lines } = history;
  return (
    <section data-history={number}>
      <h3 class={cx(styles['heading'])}>
        <NumberLink ticket={ticket} number={number} />
      </h3>
      <p>{head}</p>
      <ol>
        {lines.map(({ seq, at, text }) => (
          <li key={seq} class={cx(styles['event'])}>
            <span class={cx(styles['at'])}>{format.clock(at)}</span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
