/** Lanes: what each promises, who may enter it, and what becomes of a missed call. */
import { useSignal } from '@preact/signals';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type DraftLane, withMembers } from '../draft/draft-config.ts';
import { moveRow, newLane, removeLane } from '../draft/rows.ts';
import { Act } from '../fields/act.tsx';
import { FaultAt } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { Sentence } from '../fields/sentence.tsx';
import { TextEntry, TextsEntry } from '../fields/text-entry.tsx';
import { HallPreview } from '../preview/hall-preview.tsx';
import { useI18n } from '../texts.ts';
import { LaneEntry } from './lane-entry.tsx';
import { MissedFields } from './missed-fields.tsx';
import { RowEditor } from './row-editor.tsx';
import { RowId } from './services-page.tsx';

export type PutLane = (changes: Parameters<typeof withMembers<DraftLane>>[1]) => void;
export type LanePartProps = {
  readonly lane: DraftLane;
  readonly path: string;
  readonly put: PutLane;
};

export function LanesPage(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t, pick } = useI18n();
  const words = t.adminFields;
  const chosen = useSignal(0);
  const index = Math.min(chosen.value, draft.lanes.length - 1);
  const lane = draft.lanes[index];
  const service = draft.services[0];
  const put: PutLane = (changes) =>
    edit((now) => ({
      ...now,
      lanes: now.lanes.map((row, i) => (i === index ? withMembers(row, changes) : row)),
    }));
  const add = (): void => {
    const row = newLane(draft);
    if (!row) return;
    edit((now) => ({ ...now, lanes: [...now.lanes, row] }));
    chosen.value = draft.lanes.length;
  };
  return (
    <RowEditor
      label={words.lanes}
      member="lanes"
      rows={draft.lanes.map(({ id, name }) => ({ id, title: pick(name) || words.newLane }))}
      chosen={index}
      addLabel={words.newLane}
      onChoose={(next) => {
        chosen.value = next;
      }}
      onAdd={add}
      onMove={(by) => {
        edit((now) => ({ ...now, lanes: moveRow(now.lanes, index, by) }));
        chosen.value = index + by;
      }}
      onRemove={() => lane && edit((now) => removeLane(now, lane.id))}
      aside={lane && service && <HallPreview service={service.id} lane={lane.id} />}
    >
      <FaultAt path="lanes" />
      <FaultAt path="defaultLane" />
      {lane && <LaneFields key={index} lane={lane} path={`lanes.${index}`} put={put} />}
    </RowEditor>
  );
}

function LaneFields({ lane, path, put }: LanePartProps): JSX.Element {
  const { t } = useI18n();
  const words = t.adminFields;
  return (
    <div class={cx(styles['stack'])}>
      <TextsEntry
        label={words.name}
        path={`${path}.name`}
        value={lane.name}
        onChange={(name) => name && put({ name })}
      />
      <TextsEntry
        label={words.hint}
        path={`${path}.hint`}
        value={lane.hint}
        hint={words.hintText}
        optional
        onChange={(hint) => put({ hint })}
      />
      <div class={cx(styles['grid'])}>
        <TextEntry
          label={words.ownSeries}
          path={`${path}.series`}
          value={lane.series ?? ''}
          maxLength={1}
          hint={words.ownSeriesHint}
          onChange={(text) => put({ series: text === '' ? undefined : text.toUpperCase() })}
        />
        <RowId path={path} id={lane.id} onChange={(id) => put({ id })} member="lanes" />
      </div>
      <DefaultLane lane={lane} />
      <PromiseFields lane={lane} path={path} put={put} />
      <LaneEntry lane={lane} path={path} put={put} />
      <MissedFields lane={lane} path={`${path}.missed`} put={put} />
    </div>
  );
}

function DefaultLane({ lane }: { readonly lane: DraftLane }): JSX.Element {
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  if (lane.id === draft.defaultLane) return <p class={cx(styles['hint'])}>{words.defaultLane}</p>;
  return (
    <div>
      <Act size="s" onClick={() => edit((now) => ({ ...now, defaultLane: lane.id }))}>
        {words.makeDefault}
      </Act>
    </div>
  );
}

function PromiseFields({ lane, path, put }: LanePartProps): JSX.Element {
  const { t } = useI18n();
  const words = t.adminFields;
  const { targetMs, sharePermille } = lane.promise;
  const told = Number.isFinite(targetMs) && Number.isFinite(sharePermille);
  const minutes = Math.round(targetMs / 6_000) / 10;
  const change = (changes: Partial<DraftLane['promise']>): void =>
    put({ promise: { ...lane.promise, ...changes } });
  return (
    <section class={cx(styles['stack'])}>
      <h3>{words.promise}</h3>
      <div class={cx(styles['grid'])}>
        <NumberEntry
          label={words.target}
          path={`${path}.promise.targetMs`}
          unit="minute"
          value={targetMs}
          onChange={(value) => change({ targetMs: value ?? Number.NaN })}
        />
        <NumberEntry
          label={words.share}
          path={`${path}.promise.sharePermille`}
          unit="percent"
          value={sharePermille}
          onChange={(value) => change({ sharePermille: value ?? Number.NaN })}
        />
      </div>
      {told && (
        <Sentence data-testid="promise">
          {words.promiseIs(String(sharePermille / 10), String(minutes))}
        </Sentence>
      )}
    </section>
  );
}
