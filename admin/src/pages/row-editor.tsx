/** Rows of one kind: the list, the chosen one's fields, and what customers see of it. */
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import type { ComponentChildren, JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { Act, Editable } from '../fields/act.tsx';
import { useI18n } from '../texts.ts';
import styles from './row-editor.module.css';

export type RowEditorProps = {
  /** What the list holds. */
  readonly label: string;
  readonly rows: readonly { readonly id: string; readonly title: ComponentChildren }[];
  /** The member of the configuration that holds the rows, for their faults. */
  readonly member: string;
  readonly chosen: number;
  readonly addLabel: string;
  readonly onChoose: (index: number) => void;
  readonly onAdd: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly children: ComponentChildren;
  readonly aside?: ComponentChildren;
};

export function RowEditor(props: RowEditorProps): JSX.Element {
  const { t } = useI18n();
  const { rows, chosen } = props;
  const words = t.adminFields;
  return (
    <div class={cx(styles['editor'], props.aside !== undefined && styles['beside'])}>
      <section class={cx(styles['list'])} aria-label={props.label}>
        <ul>
          {rows.map((row, index) => (
            <li key={row.id}>
              <button
                type="button"
                class={cx(styles['row'])}
                aria-current={index === chosen ? 'true' : undefined}
                data-row={row.id}
                onClick={() => props.onChoose(index)}
              >
                <span class={cx(styles['title'])}>{row.title}</span>
                <RowFaults path={`${props.member}.${index}.`} />
              </button>
            </li>
          ))}
        </ul>
        <Act size="s" block onClick={props.onAdd}>
          {props.addLabel}
        </Act>
      </section>
      <section class={cx(styles['fields'])}>
        {rows[chosen] && (
          <>
            <Editable>{props.children}</Editable>
            <div class={cx(styles['orders'])}>
              <Act size="s" disabled={chosen === 0} onClick={() => props.onMove(-1)}>
                {words.up}
              </Act>
              <Act size="s" disabled={chosen === rows.length - 1} onClick={() => props.onMove(1)}>
                {words.down}
              </Act>
              <Act size="s" icon="cross" disabled={rows.length === 1} onClick={props.onRemove}>
                {words.remove}
              </Act>
            </div>
          </>
        )}
      </section>
      {props.aside !== undefined && <aside class={cx(styles['aside'])}>{props.aside}</aside>}
    </div>
  );
}

function RowFaults({ path }: { readonly path: string }): JSX.Element | null {
  const { draft } = useAdmin();
  const { t } = useI18n();
  const count = draft.faults.value.filter((fault) => `${fault.path}.`.startsWith(path)).length;
  if (count === 0) return null;
  return (
    <span class={cx(styles['faults'])}>
      <Icon name="alert" />
      <VisuallyHidden>{t.admin.faultsOn(count)}</VisuallyHidden>
    </span>
  );
}
