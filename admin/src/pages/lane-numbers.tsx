/** What the calling rule makes of each lane: head start, turns, urgency. */
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type DraftLane, withMembers } from '../draft/draft-config.ts';
import { replaceAt } from '../draft/rows.ts';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { useI18n } from '../texts.ts';
import { relativeUrgencies } from './urgency.ts';

/** Rules that look at the head start, and the one that takes turns. */
const WITH_CREDIT = ['weighted-delay', 'head-start'];

export function LaneNumbers(): JSX.Element | null {
  const { draft } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  const { kind } = draft.policy;
  const urgencies = relativeUrgencies(draft.lanes);
  if (!WITH_CREDIT.includes(kind) && kind !== 'ratio') return null;
  return (
    <Panel title={words.laneNumbers}>
      <div class={cx(styles['stack'])}>
        <div class={cx(styles['grid'])}>
          {draft.lanes.map((lane, index) => (
            <LaneNumber
              key={index}
              lane={lane}
              index={index}
              urgency={kind === 'weighted-delay' ? (urgencies[index] ?? null) : null}
            />
          ))}
        </div>
        {kind === 'weighted-delay' && <p class={cx(styles['hint'])}>{words.urgencyText}</p>}
      </div>
    </Panel>
  );
}

function LaneNumber(props: {
  readonly lane: DraftLane;
  readonly index: number;
  readonly urgency: number | null;
}): JSX.Element {
  const { lane, index, urgency } = props;
  const { draft, edit } = useDraft();
  const { t, pick } = useI18n();
  const words = t.adminFields;
  const put = (changes: Parameters<typeof withMembers<DraftLane>>[1]): void =>
    edit((now) => ({ ...now, lanes: replaceAt(now.lanes, index, withMembers(lane, changes)) }));
  const name = pick(lane.name) || lane.id;
  if (draft.policy.kind === 'ratio') {
    return (
      <NumberEntry
        label={`${name} · ${words.turns}`}
        path={`lanes.${index}.weight`}
        value={lane.weight ?? 1}
        onChange={(value) => put({ weight: value ?? Number.NaN })}
      />
    );
  }
  return (
    <NumberEntry
      label={`${name} · ${words.headStart}`}
      path={`lanes.${index}.creditMs`}
      unit="minute"
      value={lane.creditMs}
      hint={urgency === null ? undefined : `${words.urgency} ${urgency}`}
      onChange={(value) => put({ creditMs: value ?? Number.NaN })}
    />
  );
}
