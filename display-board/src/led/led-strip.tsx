/**
 * The long narrow panel over a counter, in the proportions of a line of text LEDs: which counter, which
 * number, and what it does. Old figures are said in the place of the state. Rules: CTR-3, FEED-4.
 */
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { Mark } from '@tingxu/ui/state-dot';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { LiveRegion, VisuallyHidden } from '@tingxu/ui/visually-hidden';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { MessageProps } from '../frame/message.tsx';
import { useRoom } from '../frame/use-room.ts';
import { useBoard } from '../model/board-model.ts';
import { type CounterLine, counterLines } from '../model/counter-lines.ts';
import type { Room } from '../model/plan.ts';
import { planLed } from '../model/row-plan.ts';
import { pageOf } from '../model/turns.ts';
import { callTexts, useLanguages } from '../texts.ts';
import styles from './led-strip.module.css';

export function LedStrip(): JSX.Element {
  const { place, room } = useRoom();
  const { setPlaces, counters, profile } = useBoard();
  const { first } = useLanguages();
  const count = counters.value.length;
  useLayoutEffect(() => setPlaces(Math.max(1, count)), [count, setPlaces]);
  return (
    <main class={cx(styles['place'])} ref={place} data-testid="led">
      <VisuallyHidden>
        <h1>{profile.value ? first.pick(profile.value.name) : first.t.common.product}</h1>
      </VisuallyHidden>
      {room && <Cells room={room} />}
    </main>
  );
}

function Cells({ room }: { readonly room: Room }): JSX.Element {
  const { counters, view, now } = useBoard();
  const { second, turn } = useLanguages();
  const { t, locale } = turn.value;
  const lines = counterLines(counters.value, view.value, t);
  const { words: name } = callTexts('', '0', turn.value);
  const plan = planLed(lines, room, name);
  const page = pageOf(now.value, Math.ceil(lines.length / plan.cells), second ? 2 : 1);
  const shown = lines.slice(page * plan.cells, (page + 1) * plan.cells);
  return (
    <ul class={cx(styles['cells'])} lang={locale.value} style={{ fontSize: `${plan.figure}px` }}>
      {shown.map((line) => (
        <Cell key={line.counter} line={line} />
      ))}
    </ul>
  );
}

function Cell({ line }: { readonly line: CounterLine }): JSX.Element {
  const { rows, staleSinceAt } = useBoard();
  const { first } = useLanguages();
  const { counter, label, number, state, words } = line;
  const lit = rows.value.stage.some(({ call, lit: now }) => now && call.number === number);
  const calling = state === 'calling' && staleSinceAt.value === null;
  return (
    <li
      class={cx(styles['cell'], lit && styles['lit'])}
      data-counter-row={counter}
      data-state={state}
    >
      <Name label={label} />
      {number !== null && <TicketNumber number={number} />}
      <span class={cx(styles['state'])} data-lit={lit ? '' : undefined}>
        {calling && <Icon name="bell" class={cx(styles['icon'], styles['bell'])} />}
        {state === 'paused' && <Icon name="pause" class={styles['icon']} />}
        <State words={words} />
      </span>
      {lit && (
        <LiveRegion>
          <p>{first.t.board.announce(number ?? '', label)}</p>
        </LiveRegion>
      )}
    </li>
  );
}

/** The counter, its figure as large as the number. */
function Name({ label }: { readonly label: string }): JSX.Element {
  const { t } = useLanguages().turn.value;
  const [before = '', after = ''] = t.board.counter(label).split(label);
  return (
    <span class={cx(styles['name'])} data-counter={label}>
      {before !== '' && <span class={cx(styles['words'])}>{before.trim()}</span>}
      <span class={cx(styles['figure'])}>{label}</span>
      {after !== '' && <span class={cx(styles['words'])}>{after.trim()}</span>}
    </span>
  );
}

/** What the counter does; instead of it, since when that is no longer known. */
function State({ words }: { readonly words: string }): JSX.Element {
  const { staleSinceAt } = useBoard();
  const { t, format } = useLanguages().turn.value;
  const since = staleSinceAt.value;
  if (since === null) return <>{words}</>;
  return (
    <span class={cx(styles['stale'])} role="status" data-testid="stale">
      <span class={cx(styles['mark'])}>
        <Mark tone="warn" />
      </span>
      {t.board.asOf} {format.time(since)}
    </span>
  );
}

/** One thing to say, on one line. */
export function LedMessage({ title }: { readonly title: MessageProps['title'] }): JSX.Element {
  const { t, locale } = useLanguages().turn.value;
  return (
    <p class={cx(styles['said'])} lang={locale.value}>
      {title(t)}
    </p>
  );
}
