import type { CallRow } from '@tingxu/contract/views';
import { CounterName } from '@tingxu/ui/counter-name';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { useBoard } from '../model/board-model.ts';
import { useLanguages } from '../texts.ts';
import heading from './heading.module.css';
import styles from './recent-calls.module.css';

export type RecentCallsProps = {
  readonly calls: readonly CallRow[];
  /** Too narrow for the word "counter": an arrow says it. */
  readonly narrow: boolean;
};

export function RecentCalls({ calls, narrow }: RecentCallsProps): JSX.Element {
  const { counterLabel } = useBoard();
  const { turn } = useLanguages();
  const { t, locale } = turn.value;
  const arrow = narrow && locale.value === 'en';
  return (
    <section data-testid="recent" lang={locale.value}>
      <h2 class={cx(heading['heading'])}>{t.board.recent}</h2>
      <ul>
        {calls.map(({ number, counter, state }) => {
          const label = counterLabel(counter);
          const tone = state === 'over' ? 'muted' : 'strong';
          return (
            <li class={cx(styles['call'])} key={number} data-number-recent={number}>
              <TicketNumber number={number} size="m" tone={tone} />
              {arrow && <Icon name="arrow-right" class={styles['arrow']} />}
              <CounterName
                text={arrow ? label : t.board.counter(label)}
                label={label}
                size="m"
                tone={tone}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
