/** One device: its name and place, and the end of it, said before it is done. Rules: AUTH-18, AUTH-19. */
import { useSignal } from '@preact/signals';
import { DeviceName, type PairedDeviceRow } from '@tingxu/contract/identity';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { TextField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { useI18n } from '../texts.ts';
import type { DeviceWords } from './device-looks.ts';
import type { DevicesModel } from './devices-model.ts';
import styles from './devices-page.module.css';
import { PlaceField, placeOf, typedOf } from './place-field.tsx';

export type DeviceDialogProps = {
  readonly model: DevicesModel;
  readonly words: DeviceWords;
  /** Null while none is open. */
  readonly row: PairedDeviceRow | null;
  readonly onClose: () => void;
};

export function DeviceDialog(props: DeviceDialogProps): JSX.Element {
  const { words, row, onClose } = props;
  const { t } = useI18n();
  return (
    <Dialog
      open={row !== null}
      title={row?.name ?? ''}
      icon="plug"
      wide
      onClose={onClose}
      actions={<Button onClick={onClose}>{t.common.close}</Button>}
    >
      {row && (
        <div class={cx(styles['form'])} key={row.device}>
          {row.contested && (
            <Notice tone="over" title={words.contestedTitle(row.name)}>
              {words.contestedText}
            </Notice>
          )}
          <About {...props} row={row} />
          <Change {...props} row={row} />
          <Revoke {...props} row={row} />
        </div>
      )}
    </Dialog>
  );
}

type OneProps = DeviceDialogProps & { readonly row: PairedDeviceRow };

function About({ words, row }: OneProps): JSX.Element {
  const { clock } = useAdmin();
  const { format } = useI18n();
  return (
    <p class={cx(styles['hint'])}>
      {words.role[row.role]} ·{' '}
      {words.pairedBy(row.pairedBy, format.when(Date.parse(row.pairedAt), clock.value))}
      {row.version !== null && ` · ${words.version} ${row.version}`} · <code>{row.device}</code>
    </p>
  );
}

function Change({ model, words, row }: OneProps): JSX.Element {
  const name = useSignal(row.name);
  const typed = useSignal(typedOf(row.place));
  const named = DeviceName.safeParse(name.value.trim()).data;
  const place = placeOf(row.role, typed.value);
  const same = named === row.name && typed.value === typedOf(row.place);
  const whole = named !== undefined && place !== null;
  const save = (): void => {
    if (same || !named || place === null) return;
    const { device } = row;
    const body = { name: named, place };
    void model.run({ type: 'change', name: named, device, body });
  };
  return (
    <section class={cx(styles['section'])}>
      <div class={cx(styles['pair'])}>
        <TextField
          label={words.name}
          name="name"
          value={name.value}
          error={named === undefined ? words.nameMissing : undefined}
          maxLength={40}
          onInput={(text) => {
            name.value = text;
          }}
        />
        <PlaceField
          {...{ words, role: row.role, hall: row.hall, value: typed.value }}
          tried
          onChange={(next) => {
            typed.value = next;
          }}
        />
      </div>
      <div class={cx(styles['act'])}>
        <span class={cx(styles['hint'])}>{same ? words.nothingChanged : words.saveText}</span>
        <Button
          variant="primary"
          disabled={same || !whole}
          pending={model.pending.value}
          data-testid="save-device"
          onClick={save}
        >
          {words.save}
        </Button>
      </div>
    </section>
  );
}

/** A second press does it. */
function Revoke({ model, words, row, onClose }: OneProps): JSX.Element {
  const { t } = useI18n();
  const asked = useSignal(false);
  const press = async (): Promise<void> => {
    if (!asked.value) asked.value = true;
    else if (await model.run({ type: 'revoke', name: row.name, device: row.device })) onClose();
  };
  return (
    <div class={cx(styles['act'])}>
      <span class={cx(styles['hint'])}>{words.revokeText}</span>
      <Button
        variant={asked.value ? 'danger' : 'secondary'}
        pending={asked.value && model.pending.value}
        data-testid="revoke-device"
        onClick={() => void press()}
      >
        {asked.value ? `${t.common.confirm}：${words.revoke}` : words.revoke}
      </Button>
    </div>
  );
}
