/** The calls of the moment, each a slip of paper: newest on top. Source: ACC-09, ACC-10. */
import { cx } from '@tingxu/ui/lib/cx';
import { LiveRegion } from '@tingxu/ui/visually-hidden';
import { Words } from '@tingxu/ui/words';
import type { JSX } from 'preact';
import { useBoard } from '../model/board-model.ts';
import { ROWS, type Room, restHeight, slipColumns } from '../model/plan.ts';
import { planSlips } from '../model/text-width.ts';
import { callTexts, useLanguages } from '../texts.ts';
import styles from './call-stage.module.css';
import { HeroSlip } from './hero-slip.tsx';
import { RowSlip } from './row-slip.tsx';

export type CallStageProps = { readonly portrait: boolean; readonly room: Room };

export function CallStage({ portrait, room }: CallStageProps): JSX.Element {
  const { rows, counterLabel, view, profile } = useBoard();
  const { first } = useLanguages();
  const { stage } = rows.value;
  const [top] = stage;
  const announced = stage.filter(({ lit }) => lit);
  const columns = slipColumns(stage.length, portrait);
  const two = columns === 2;
  const plan = planSlips(
    stage.map(({ call }) => callTexts(call.number, counterLabel(call.counter), first)),
    room,
    { columns, gap: room.text * ROWS.slipGap },
  );
  return (
    <div class={cx(styles['stage'], two && styles['two'])} data-testid="stage">
      {top && stage.length === 1 && <HeroSlip key={keyOf(top)} row={top} portrait={portrait} />}
      {stage.length > 1 &&
        stage.map((row, index) => (
          <RowSlip
            key={keyOf(row)}
            row={row}
            wide={two && index === 0 && stage.length % 2 === 1}
            plan={plan}
          />
        ))}
      {!top && view.value?.calls.length === 0 && (
        <Nobody heightPx={profile.value ? restHeight(room, profile.value) : 0} />
      )}
      <LiveRegion>
        {announced.map(({ call }) => (
          <p key={call.number}>{first.t.board.announce(call.number, counterLabel(call.counter))}</p>
        ))}
      </LiveRegion>
    </div>
  );
}

/** Another attempt is another slip: its edge begins to breathe anew. */
const keyOf = ({ call }: { readonly call: { number: string; attempt: number } }): string =>
  `${call.number} ${call.attempt}`;

function Nobody({ heightPx }: { readonly heightPx: number }): JSX.Element {
  const { first, second } = useLanguages();
  return (
    <div
      class={cx(styles['nobody'])}
      style={{ minBlockSize: `${heightPx}px` }}
      data-testid="no-calls"
    >
      <p>
        <Words text={first.t.board.noCalls} />
      </p>
      {second && (
        <p lang={second.locale.value}>
          <Words text={second.t.board.noCalls} />
        </p>
      )}
    </div>
  );
}
