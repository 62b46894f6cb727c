/** A line for each counter of a part of the hall: whom it calls or serves, or why it serves nobody. */
import type { CounterId } from '@tingxu/contract/ids';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { LiveRegion } from '@tingxu/ui/visually-hidden';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useRoom } from '../frame/use-room.ts';
import { useBoard } from '../model/board-model.ts';
import { type CounterLine, counterLines } from '../model/counter-lines.ts';
import type { Room } from '../model/plan.ts';
import { planRows, type RowPlan } from '../model/row-plan.ts';
import { pageOf } from '../model/turns.ts';
import { useLanguages } from '../texts.ts';
import styles from './zone-board.module.css';

export function ZoneBoard(): JSX.Element {
  const { place, room } = useRoom();
  const { counters, setPlaces } = useBoard();
  const count = counters.value.length;
  // Each call lights the line of its own counter: none has to wait for another.
  useLayoutEffect(() => setPlaces(Math.max(1, count)), [count, setPlaces]);
  return (
    <main class={cx(styles['zone'])} ref={place} data-testid="zone">
      {room && <Lines room={room} />}
    </main>
  );
}

function Lines({ room }: { readonly room: Room }): JSX.Element {
  const { counters, view, now, rows } = useBoard();
  const { first, second, turn } = useLanguages();
  const { t, locale } = turn.value;
  const lines = counterLines(counters.value, view.value, t);
  const plan = planRows(lines, room);
  const size = plan.rows * plan.columns;
  const page = pageOf(now.value, Math.ceil(lines.length / size), second ? 2 : 1);
  const shown = lines.slice(page * size, (page + 1) * size);
  const lit = rows.value.stage.filter((row) => row.lit).map(({ call }) => call);
  return (
    <div class={cx(styles['columns'])} lang={locale.value}>
      {Array.from({ length: plan.columns }, (_, column) => (
        <ul class={cx(styles['column'])} key={column}>
          {shown.slice(column * plan.rows, (column + 1) * plan.rows).map((line) => (
            <Line key={line.counter} line={line} plan={plan} lit={isLit(lit, line)} />
          ))}
        </ul>
      ))}
      <LiveRegion>
        {lit.map(({ number, counter }) => (
          <p key={number}>{first.t.board.announce(number, labelOf(lines, counter))}</p>
        ))}
      </LiveRegion>
    </div>
  );
}

/** A counter that calls one after another has several of them lit: its line has the newest. */
const isLit = (
  lit: readonly { readonly counter: CounterId; readonly number: string }[],
  line: CounterLine,
): boolean => lit.some(({ counter, number }) => counter === line.counter && number === line.number);

const labelOf = (lines: readonly CounterLine[], counter: CounterId): string =>
  lines.find((line) => line.counter === counter)?.label ?? counter;

type LineProps = { readonly line: CounterLine; readonly plan: RowPlan; readonly lit: boolean };

function Line({ line, plan, lit }: LineProps): JSX.Element {
  const { counter, label, state, number, words, short } = line;
  return (
    <li
      class={cx(styles['line'], lit && styles['lit'], number === null && styles['quiet'])}
      style={{ blockSize: `${plan.height}px`, fontSize: `${plan.figure}px` }}
      data-theme={lit ? 'slip' : undefined}
      data-counter-row={counter}
      data-state={state}
      data-lit={lit ? '' : undefined}
    >
      {lit && <span class={cx(styles['edge'])} aria-hidden="true" />}
      <span
        class={cx(styles['label'])}
        style={{ minInlineSize: `${plan.label}em` }}
        data-counter={label}
      >
        {label}
      </span>
      {number === null ? (
        <span class={cx(styles['words'])}>
          {state === 'paused' && <Icon name="pause" class={styles['icon']} />}
          {plan.reasons ? words : short}
        </span>
      ) : (
        <TicketNumber number={number} class={styles['number']} />
      )}
      {state === 'calling' && <Icon name="bell" label={words} class={styles['bell']} />}
    </li>
  );
}
