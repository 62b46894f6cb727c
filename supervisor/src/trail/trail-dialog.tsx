/**
 * Everything about one ticket on one sheet, or why one of two came first: the answer to "I was never
 * called". Source: H44.
 */
import type { TicketExplanation } from '@tingxu/contract/explanation';
import type { TicketId } from '@tingxu/contract/ids';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { later } from '@tingxu/ui/later';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import { Spinner } from '@tingxu/ui/spinner';
import type { ComponentChildren, JSX } from 'preact';
import { StaleBanner } from '../frame/stale-banner.tsx';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { Comparison, ComparisonTitle } from './comparison.tsx';
import { TicketBox } from './ticket-box.tsx';
import styles from './trail-dialog.module.css';
import { TrailEvents } from './trail-events.tsx';
import { TrailFacts, TrailTitle } from './trail-facts.tsx';
import type { Trail } from './trail-model.ts';
import { TrailWhy } from './trail-why.tsx';

/** Few tickets are printed again, so its script comes when the first one is looked at. */
const TrailPaper = later<{ readonly ticket: TicketId }>(() =>
  import('./trail-paper.tsx').then((part) => part.TrailPaper),
);

export function TrailDialog(): JSX.Element {
  const { trail } = useMonitor();
  const { t } = useI18n();
  const shown = trail.trail.value;
  return (
    <div class={cx(styles['place'])}>
      <Dialog
        open={shown !== null}
        title={shown && titleOf(shown)}
        banner={<StaleBanner />}
        onClose={() => trail.close()}
        actions={
          <>
            {shown && <CallIt trail={shown} />}
            <Button onClick={() => trail.close()}>{t.common.close}</Button>
          </>
        }
      >
        {shown && <Sheet trail={shown} />}
      </Dialog>
    </div>
  );
}

/** Whoever is found to wait can be called from here, also on a phone, whose list has no room for it. Rules: CTR-6. */
function CallIt({ trail: shown }: { readonly trail: Trail }): JSX.Element | null {
  const { trail, actions, view } = useMonitor();
  const { t } = useI18n();
  const row = shown.kind === 'found' ? view.value?.tickets[shown.explanation.ticket] : undefined;
  if (row?.state !== 'waiting') return null;
  const { ticket, number } = row;
  return (
    <Button
      icon="bell"
      data-testid="call-it"
      onClick={() => {
        trail.close();
        actions.open({ kind: 'call', ticket: { ticket, number } });
      }}
    >
      {t.manager.action.call}
    </Button>
  );
}

const titleOf = (shown: Trail): ComponentChildren => {
  if (shown.kind === 'found') return <TrailTitle detail={shown.detail} />;
  if (shown.kind === 'compared') return <ComparisonTitle comparison={shown.comparison} />;
  return shown.refs.join(' · ');
};

function Sheet({ trail }: { readonly trail: Trail }): JSX.Element {
  const { t } = useI18n();
  switch (trail.kind) {
    case 'loading':
      return (
        <p class={cx(styles['loading'])} role="status">
          <Spinner /> <span>{t.trail.loading}</span>
        </p>
      );
    case 'failed':
      return <Failed trail={trail} />;
    case 'found':
      return (
        <div class={cx(styles['sheet'])}>
          <TrailFacts detail={trail.detail} />
          <TrailPaper ticket={trail.explanation.ticket} />
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
  const { trail: model } = useMonitor();
  const { t } = useI18n();
  const { problem, refs } = trail;
  if (problem) {
    return (
      <Notice tone="warn" code={problem.code}>
        {t.problems[problem.code]}
      </Notice>
    );
  }
  const again = (
    <Button size="s" onClick={() => model.open(...refs)}>
      {t.trail.again}
    </Button>
  );
  return (
    <Notice tone="over" action={again}>
      {t.trail.failed}
    </Notice>
  );
}

/** The auditor's next question: why was that one called before this one. */
function CompareWith(props: { readonly explanation: TicketExplanation }): JSX.Element {
  const { ticket, number } = props.explanation;
  const { trail } = useMonitor();
  const { t } = useI18n();
  return (
    <section>
      <h3 class={cx(styles['heading'])}>{t.trail.compareWith}</h3>
      <TicketBox
        label={t.trail.compareWith}
        hint={t.trail.compareHint}
        action={t.trail.compare}
        testId="compare"
        wrong={t.trail.compareWrong}
        onRefs={([other, more]) => {
          if (more !== undefined || other === ticket || other === number) return false;
          trail.open(ticket, other);
          return true;
        }}
      />
    </section>
  );
}
