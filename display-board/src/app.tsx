/** The board: who is called, who is next, whether it is true. */
import type { ReadonlySignal } from '@preact/signals';
import { cx } from '@tingxu/ui/lib/cx';
import { opensAfter } from '@tingxu/ui/lib/not-issuing';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import styles from './app.module.css';
import { Header } from './frame/header.tsx';
import { IssuingNotice } from './frame/issuing-notice.tsx';
import { Message, type MessageProps } from './frame/message.tsx';
import { useRoom } from './frame/use-room.ts';
import { LedMessage, LedStrip } from './led/led-strip.tsx';
import { Lower } from './lower/lower.tsx';
import { useBoard } from './model/board-model.ts';
import { stagePlaces } from './model/plan.ts';
import type { Layout } from './settings.ts';
import { CallStage } from './stage/call-stage.tsx';
import { CounterStrip } from './strip/counter-strip.tsx';
import type { BoardI18n } from './texts.ts';
import { ZoneBoard } from './zone/zone-board.tsx';

export type AppProps = {
  readonly layout: Layout;
  /** Whether the panel stands upright. */
  readonly portrait: ReadonlySignal<boolean>;
};

export function App({ layout, portrait }: AppProps): JSX.Element {
  const { status, view, profile } = useBoard();
  const open = view.value?.day.open === true && profile.value !== null;
  const stale = view.value !== null && status.value !== 'live';
  const led = layout === 'strip';
  const upright = portrait.value;
  return (
    <div
      class={cx(styles['board'], stale && styles['stale'], led && styles['led'])}
      data-connection={status.value}
      data-shape={upright ? 'portrait' : 'landscape'}
    >
      {!led && <Header portrait={upright} />}
      {!led && open && <IssuingNotice />}
      <div class={cx(styles['content'])}>
        <Content open={open} layout={layout} portrait={upright} />
      </div>
    </div>
  );
}

type ContentProps = { readonly open: boolean; readonly layout: Layout; readonly portrait: boolean };

function Content({ open, layout, portrait }: ContentProps): JSX.Element {
  const { view, counters, now } = useBoard();
  if (!view.value) {
    return <Said id="connecting" layout={layout} title={(t) => t.board.connectingTitle} />;
  }
  if (!open) {
    const title = (t: BoardI18n['t']): string => t.board.closedTitle;
    const at = opensAfter(view.value.day, now.value);
    const text = ({ t, format }: BoardI18n): string =>
      at === null
        ? t.board.closedText
        : t.common.issuingUntil['not-yet'](format.opening(at, now.value));
    return <Said id="closed" layout={layout} title={title} text={text} />;
  }
  if (counters.value.length === 0) {
    return <Said id="no-counter" layout={layout} title={(t) => t.board.noCounter} />;
  }
  if (layout === 'strip') return <LedStrip />;
  if (layout === 'zone') return <ZoneBoard />;
  return (
    <>
      <Hall portrait={portrait} />
      <CounterStrip />
    </>
  );
}

type SaidProps = MessageProps & { readonly id: string; readonly layout: Layout };

function Said({ id, layout, ...message }: SaidProps): JSX.Element {
  return (
    <main class={cx(styles['body'])} data-testid={id}>
      {layout === 'strip' ? <LedMessage title={message.title} /> : <Message {...message} />}
    </main>
  );
}

function Hall({ portrait }: { readonly portrait: boolean }): JSX.Element {
  const { setPlaces } = useBoard();
  const { place, room } = useRoom();
  useLayoutEffect(() => {
    if (room) setPlaces(stagePlaces(room, portrait));
  }, [room, portrait, setPlaces]);
  return (
    <main class={cx(styles['body'])}>
      <div class={cx(styles['hall'])} ref={place}>
        {room && <CallStage portrait={portrait} room={room} />}
        <Lower portrait={portrait} />
      </div>
    </main>
  );
}
