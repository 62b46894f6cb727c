/** Below the calls of the moment: those before them, the lanes, the missed numbers. */

import { later } from '@tingxu/ui/later';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useRoom } from '../frame/use-room.ts';
import { useBoard } from '../model/board-model.ts';
import { infoPages, type LaneLine, laneLines } from '../model/info-pages.ts';
import { type LaneTexts, lowerWidths } from '../model/lane-width.ts';
import { planLower, type Room } from '../model/plan.ts';
import { leastWidth } from '../model/text-width.ts';
import { pageOf } from '../model/turns.ts';
import { type BoardI18n, callTexts, useLanguages } from '../texts.ts';
import { InfoPanel } from './info-panel.tsx';
import styles from './lower.module.css';
import { RecentCalls } from './recent-calls.tsx';

/** After the first picture, and only where phones take tickets. */
const PhoneCode = later(() => import('./phone-code.tsx').then((part) => part.PhoneCode));

export function Lower({ portrait }: { readonly portrait: boolean }): JSX.Element {
  const { place, room } = useRoom();
  const profile = useBoard().profile.value;
  return (
    <div class={cx(styles['row'], portrait && styles['upright'])}>
      <div class={cx(styles['lower'])} ref={place}>
        {room && <Panels room={room} portrait={portrait} />}
      </div>
      {profile?.phoneTickets && <PhoneCode hall={profile.hall} portrait={portrait} />}
    </div>
  );
}

/** A missed number with its margin. Units: of text. */
const MISSED_WIDTH = 3.2;

type PanelsProps = { readonly room: Room; readonly portrait: boolean };

function Panels({ room, portrait }: PanelsProps): JSX.Element | null {
  const { rows, view, now, counterLabel } = useBoard();
  const { second, turn } = useLanguages();
  const i18n = turn.value;
  if (!view.value) return null;
  const { recent } = rows.value;
  const plan = planLower(room, portrait, {
    lanes: view.value.profile?.lanes.length ?? 0,
    calls: recent.length,
  });
  const calls = recent.slice(0, plan.recent);
  const texts = calls.map(({ number, counter }) => callTexts(number, counterLabel(counter), i18n));
  const lying = !portrait && calls.length > 0;
  const widths = lowerWidths(
    room,
    laneTexts(laneLines(view.value), i18n),
    lying ? leastWidth(texts, room) : null,
  );
  const perLine = Math.floor(widths.info / (room.text * MISSED_WIDTH));
  const width = widths.info / room.text;
  // Where both have no room the calls of before are one page more.
  const takesTurns = lying && !widths.beside;
  const shape = { rows: plan.info, perLine, width, recent: takesTurns };
  const pages = infoPages(view.value, shape, i18n.pick);
  const page = pages[pageOf(now.value, pages.length, second ? 2 : 1)];
  const showsCalls = calls.length > 0 && (!takesTurns || !page || page.kind === 'recent');
  const columns = { gridTemplateColumns: `minmax(0, 1fr) ${widths.info}px` };
  return (
    <div class={cx(styles['panels'])} style={widths.beside ? columns : undefined}>
      {showsCalls && <RecentCalls calls={calls} room={room} width={widths.recent} />}
      {page && page.kind !== 'recent' && <InfoPanel page={page} now={widths.now} width={width} />}
    </div>
  );
}

/** The heading is a row like the others; an icon stands over those who wait. */
const laneTexts = (lanes: readonly LaneLine[], { t, pick, format }: BoardI18n): LaneTexts[] => [
  { name: t.board.lanes, now: t.board.now, waiting: '人', wait: t.board.minutes },
  ...lanes.map(({ name, now, waiting, wait }) => ({
    ...{ name: pick(name), now: now ?? '', waiting: String(waiting) },
    wait: format.waitMinutes(wait),
  })),
];
