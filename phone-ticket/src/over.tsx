/** The visit has ended: the number, and what to do for anything else. */
import type { PhoneRow } from '@tingxu/contract/views';
import { EmptyState } from '@tingxu/ui/empty-state';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import styles from './phone-page.module.css';
import { useI18n } from './texts.ts';

export function Over({ row }: { readonly row: PhoneRow | null }): JSX.Element {
  const { t } = useI18n();
  const expired = row?.state === 'missed';
  return (
    <div class={styles['page']} data-testid="over">
      {row && (
        <p class={styles['ended']}>
          <TicketNumber number={row.number} size="xl" tone="muted" />
        </p>
      )}
      <EmptyState icon="check" title={t.phone.over}>
        {expired ? t.phone.overMissed : t.phone.overText}
      </EmptyState>
    </div>
  );
}
