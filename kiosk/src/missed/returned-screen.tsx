/** A missed ticket is back in line, and what happens next. Rules: MISS-15. */
import type { TicketReply } from '@tingxu/contract/rest';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { TicketSlip } from '@tingxu/ui/ticket-slip';
import type { JSX } from 'preact';
import { FinishKey } from '../frame/finish-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { useI18n } from '../texts.ts';
import styles from './returned-screen.module.css';
import { whatIsNext } from './what-is-next.ts';

export function ReturnedScreen({ ticket, back }: TicketReply): JSX.Element {
  const { t } = useI18n();
  return (
    <Frame name="returned" title={t.kiosk.returnedTitle} wayOn={<FinishKey />}>
      <TicketSlip
        class={styles['slip']}
        label={t.kiosk.yourNumber}
        stub={
          <p class={cx(styles['next'])} data-testid="next">
            {whatIsNext(t.kiosk, back)}
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
