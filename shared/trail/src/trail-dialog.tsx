/**
 * Everything about one ticket on one sheet, or why one of two came first: the answer to "I was never
 * called". A page may offer more beside it. Source: H44.
 */
import type { TicketExplanation } from '@tingxu/contract/explanation';
import type { TicketId } from '@tingxu/contract/ids';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import { Spinner } from '@tingxu/ui/spinner';
import type { ComponentChildren, JSX } from 'preact';
import { Comparison, ComparisonTitle } from './comparison.tsx';
import { useTrail } from './seat.ts';
import { TicketBox } from './ticket-box.tsx';
import styles from './trail-dialog.module.css';
import { TrailEvents } from './trail-events.tsx';
import { TrailFacts, TrailTitle } from './trail-facts.tsx';
import type { Trail } from './trail-model.ts';
import { TrailWhy } from './trail-why.tsx';
import { useI18n } from './words.ts';

export type TrailDialogProps = {
  /** Whether the picture is true. */
  readonly banner?: ComponentChildren;
  /** What may be done with the ticket, at the foot of the sheet. */
  readonly acts?: ((shown: Trail) => ComponentChildren) | undefined;
  /** The paper of the ticket, for pages that can print. */
  readonly paper?: ((ticket: TicketId) => ComponentChildren) | undefined;
};

export function TrailDialog({ banner, acts, paper }: TrailDialogProps): JSX.Element {
  const { trail } = useTrail();
  const { t } = useI18n();
  const shown = trail.trail.value;
  return (
    <div class={cx(styles['place'])}>
      <Dialog
        open={shown !== null}
        title={shown && titleOf(shown)}
        banner={banner}
        onClose={() => trail.close()}
        actions={
          <>
            {shown && acts?.(shown)}
            <Button onClick={() => trail.close()}>{t.common.close}</Button>
          </>
        }
      >
        {shown && <Sheet trail={shown} paper={paper} />}
      </Dialog>
    </div>
  );
}

const titleOf = (shown: Trail): ComponentChildren => {
  if (shown.kind === 'found') return <TrailTitle detail={shown.detail} />;
  if (shown.kind === 'compared') return <ComparisonTitle comparison={shown.comparison} />;
  return shown.refs.join(' · ');
};

type SheetProps = Pick<TrailDialogProps, 'paper'> & { readonly trail: Trail };

function Sheet({ trail, paper }: SheetProps): JSX.Element {
  const { words } = useI18n();
  switch (trail.kind) {
    case 'loading':
      return (
        <p class={cx(styles['loading'])} role="status">
          <Spinner /> <span>{words.loading}</span>
        </p>
      );
    case 'failed':
      return <Failed trail={trail} />;
    case 'found':
      return (
        <div class={cx(styles['sheet'])}>
          <TrailFacts detail={trail.detail} />
          {paper?.(trail.explanation.ticket)}
          <TrailWhy explanation={trail.explanation} />
          <TrailEvents explanation={trail.explanation} />
          <CompareWith explanation={trail.explanation} />
        </div>
      );
    case 'compared':
      return (
        <div class={cx(styles['sheet'])}>
          <Comparison comparison={trail.comparison} />
        </div>
      );
    default:
      return trail satisfies never;
  }
}

function Failed({ trail }: { readonly trail: Extract<Trail, { kind: 'failed' }> }): JSX.Element {
  const { trail: model } = useTrail();
  const { t, words } = useI18n();
  const { problem, refs, day } = trail;
  if (problem) {
    return (
      <Notice tone="warn" code={problem.code}>
        {t.problems[problem.code]}
      </Notice>
    );
  }
  const again = (
    <Button size="s" onClick={() => model.open(refs, day)}>
      {words.again}
    </Button>
  );
  return (
    <Notice tone="over" action={again}>
      {words.failed}
    </Notice>
  );
}

/** The auditor's next question: why was that one called before this one. */
function CompareWith(props: { readonly explanation: TicketExplanation }): JSX.Element {
  const { ticket, number } = props.explanation;
  const { trail } = useTrail();
  const { words } = useI18n();
  return (
    <section>
      <h3 class={cx(styles['heading'])}>{words.compareWith}</h3>
      <TicketBox
        label={words.compareWith}
        hint={words.compareHint}
        action={words.compare}
        testId="compare"
        wrong={words.compareWrong}
        onRefs={([other, more]) => {
          if (more !== undefined || other === ticket || other === number) return false;
          trail.open([ticket, other]);
          return true;
        }}
      />
    </section>
  );
}
