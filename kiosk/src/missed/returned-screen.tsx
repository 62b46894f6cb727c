/** A missed ticket is back in line, and what happens next. Rules: MISS-4. */
import type { TicketSummary } from '@tingxu/contract/rest';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { TicketSlip } from '@tingxu/ui/ticket-slip';
import type { JSX } from 'preact';
import { FinishKey } from '../frame/finish-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { useModel } from '../model/model-context.ts';
import { laneRule } from '../model/offers.ts';
import { useI18n } from '../texts.ts';
import styles from './returned-screen.module.css';

export function ReturnedScreen({ ticket }: { readonly ticket: TicketSummary }): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  const { returnPlace, returnAfterCalls = 0 } = laneRule(model.profile.value, ticket.lane) ?? {};
  const next = returnAfterCalls === 0 ? t.kiosk.nextSoon : t.kiosk.nextAfter(returnAfterCalls);
  const placed = { 'after-calls': next, first: t.kiosk.nextSoon, last: t.kiosk.nextLast };
  return (
    <Frame name="returned" title={t.kiosk.returnedTitle} wayOn={<FinishKey />}>
      <TicketSlip
        class={styles['slip']}
        label={t.kiosk.yourNumber}
        stub={
          <p class={cx(styles['next'])} data-testid="next">
            {placed[returnPlace ?? 'after-calls']}
          </p>
        }
      >
        <div class={cx(styles['face'])}>
          <TicketNumber number={ticket.number} size="hero" />
        </div>
      </TicketSlip>
    </Frame>
  );
}
