/** The visit has ended: how it was, asked until the day closes. Rules: RATE-6. */
import type { PhoneRating } from '@tingxu/contract/rating';
import { counterLabel } from '@tingxu/ui/lib/profile';
import { RatingScale } from '@tingxu/ui/rating-scale';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { TicketSlip } from '@tingxu/ui/ticket-slip';
import type { JSX } from 'preact';
import { usePhone } from './phone-context.tsx';
import styles from './phone-page.module.css';
import { useI18n } from './texts.ts';
import { Told } from './told.tsx';

export function Rate({ rating }: { readonly rating: PhoneRating }): JSX.Element {
  const { t } = useI18n();
  const { votes, view } = usePhone();
  const profile = view.value?.profile ?? null;
  const where = t.common.counter(counterLabel(profile, rating.counter));
  return (
    <div class={styles['page']} data-testid="rate">
      <TicketSlip label={t.phone.yourNumber} stub={<Question />}>
        <div class={styles['served']}>
          <p class={styles['ended']} role="status">
            {t.phone.over}
          </p>
          <TicketNumber number={rating.number} size="xl" tone="muted" />
          <p>{t.phone.servedAt(where)}</p>
        </div>
      </TicketSlip>
      <Told outcome={votes.outcome.value} />
      <p class={styles['hint']}>{t.phone.overText}</p>
    </div>
  );
}

function Question(): JSX.Element {
  const { t } = useI18n();
  const { votes } = usePhone();
  return (
    <div class={styles['question']}>
      <h2>{t.rating.question}</h2>
      <RatingScale
        label={t.rating.question}
        words={t.rating.scores}
        pending={votes.pending.value}
        onChoose={(score) => void votes.run(score)}
      />
      <p class={styles['hint']}>{t.rating.discreet}</p>
    </div>
  );
}
