/** One of several calls: number and counter on one line. */
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { TicketSlip } from '@tingxu/ui/ticket-slip';
import type { JSX } from 'preact';
import { CalledCounter } from '../frame/called-counter.tsx';
import { useBoard } from '../model/board-model.ts';
import type { StageRow } from '../model/stage.ts';
import type { SlipPlan } from '../model/text-width.ts';
import { useLanguages } from '../texts.ts';
import styles from './row-slip.module.css';

export type RowSlipProps = {
  readonly row: StageRow;
  /** As wide as the board. */
  readonly wide: boolean;
  readonly plan: SlipPlan;
};

export function RowSlip({ row, wide, plan }: RowSlipProps): JSX.Element {
  const { counterLabel } = useBoard();
  const { first, second } = useLanguages();
  const { call, lit } = row;
  const label = counterLabel(call.counter);
  return (
    <TicketSlip
      row
      active={lit}
      class={cx(styles['slip'], lit && styles['lit'], wide && styles['wide'])}
      stub={
        <div class={cx(styles['counter'])} style={{ minInlineSize: `${plan.stub}px` }}>
          <span class={cx(styles['name'])}>
            {wide && <span class={cx(styles['go'])}>{first.t.board.goTo}</span>}
            <CalledCounter label={label} i18n={first} words={wide || plan.words} />
          </span>
        </div>
      }
    >
      <div class={cx(styles['face'])} data-call={call.number} data-lit={lit ? '' : undefined}>
        <TicketNumber number={call.number} size="m" />
        {wide && second && (
          <span class={cx(styles['second'])} lang={second.locale.value}>
            {second.t.board.goTo} {second.t.board.counter(label)}
          </span>
        )}
        {lit && <Icon name="bell" class={styles['bell']} />}
      </div>
    </TicketSlip>
  );
}
