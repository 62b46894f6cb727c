/** Every event of the ticket, oldest first, with time and person. */
import type { TicketDetail } from '@tingxu/contract/rest';
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel } from '@tingxu/ui/lib/profile';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { tellTrail } from './tell-trail.ts';
import styles from './trail-dialog.module.css';

export function TrailEvents({ detail }: { readonly detail: TicketDetail }): JSX.Element {
  const { profile } = useMonitor();
  const { t, format } = useI18n();
  const lines = tellTrail(detail, t, (id) => t.common.counter(counterLabel(profile.value, id)));
  return (
    <section>
      <h3 class={cx(styles['heading'])}>{t.trail.events}</h3>
      <ol class={cx(styles['events'])} data-testid="trail">
        {lines.map((line) => (
          <li key={line.seq} class={cx(styles['event'])}>
            <span class={cx(styles['at'])}>{format.clock(line.at)}</span>
            <span>
              <span class={cx(styles['text'])}>{line.text}</span>
              {line.note && <span class={cx(styles['note'])}>{line.note}</span>}
            </span>
            <span class={cx(styles['by'])}>{line.by}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
