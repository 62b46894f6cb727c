/** A missed ticket is back in line, and what happens next. Rules: MISS-4, MISS-7, MISS-15. */
import { type MissedRule, placeAfterReturn } from '@tingxu/contract/missed-rule';
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

type Words = Pick<ReturnType<typeof useI18n>['t']['kiosk'], 'nextSoon' | 'nextLast' | 'nextAfter'>;

const whatIsNext = (words: Words, rule: MissedRule): string => {
  const { place, hold } = placeAfterReturn(rule);
  if (place === 'last') return words.nextLast;
  return hold === 0 ? words.nextSoon : words.nextAfter(hold);
};

export function ReturnedScreen({ ticket }: { readonly ticket: TicketSummary }): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  const rule = laneRule(model.profile.value, ticket.lane);
  return (
    <Frame name="returned" title={t.kiosk.returnedTitle} wayOn={<FinishKey />}>
      <TicketSlip
        class={styles['slip']}
        label={t.kiosk.yourNumber}
        stub={
          <p class={cx(styles['next'])} data-testid="next">
            {rule ? whatIsNext(t.kiosk, rule) : t.kiosk.nextSoon}
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
