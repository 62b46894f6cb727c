/** One call with the whole width of the board, in every language of the board. */
import { CounterName } from '@tingxu/ui/counter-name';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { TicketSlip } from '@tingxu/ui/ticket-slip';
import type { JSX } from 'preact';
import { useBoard } from '../model/board-model.ts';
import type { StageRow } from '../model/stage.ts';
import { useLanguages } from '../texts.ts';
import styles from './hero-slip.module.css';

export type HeroSlipProps = { readonly row: StageRow; readonly portrait: boolean };

export function HeroSlip({ row, portrait }: HeroSlipProps): JSX.Element {
  const { first } = useLanguages();
  const { call, lit } = row;
  const again = call.attempt > 1;
  return (
    <TicketSlip
      row={!portrait}
      active={lit}
      class={styles['hero']}
      stub={<Whither row={row} portrait={portrait} />}
    >
      <div class={cx(styles['face'])} data-call={call.number} data-lit={lit ? '' : undefined}>
        <TicketNumber number={call.number} size="xl" />
        {lit && (
          <span class={cx(styles['bell'])}>
            <Icon name="bell" class={styles['icon']} />
            {again && (
              <span class={cx(styles['again'])}>{first.t.board.attempt(call.attempt)}</span>
            )}
          </span>
        )}
      </div>
    </TicketSlip>
  );
}

function Whither({ row, portrait }: HeroSlipProps): JSX.Element {
  const { counterLabel } = useBoard();
  const { first, second } = useLanguages();
  const label = counterLabel(row.call.counter);
  const { t } = first;
  return (
    <div class={cx(styles['whither'])}>
      <p class={cx(styles['line'])}>
        <span>{t.board.goTo}</span>
        <CounterName text={t.board.counter(label)} label={label} size={portrait ? 'm' : 'l'} />
      </p>
      {second && (
        <p class={cx(styles['second'])} lang={second.locale.value}>
          {second.t.board.goTo} {second.t.board.counter(label)}
        </p>
      )}
    </div>
  );
}
