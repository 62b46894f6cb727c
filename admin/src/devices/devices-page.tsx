/** The devices of the hall: who asks to be taken in, who belongs to it and is well, what hangs on the server. Rules: AUTH-12, AUTH-19. */
import { useSignal } from '@preact/signals';
import type { PairedDeviceId, PairedDeviceRow } from '@tingxu/contract/identity';
import { adminDevices } from '@tingxu/i18n/admin-devices';
import { Button } from '@tingxu/ui/button';
import { EmptyState } from '@tingxu/ui/empty-state';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import { Panel } from '@tingxu/ui/panel';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { ActMessages } from '../acts/act-messages.tsx';
import { useAdmin } from '../admin-context.tsx';
import { LOOKS_AFTER, roleAmong } from '../person.ts';
import { useI18n } from '../texts.ts';
import { DeviceDialog } from './device-dialog.tsx';
import { type DeviceWords, sorted } from './device-looks.ts';
import { createDevicesModel, type DevicesModel } from './devices-model.ts';
import styles from './devices-page.module.css';
import { DevicesTable } from './devices-table.tsx';
import { FixedPanel } from './fixed-panel.tsx';
import { PairDialog, type Pairing } from './pair-dialog.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

/** Of an address that was scanned from the screen of a device; used once. */
const scanned = (): Pairing | null => {
  const address = new URL(location.href);
  const code = address.searchParams.get('code');
  if (code === null) return null;
  address.searchParams.delete('code');
  history.replaceState(null, '', address.href);
  return { asking: null, code };
};

export function DevicesPage(): JSX.Element {
  const { url, who } = useAdmin();
  const { locale } = useI18n();
  const words = adminDevices[locale.value];
  const mayChange = who.roles.includes('admin');
  const role = roleAmong(who.roles, LOOKS_AFTER);
  const model = useMemo(() => createDevicesModel(url, role), [url, role]);
  const open = useSignal<PairedDeviceId | null>(null);
  const pairing = useSignal<Pairing | null>(useMemo(() => (mayChange ? scanned() : null), []));
  useEffect(() => model.watch(), [model]);
  const row = model.rows.value?.find(({ device }) => device === open.value) ?? null;
  return (
    <div class={cx(styles['stack'])}>
      <p class={cx(styles['intro'])}>{words.intro}</p>
      <Contested
        {...{ model, words }}
        onLook={(device) => {
          open.value = device;
        }}
      />
      {mayChange && (
        <WaitingPanel
          {...{ model, words }}
          onPair={(asking) => {
            pairing.value = { asking, code: '' };
          }}
        />
      )}
      <PairedPanel
        {...{ model, words, mayChange }}
        onOpen={(device) => {
          open.value = device;
        }}
      />
      <FixedPanel words={words} />
      <PairDialog
        {...{ model, words, pairing: pairing.value }}
        onClose={() => {
          pairing.value = null;
        }}
      />
      <DeviceDialog
        {...{ model, words, row }}
        onClose={() => {
          open.value = null;
        }}
      />
      <ActMessages
        acts={model}
        done={({ type, name }) =>
          ({ pair: words.paired, change: words.saved, revoke: words.revoked })[type](name)
        }
        noAnswer={words.noAnswer}
      />
    </div>
  );
}

type PartProps = { readonly model: DevicesModel; readonly words: DeviceWords };

/** Rules: AUTH-18. */
function Contested(
  props: PartProps & { readonly onLook: (device: PairedDeviceId) => void },
): JSX.Element {
  const { model, words, onLook } = props;
  const rows = (model.rows.value ?? []).filter(
    ({ contested, revokedAt }) => contested && revokedAt === null,
  );
  return (
    <>
      {rows.map(({ device, name }) => (
        <Notice
          key={device}
          tone="over"
          title={words.contestedTitle(name)}
          action={
            <Button size="s" onClick={() => onLook(device)}>
              {words.look}
            </Button>
          }
        >
          {words.contestedText}
        </Notice>
      ))}
    </>
  );
}

type PairedProps = PartProps & {
  readonly mayChange: boolean;
  readonly onOpen: (device: PairedDeviceId) => void;
};

function PairedPanel(props: PairedProps): JSX.Element {
  const { model, words } = props;
  const { value: rows } = model.rows;
  const withRevoked = useSignal(false);
  const isRevoked = ({ revokedAt }: PairedDeviceRow): boolean => revokedAt !== null;
  const revoked = rows?.filter(isRevoked).length ?? 0;
  const shown = sorted(rows ?? []).filter((row) => withRevoked.value || !isRevoked(row));
  return (
    <Panel
      title={words.caption}
      flush
      actions={
        revoked > 0 && (
          <Button
            size="s"
            variant="quiet"
            aria-pressed={withRevoked.value}
            onClick={() => {
              withRevoked.value = !withRevoked.value;
            }}
          >
            {words.showRevoked(revoked)}
          </Button>
        )
      }
    >
      {rows ? <DevicesTable {...props} rows={shown} /> : <Unread {...{ model, words }} />}
    </Panel>
  );
}

function Unread({ model, words }: PartProps): JSX.Element {
  const { t } = useI18n();
  const { value: unread } = model.unread;
  if (unread === null) return <Spinner label={t.common.loading} />;
  const forbidden = unread !== 'no-answer' && unread.code === 'forbidden';
  return (
    <EmptyState icon="alert" title={forbidden ? words.notYours : words.loadFailed}>
      {!forbidden && <Button onClick={() => void model.refresh()}>{t.admin.retry}</Button>}
    </EmptyState>
  );
}
