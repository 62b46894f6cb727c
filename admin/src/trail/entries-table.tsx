/** Entries of the trail in words: when, who, what, to whom, with what. */
import type { IdentityTrailRow, TrailWhat } from '@tingxu/contract/identity';
import { session as sessionWords } from '@tingxu/i18n/session';
import { type Column, DataTable } from '@tingxu/ui/data-table';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import { detailsOf } from './details.ts';
import type { TrailPageWords } from './entries-panel.tsx';
import styles from './trail-page.module.css';

export type EntriesTableProps = {
  readonly rows: readonly IdentityTrailRow[];
  readonly names: ReadonlyMap<string, string>;
  readonly words: TrailPageWords;
};

/** Nobody else does these to somebody. */
const BY_THEMSELVES: readonly TrailWhat[] = [
  ...(['set-up', 'passphrase-changed', 'signed-in', 'signed-out', 'locked', 'unlocked'] as const),
];

export function EntriesTable({ rows, names, words }: EntriesTableProps): JSX.Element {
  const { format, locale } = useI18n();
  const roles = sessionWords[locale.value].role;
  const who = ({ by, what, subject }: IdentityTrailRow): string => {
    if (by !== null) return by;
    if (BY_THEMSELVES.includes(what)) return subject;
    return what === 'sign-in-refused' ? words.unknown : words.server;
  };
  const columns: readonly Column<IdentityTrailRow>[] = [
    {
      key: 'at',
      head: words.when,
      cell: ({ at, seq }) => (
        <span class={cx(styles['when'])} data-entry={seq}>
          {format.date(Date.parse(at))} {format.clock(Date.parse(at))}
        </span>
      ),
    },
    { key: 'who', head: words.who, cell: (row) => <Name text={who(row)} names={names} /> },
    { key: 'what', head: words.what, rowHead: true, cell: ({ what }) => words.whats[what] },
    {
      key: 'whom',
      head: words.whom,
      cell: (row) =>
        row.subject === who(row) ? words.self : <Name text={row.subject} names={names} />,
    },
    {
      key: 'detail',
      head: words.detail,
      cell: ({ detail }) => detailsOf(detail, { words, roles, names }).join(' · '),
    },
  ];
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={rows}
      rowKey={({ seq }) => String(seq)}
      rowTone={({ what }) =>
        what === 'sign-in-refused' || what === 'device-contested' ? 'warn' : undefined
      }
      empty={words.nothing}
      dense
    />
  );
}

/** A personnel number, or what a device is called with its own id. */
function Name(props: {
  readonly text: string;
  readonly names: ReadonlyMap<string, string>;
}): JSX.Element {
  const { text, names } = props;
  const name = names.get(text);
  if (name === undefined) return <span class={cx(styles['number'])}>{text}</span>;
  return (
    <span class={cx(styles['named'])}>
      <span>{name}</span> <small>{text}</small>
    </span>
  );
}
