/** A missed ticket is back in line, and what happens next. Rules: MISS-15, MISS-16. */
import type { BackInLine, TicketReply } from '@tingxu/contract/rest';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber, type TicketNumberSize } from '@tingxu/ui/ticket-number';
import { TicketSlip } from '@tingxu/ui/ticket-slip';
import type { JSX } from 'preact';
import { useFit } from '../fit/use-fit.ts';
import { FinishKey } from '../frame/finish-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { useI18n } from '../texts.ts';
import styles from './returned-screen.module.css';
import { whatIsNext } from './what-is-next.ts';

type Look = {
  readonly number: TicketNumberSize;
  readonly words: 'large' | 'plain' | 'close';
  /** The people ahead and the wait; what the rule says goes before. */
  readonly ahead: boolean;
  /** The same in fewer words. */
  readonly short: boolean;
};

const LAST: Look = { number: 'l', words: 'close', ahead: false, short: true };
const LOOKS: readonly Look[] = [
  { number: 'hero', words: 'large', ahead: true, short: false },
  { number: 'hero', words: 'plain', ahead: true, short: false },
  { number: 'xl', words: 'plain', ahead: true, short: false },
  { number: 'xl', words: 'close', ahead: true, short: false },
  { number: 'l', words: 'close', ahead: true, short: false },
  { number: 'l', words: 'close', ahead: true, short: true },
  LAST,
];

export function ReturnedScreen({ ticket, back }: TicketReply): JSX.Element {
  const { t } = useI18n();
  const { place, level } = useFit(LOOKS.length, ticket.id);
  const look = LOOKS[level] ?? LAST;
  return (
    <Frame name="returned" title={t.kiosk.returnedTitle} wayOn={<FinishKey />}>
      <div class={cx(styles['place'])} ref={place}>
        <TicketSlip
          class={cx(styles['slip'], styles[look.words])}
          label={t.kiosk.yourNumber}
          stub={
            <div class={cx(styles['facts'])}>
              {back && look.ahead && <Ahead back={back} short={look.short} />}
              <p class={cx(styles['next'])} data-testid="next">
                {whatIsNext(t.kiosk, back, look.short)}
              </p>
            </div>
          }
        >
          <div class={cx(styles['face'])}>
            <TicketNumber number={ticket.number} size={look.number} class={styles['number']} />
          </div>
        </TicketSlip>
      </div>
    </Frame>
  );
}

/** As whoever takes a number is told. Rules: WAIT-5. */
function Ahead(props: { readonly back: BackInLine; readonly short: boolean }): JSX.Element {
  const { t, format } = useI18n();
  const { ahead, wait } = props.back;
  const range = wait && { lowMs: wait.lowSeconds * 1_000, highMs: wait.highSeconds * 1_000 };
  return (
    <p class={cx(styles['ahead'])} data-fit="">
      <span data-testid="ahead">{t.kiosk.aheadShort(ahead)}</span>
      <span data-testid="wait">{props.short ? format.waitShort(range) : format.wait(range)}</span>
    </p>
  );
}
