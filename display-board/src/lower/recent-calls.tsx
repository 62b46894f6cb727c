import type { CallRow } from '@tingxu/contract/views';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { CalledCounter } from '../frame/called-counter.tsx';
import { useBoard } from '../model/board-model.ts';
import type { Room } from '../model/plan.ts';
import { linesFit } from '../model/text-width.ts';
import { callTexts, useLanguages } from '../texts.ts';
import heading from './heading.module.css';
import styles from './recent-calls.module.css';

export type RecentCallsProps = {
  readonly calls: readonly CallRow[];
  readonly room: Room;
  /** Of one line. Units: px. */
  readonly width: number;
};

export function RecentCalls({ calls, room, width }: RecentCallsProps): JSX.Element {
  const { counterLabel } = useBoard();
  const { turn } = useLanguages();
  const i18n = turn.value;
  const { t, locale } = i18n;
  const texts = calls.map(({ number, counter }) => callTexts(number, counterLabel(counter), i18n));
  const words = linesFit(texts, room, width);
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
              <CalledCounter {...{ label, i18n, words, tone }} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
