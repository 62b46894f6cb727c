/** Below the calls of the moment: those before them, the lanes, the missed numbers. */
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useRoom } from '../frame/use-room.ts';
import { useBoard } from '../model/board-model.ts';
import { infoPages } from '../model/info-pages.ts';
import { planLower, type Room } from '../model/plan.ts';
import { pageOf } from '../model/turns.ts';
import { useLanguages } from '../texts.ts';
import { InfoPanel } from './info-panel.tsx';
import styles from './lower.module.css';
import { RecentCalls } from './recent-calls.tsx';

export function Lower({ portrait }: { readonly portrait: boolean }): JSX.Element {
  const { place, room } = useRoom();
  return (
    <div class={cx(styles['lower'])} ref={place}>
      {room && <Panels room={room} portrait={portrait} />}
    </div>
  );
}

/** Share of the width that lanes and missed numbers have beside the recent calls. */
const INFO_SHARE = 0.58;
/** What the recent calls have, less the gap. */
const RECENT_SHARE = 0.41;
/** A missed number with its margin. Units: of text. */
const MISSED_WIDTH = 3.2;

function Panels({
  room,
  portrait,
}: {
  readonly room: Room;
  readonly portrait: boolean;
}): JSX.Element | null {
  const { rows, view, now } = useBoard();
  const { second } = useLanguages();
  if (!view.value) return null;
  const { recent } = rows.value;
  const plan = planLower(room, portrait, view.value.profile?.lanes.length ?? 0);
  const alone = recent.length === 0 || plan.recent === 0;
  const infoWidth = room.width * (portrait || alone ? 1 : INFO_SHARE);
  const perLine = Math.floor(infoWidth / (room.text * MISSED_WIDTH));
  const pages = infoPages(view.value, { rows: plan.info, perLine });
  const page = pages[pageOf(now.value, pages.length, second ? 2 : 1)];
  return (
    <div class={cx(styles['panels'], alone && styles['alone'])}>
      {!alone && (
        <RecentCalls
          calls={recent.slice(0, plan.recent)}
          room={room}
          width={room.width * (portrait ? 1 : RECENT_SHARE)}
        />
      )}
      {page && <InfoPanel page={page} />}
    </div>
  );
}
