/** Everything about one ticket on one sheet: the answer to "I was never called". Source: H44. */
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { TrailCalls } from './trail-calls.tsx';
import styles from './trail-dialog.module.css';
import { TrailEvents } from './trail-events.tsx';
import { TrailFacts, TrailTitle } from './trail-facts.tsx';
import type { Trail } from './trail-model.ts';

export function TrailDialog(): JSX.Element {
  const { trail } = useMonitor();
  const { t } = useI18n();
  const shown = trail.trail.value;
  const title = shown?.kind === 'found' ? <TrailTitle detail={shown.detail} /> : shown?.ref;
  return (
    <div class={cx(styles['place'])}>
      <Dialog
        open={shown !== null}
        title={title}
        onClose={() => trail.close()}
        actions={<Button onClick={() => trail.close()}>{t.common.close}</Button>}
      >
        {shown && <Sheet trail={shown} />}
      </Dialog>
    </div>
  );
}

function Sheet({ trail }: { readonly trail: Trail }): JSX.Element {
  const { trail: model } = useMonitor();
  const { t } = useI18n();
  switch (trail.kind) {
    case 'loading':
      return (
        <p class={cx(styles['loading'])} role="status">
          <Spinner /> <span>{t.trail.loading}</span>
        </p>
      );
    case 'failed':
      return trail.problem ? (
        <Notice tone="warn" code={trail.problem.code}>
          {t.problems[trail.problem.code]}
        </Notice>
      ) : (
        <Notice
          tone="over"
          action={
            <Button size="s" onClick={() => model.open(trail.ref)}>
              {t.trail.again}
            </Button>
          }
        >
          {t.trail.failed}
        </Notice>
      );
    case 'found':
      return (
        <div class={cx(styles['sheet'])}>
          <TrailFacts detail={trail.detail} />
          <TrailCalls detail={trail.detail} numbers={trail.numbers} />
          <TrailEvents detail={trail.detail} />
        </div>
      );
    default:
      return trail satisfies never;
  }
}
