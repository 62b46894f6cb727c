/** The paired devices: what and where, how they are, when they were last heard of. Rules: AUTH-19. */
import type { PairedDeviceId, PairedDeviceRow } from '@tingxu/contract/identity';
import { Button } from '@tingxu/ui/button';
import { type Column, DataTable } from '@tingxu/ui/data-table';
import { cx } from '@tingxu/ui/lib/cx';
import { StatusPill } from '@tingxu/ui/status-pill';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { useI18n } from '../texts.ts';
import { type DeviceWords, isOld, placeWords, stateOf } from './device-looks.ts';
import type { DevicesModel } from './devices-model.ts';
import styles from './devices-page.module.css';
import { useHallPlaces } from './use-hall-places.ts';

type TableProps = {
  readonly model: DevicesModel;
  readonly words: DeviceWords;
  readonly rows: readonly PairedDeviceRow[];
  readonly mayChange: boolean;
  readonly onOpen: (device: PairedDeviceId) => void;
};

const toneOf = (row: PairedDeviceRow): 'over' | 'warn' | undefined => {
  if (row.revokedAt !== null) return undefined;
  if (row.contested) return 'over';
  return row.connected || row.lastSeenAt === null ? undefined : 'warn';
};

export function DevicesTable(props: TableProps): JSX.Element {
  const { words, rows } = props;
  const columns = [...useWhat(props), ...useHow(props), manage(props)];
  return (
    <div class={cx(styles['table'])}>
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={rows}
        rowKey={({ device }) => device}
        rowTone={toneOf}
        empty={words.none}
      />
    </div>
  );
}

const useWhat = ({ model, words }: TableProps): Column<PairedDeviceRow>[] => {
  const { pick } = useI18n();
  const { labelOf } = useHallPlaces();
  const names = model.halls.value;
  const hallName = (id: string): string => {
    const found = names.find(({ hall }) => hall === id);
    return found ? pick(found.name) : id;
  };
  return [
    {
      key: 'name',
      head: words.device,
      rowHead: true,
      cell: ({ name, role }) => (
        <span class={cx(styles['named'])}>
          <strong>{name}</strong>
          <small>{words.role[role]}</small>
        </span>
      ),
    },
    {
      key: 'place',
      head: words.place,
      cell: (row) => {
        const where = placeWords(row, words, (id) => labelOf(row.hall, id));
        return names.length > 1 ? [where, hallName(row.hall)].filter(Boolean).join(' · ') : where;
      },
    },
  ];
};

const useHow = ({ words }: TableProps): Column<PairedDeviceRow>[] => {
  const { clock } = useAdmin();
  const { format } = useI18n();
  const seen = ({ connected, lastSeenAt }: PairedDeviceRow): string => {
    if (connected) return words.now;
    return lastSeenAt === null ? words.never : format.when(Date.parse(lastSeenAt), clock.value);
  };
  return [
    {
      key: 'state',
      head: words.state,
      cell: (row) => {
        const [tone, text] = stateOf(row, words);
        return <StatusPill tone={tone}>{text}</StatusPill>;
      },
    },
    { key: 'seen', head: words.lastSeen, cell: seen },
    {
      key: 'version',
      head: words.version,
      cell: (row) => (
        <span class={cx(styles['version'])} title={isOld(row) ? words.oldText : undefined}>
          {row.version ?? words.never}
          {isOld(row) && <StatusPill tone="warn">{words.old}</StatusPill>}
        </span>
      ),
    },
  ];
};

const manage = ({ words, mayChange, onOpen }: TableProps): Column<PairedDeviceRow> => ({
  key: 'manage',
  width: '7.5rem',
  head: <VisuallyHidden>{words.manage}</VisuallyHidden>,
  align: 'end',
  cell: ({ device, name, revokedAt }) =>
    mayChange && revokedAt === null ? (
      <Button size="s" aria-label={words.manageOne(name)} onClick={() => onOpen(device)}>
        {words.manage}
      </Button>
    ) : null,
});
