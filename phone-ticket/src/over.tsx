/** The visit has ended: the number, and what to do for anything else. */
import type { PhoneRating } from '@tingxu/contract/rating';
import type { PhoneRow } from '@tingxu/contract/views';
import { EmptyState } from '@tingxu/ui/empty-state';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import styles from './phone-page.module.css';
import { useI18n } from './texts.ts';

export type OverProps = { readonly row: PhoneRow | null; readonly rating: PhoneRating | null };

export function Over({ row, rating }: OverProps): JSX.Element {
  const { t } = useI18n();
  const expired = row?.state === 'missed';
  const number = row?.number ?? rating?.number;
  return (
    <div class={styles['page']} data-testid="over">
      {number && (
        <p class={styles['number']}>
          <TicketNumber number={number} size="xl" tone="muted" />
        </p>
      )}
      <EmptyState icon="check" title={rating ? t.rating.thanksTitle : t.phone.over}>
        {expired ? t.phone.overMissed : t.phone.overText}
      </EmptyState>
    </div>
  );
}
