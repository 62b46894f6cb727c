/** The board: who is called, who is next, whether it is true. */
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import styles from './app.module.css';
import { Header } from './frame/header.tsx';
import { IssuingNotice } from './frame/issuing-notice.tsx';
import { Message } from './frame/message.tsx';
import { useRoom } from './frame/use-room.ts';
import { Lower } from './lower/lower.tsx';
import { useBoard } from './model/board-model.ts';
import { isPortrait, stagePlaces } from './model/plan.ts';
import { CallStage } from './stage/call-stage.tsx';
import { CounterStrip } from './strip/counter-strip.tsx';

export function App(): JSX.Element {
  const { status, view, profile } = useBoard();
  const open = view.value?.day.open === true && profile.value !== null;
  const stale = view.value !== null && status.value !== 'live';
  return (
    <div class={cx(styles['board'], stale && styles['stale'])} data-connection={status.value}>
      <Header />
      {open && <IssuingNotice />}
      <div class={cx(styles['content'])}>
        <Content open={open} />
      </div>
    </div>
  );
}

function Content({ open }: { readonly open: boolean }): JSX.Element {
  const { view } = useBoard();
  if (!view.value) {
    return (
      <main class={cx(styles['body'])} data-testid="connecting">
        <Message title={(t) => t.board.connectingTitle} />
      </main>
    );
  }
  if (!open) {
    return (
      <main class={cx(styles['body'])} data-testid="closed">
        <Message title={(t) => t.board.closedTitle} text={(t) => t.board.closedText} />
      </main>
    );
  }
  return (
    <>
      <Hall />
      <CounterStrip />
    </>
  );
}

function Hall(): JSX.Element {
  const { setPlaces } = useBoard();
  const { place, room } = useRoom();
  const portrait = room !== null && isPortrait({ width: innerWidth, height: innerHeight });
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
