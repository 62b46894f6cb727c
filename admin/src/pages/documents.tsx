/** What the customer must bring for a service, told all at once. Rules: ISSUE-5. */
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import type { DraftText } from '../draft/draft-config.ts';
import { replaceAt } from '../draft/rows.ts';
import { Act } from '../fields/act.tsx';
import { FaultAt } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { TextsEntry } from '../fields/text-entry.tsx';
import { useI18n } from '../texts.ts';

const MOST = 8;

/** Undefined when nothing must be brought. */
export function DocumentsEntry(props: {
  readonly path: string;
  readonly documents: readonly DraftText[];
  readonly onChange: (documents: readonly DraftText[] | undefined) => void;
}): JSX.Element {
  const { path, documents } = props;
  const { t } = useI18n();
  const words = t.adminFields;
  const put = (next: readonly DraftText[]): void =>
    props.onChange(next.length > 0 ? next : undefined);
  return (
    <section class={cx(styles['stack'])}>
      <h3>{words.documents}</h3>
      {documents.map((document, index) => (
        <div key={index}>
          <TextsEntry
            label={`${words.document} ${index + 1}`}
            path={`${path}.${index}`}
            value={document}
            onChange={(next) => next && put(replaceAt(documents, index, next))}
          />
          <Act
            size="s"
            variant="quiet"
            icon="cross"
            onClick={() => put(documents.filter((_row, other) => other !== index))}
          >
            {words.remove}
          </Act>
        </div>
      ))}
      <FaultAt path={path} />
      <div>
        <Act
          size="s"
          disabled={documents.length >= MOST}
          onClick={() => put([...documents, { 'zh-CN': '', en: '' }])}
        >
          {words.newDocument}
        </Act>
      </div>
    </section>
  );
}
