/** A table of rows with typed columns: heads stay while the rows scroll, figures align at their end. */
import type { ComponentChildren, JSX } from 'preact';
import styles from './data-table.module.css';
import { cx } from './lib/cx.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type Column<Row> = {
  readonly key: string;
  readonly head: ComponentChildren;
  readonly cell: (row: Row) => ComponentChildren;
  readonly align?: 'start' | 'end' | 'center';
  /** CSS width; without it the column shares what is left. */
  readonly width?: string;
  /** The cell that names its row. */
  readonly rowHead?: boolean;
};

export type DataTableProps<Row> = {
  /** What the table holds; read out, not shown. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A row that must stand out: a bar at its start, beside whatever its cells say. */
  readonly rowTone?: (row: Row) => 'warn' | 'over' | 'info' | undefined;
  readonly empty?: ComponentChildren;
  readonly dense?: boolean | undefined;
};

export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  const { columns, rows } = props;
  return (
    <table class={cx(styles['table'], props.dense && styles['dense'])}>
      <caption class={cx(styles['caption'])}>
        <VisuallyHidden>{props.caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr class={cx(styles['heads'])}>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              class={cx(styles['head'], styles[column.align ?? 'start'])}
              style={column.width ? { width: column.width } : undefined}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <BodyRow
            key={props.rowKey(row)}
            row={row}
            columns={columns}
            tone={props.rowTone?.(row)}
          />
        ))}
        {rows.length === 0 && props.empty !== undefined && (
          <tr>
            <td class={cx(styles['cell'], styles['empty'])} colSpan={columns.length}>
              {props.empty}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function BodyRow<Row>(props: {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly tone: 'warn' | 'over' | 'info' | undefined;
}): JSX.Element {
  return (
    <tr class={cx(styles['row'], props.tone && styles[`row-${props.tone}`])} data-tone={props.tone}>
      {props.columns.map((column) => {
        const place = cx(styles['cell'], styles[column.align ?? 'start']);
        return column.rowHead ? (
          <th key={column.key} scope="row" class={place}>
            {column.cell(props.row)}
          </th>
        ) : (
          <td key={column.key} class={place}>
            {column.cell(props.row)}
          </td>
        );
      })}
    </tr>
  );
}
