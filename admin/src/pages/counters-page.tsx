/** Counters: which services each takes, first or second, and what else is its own. */
import { useSignal } from '@preact/signals';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { moveRow, newCounter } from '../draft/rows.ts';
import { Editable } from '../fields/act.tsx';
import { FaultAt } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { useI18n } from '../texts.ts';
import { CounterFields } from './counter-fields.tsx';
import { RowEditor } from './row-editor.tsx';
import { SkillMatrix } from './skill-matrix.tsx';

export function CountersPage(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  const chosen = useSignal(0);
  const index = Math.min(chosen.value, draft.counters.length - 1);
  const counter = draft.counters[index];
  return (
    <div class={cx(styles['stack'])}>
      <Panel title={words.matrix} flush>
        <Editable>
          <SkillMatrix />
        </Editable>
      </Panel>
      <RowEditor
        label={words.counter}
        member="counters"
        rows={draft.counters.map(({ id, label }) => ({
          id,
          title: label ? words.counterNamed(label) : words.newCounter,
        }))}
        chosen={index}
        addLabel={words.newCounter}
        onChoose={(next) => {
          chosen.value = next;
        }}
        onAdd={() => {
          edit((now) => ({ ...now, counters: [...now.counters, newCounter(now)] }));
          chosen.value = draft.counters.length;
        }}
        onMove={(by) => {
          edit((now) => ({ ...now, counters: moveRow(now.counters, index, by) }));
          chosen.value = index + by;
        }}
        onRemove={() =>
          edit((now) => ({ ...now, counters: now.counters.filter((_row, i) => i !== index) }))
        }
      >
        <FaultAt path="counters" />
        {counter && <CounterFields key={index} counter={counter} index={index} />}
      </RowEditor>
    </div>
  );
}
