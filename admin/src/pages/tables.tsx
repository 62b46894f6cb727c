/** Tables of rates, fees or exchange: a title, up to three columns, a line for each thing. */
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type Draft, withMembers } from '../draft/draft-config.ts';
import { freeId, replaceAt } from '../draft/rows.ts';
import { Act } from '../fields/act.tsx';
import { FaultAt } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { LanguagesEntry, TextEntry } from '../fields/text-entry.tsx';
import { useI18n } from '../texts.ts';
import { Standing } from './standing.tsx';

type Table = NonNullable<Draft['panels']>[number];
type Line = Table['rows'][number];

const NONE: readonly Table[] = [];
const MOST_COLUMNS = 3;
const TITLE_MOST = 24;
const VALUE_MOST = 10;
const EMPTY = { 'zh-CN': '', en: '' };

const newLine = (columns: number): Line => ({
  name: EMPTY,
  values: Array.from({ length: columns }, () => ''),
});

export function Tables(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminNotices;
  const tables = draft.panels ?? NONE;
  const put = (next: readonly Table[]): void =>
    edit((now) => withMembers(now, { panels: next.length > 0 ? next : undefined }));
  return (
    <>
      {tables.map((table, index) => (
        <Panel
          key={table.id}
          title={`${words.table} ${index + 1}`}
          actions={
            <Act
              size="s"
              icon="cross"
              onClick={() => put(tables.filter((_row, other) => other !== index))}
            >
              {t.adminFields.remove}
            </Act>
          }
        >
          <TableFields
            table={table}
            path={`panels.${index}`}
            onChange={(next) => put(replaceAt(tables, index, next))}
          />
        </Panel>
      ))}
      <FaultAt path="panels" />
      <div>
        <Act
          onClick={() =>
            put([...tables, { id: freeId(tables, 'table-'), title: EMPTY, rows: [newLine(1)] }])
          }
        >
          {words.newTable}
        </Act>
      </div>
    </>
  );
}

type TableProps = {
  readonly table: Table;
  readonly path: string;
  readonly onChange: (table: Table) => void;
};

function TableFields({ table, path, onChange }: TableProps): JSX.Element {
  const { t } = useI18n();
  const words = t.adminNotices;
  const columns = table.columns?.length ?? 1;
  return (
    <div class={cx(styles['stack'])}>
      <LanguagesEntry
        label={words.tableTitle}
        path={`${path}.title`}
        value={table.title}
        most={TITLE_MOST}
        onChange={(title) => onChange({ ...table, title })}
      />
      <Columns table={table} path={path} onChange={onChange} />
      {table.rows.map((line, index) => (
        <LineFields
          key={index}
          line={line}
          path={`${path}.rows.${index}`}
          onChange={(next) => onChange({ ...table, rows: replaceAt(table.rows, index, next) })}
          onRemove={() =>
            onChange({ ...table, rows: table.rows.filter((_row, other) => other !== index) })
          }
        />
      ))}
      <FaultAt path={`${path}.rows`} />
      <div>
        <Act
          size="s"
          onClick={() => onChange({ ...table, rows: [...table.rows, newLine(columns)] })}
        >
          {words.newLine}
        </Act>
      </div>
      <Standing
        row={table}
        path={path}
        put={(changes) => onChange(withMembers<Table>(table, changes))}
      />
    </div>
  );
}

/** Heads of the columns; without them the lines have one value each. */
function Columns({ table, path, onChange }: TableProps): JSX.Element {
  const { t } = useI18n();
  const words = t.adminNotices;
  const columns = table.columns ?? [];
  const put = (next: NonNullable<Table['columns']>): void => {
    const width = Math.max(next.length, 1);
    const rows = table.rows.map((line) => ({
      ...line,
      values: Array.from({ length: width }, (_value, i) => line.values[i] ?? ''),
    }));
    onChange({ ...withMembers(table, { columns: next.length > 0 ? next : undefined }), rows });
  };
  return (
    <>
      {columns.map((column, index) => (
        <LanguagesEntry
          key={index}
          label={`${words.column} ${index + 1}`}
          path={`${path}.columns.${index}`}
          value={column}
          most={TITLE_MOST}
          onChange={(next) => put(replaceAt(columns, index, next))}
        />
      ))}
      <div class={cx(styles['inline'])}>
        <Act
          size="s"
          disabled={columns.length === MOST_COLUMNS}
          onClick={() => put([...columns, EMPTY])}
        >
          {words.newColumn}
        </Act>
        <Act
          size="s"
          variant="quiet"
          disabled={columns.length === 0}
          onClick={() => put(columns.slice(0, -1))}
        >
          {words.removeColumn}
        </Act>
      </div>
    </>
  );
}

function LineFields(props: {
  readonly line: Line;
  readonly path: string;
  readonly onChange: (line: Line) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { line, path, onChange } = props;
  const { t } = useI18n();
  const words = t.adminNotices;
  return (
    <div class={cx(styles['stack'])}>
      <LanguagesEntry
        label={words.lineName}
        path={`${path}.name`}
        value={line.name}
        most={TITLE_MOST}
        onChange={(name) => onChange({ ...line, name })}
      />
      <div class={cx(styles['grid'])}>
        {line.values.map((value, index) => (
          <TextEntry
            key={index}
            label={`${words.value} ${index + 1}`}
            path={`${path}.values.${index}`}
            value={value}
            maxLength={VALUE_MOST}
            onChange={(text) => onChange({ ...line, values: replaceAt(line.values, index, text) })}
          />
        ))}
        <div>
          <Act size="s" variant="quiet" icon="cross" onClick={props.onRemove}>
            {words.removeLine}
          </Act>
        </div>
      </div>
    </div>
  );
}
