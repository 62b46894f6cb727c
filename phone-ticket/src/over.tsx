/** The visit has ended: the number, what happened, and what to do for anything else. */
import { EmptyState } from '@tingxu/ui/empty-state';
import { cx } from '@tingxu/ui/lib/cx';
import { opensAfter } from '@tingxu/ui/lib/not-issuing';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { Words } from '@tingxu/ui/words';
import type { JSX } from 'preact';
import { usePhone } from './phone-context.tsx';
import styles from './phone-page.module.css';
import type { Stage } from './stage.ts';
import { useI18n } from './texts.ts';

export type OverProps = Stage & { readonly kind: 'over' };

export function Over({ row, rating }: OverProps): JSX.Element {
  const { t } = useI18n();
  const end = usePhone().end.value ?? 'gone';
  const number = row?.number ?? rating?.number;
  const said = {
    rated: { title: t.rating.thanksTitle, text: t.phone.overText },
    served: { title: t.phone.over, text: t.phone.overText },
    missed: { title: t.phone.overMissedTitle, text: t.phone.overMissed },
    closed: { title: t.phone.overClosedTitle, text: t.phone.overClosed },
    aside: { title: t.phone.overClosedTitle, text: t.phone.overAside },
    gone: { title: t.phone.overGoneTitle, text: t.phone.overGone },
  }[end];
  return (
    <div class={cx(styles['page'], styles['over'])} data-testid="over" data-end={end}>
      {number && (
        <p class={styles['number']}>
          <TicketNumber number={number} size="xl" tone="muted" />
        </p>
      )}
      <EmptyState icon={end === 'rated' || end === 'served' ? 'check' : 'info'} title={said.title}>
        <Words text={said.text} />
        <NextOpening />
      </EmptyState>
    </div>
  );
}

/** For whoever has to come again: when. Rules: HOURS-13. */
function NextOpening(): JSX.Element | null {
  const { t, format } = useI18n();
  const { view, now } = usePhone();
  const day = view.value?.day;
  const over = day && (!day.open || day.issuing?.state === 'over');
  const at = over ? opensAfter(day, now.value) : null;
  if (at === null) return null;
  return <p data-testid="opens">{t.phone.opens(format.opening(at, now.value))}</p>;
}
