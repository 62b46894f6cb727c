/** The branch itself, and every text that customers read, in one place for whoever translates. */
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type DraftText, withMembers } from '../draft/draft-config.ts';
import { replaceAt } from '../draft/rows.ts';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { TextEntry, TextsEntry } from '../fields/text-entry.tsx';
import { useI18n } from '../texts.ts';

export function TextsPage(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  return (
    <div class={cx(styles['stack'])}>
      <Panel title={words.hallTexts}>
        <div class={cx(styles['stack'])}>
          <TextsEntry
            label={words.hallName}
            path="name"
            value={draft.name}
            onChange={(name) => name && edit((now) => ({ ...now, name }))}
          />
          <div class={cx(styles['grid'])}>
            <TextEntry
              label={words.zone}
              path="zone"
              value={draft.zone}
              onChange={(zone) => edit((now) => ({ ...now, zone }))}
            />
            <NumberEntry
              label={words.cutOverHour}
              path="cutOverHour"
              value={draft.cutOverHour}
              hint={words.cutOverHint}
              onChange={(value) => edit((now) => ({ ...now, cutOverHour: value ?? Number.NaN }))}
            />
          </div>
        </div>
      </Panel>
      <Panel title={words.allTexts}>
        <div class={cx(styles['stack'])}>
          <RowTexts member="services" kind={words.service} />
          <RowTexts member="lanes" kind={words.lane} />
        </div>
      </Panel>
    </div>
  );
}

type Row = { readonly name: DraftText; readonly hint?: DraftText | undefined };

function RowTexts(props: {
  readonly member: 'services' | 'lanes';
  readonly kind: string;
}): JSX.Element {
  const { member, kind } = props;
  const { draft, edit } = useDraft();
  const { t, pick } = useI18n();
  const words = t.adminFields;
  const put = (index: number, changes: { [K in keyof Row]?: Row[K] | undefined }): void =>
    edit((now) =>
      member === 'services'
        ? { ...now, services: changed(now.services, index, changes) }
        : { ...now, lanes: changed(now.lanes, index, changes) },
    );
  return (
    <>
      {draft[member].map((row, index) => (
        <section key={index} class={cx(styles['stack'], styles['part'])}>
          <h3>
            {kind} · {pick(row.name) || row.id}
          </h3>
          <TextsEntry
            label={words.name}
            path={`${member}.${index}.name`}
            value={row.name}
            onChange={(name) => name && put(index, { name })}
          />
          <TextsEntry
            label={words.hint}
            path={`${member}.${index}.hint`}
            value={row.hint}
            optional
            onChange={(hint) => put(index, { hint })}
          />
        </section>
      ))}
    </>
  );
}

const changed = <T extends Row>(
  rows: readonly T[],
  index: number,
  changes: { [K in keyof Row]?: Row[K] | undefined },
): readonly T[] => {
  const row = rows[index];
  return row ? replaceAt(rows, index, withMembers<Row>(row, changes) as T) : rows;
};
