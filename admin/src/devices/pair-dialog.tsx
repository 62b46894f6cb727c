/** A device is taken in: the code that somebody has read from its screen, what it is, where it stands. Rules: AUTH-12. */
import { useSignal } from '@preact/signals';
import { DeviceName, PairingCode, type WaitingDevice } from '@tingxu/contract/identity';
import type { HallId } from '@tingxu/contract/ids';
import { DeviceRole } from '@tingxu/contract/roles';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { SelectField, TextField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { useI18n } from '../texts.ts';
import { codeIn, type DeviceWords, placeWords } from './device-looks.ts';
import type { DevicesModel } from './devices-model.ts';
import styles from './devices-page.module.css';
import { PlaceField, placeOf, typedOf } from './place-field.tsx';
import { useHallPlaces } from './use-hall-places.ts';

/** What is known before: of whom it is asked, or the code of an address that was scanned. */
export type Pairing = { readonly asking: WaitingDevice | null; readonly code: string };

export type PairDialogProps = {
  readonly model: DevicesModel;
  readonly words: DeviceWords;
  /** Null while it is closed. */
  readonly pairing: Pairing | null;
  readonly onClose: () => void;
};

const FORM = 'pair-device';

export function PairDialog(props: PairDialogProps): JSX.Element {
  const { model, words, pairing, onClose } = props;
  const { t } = useI18n();
  return (
    <Dialog
      open={pairing !== null}
      title={words.pairTitle}
      icon="plug"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" form={FORM} variant="primary" pending={model.pending.value}>
            {words.confirm}
          </Button>
        </>
      }
    >
      {pairing && <PairForm {...props} pairing={pairing} />}
    </Dialog>
  );
}

type Draft = {
  readonly code: string;
  readonly role: DeviceRole;
  readonly hall: HallId;
  readonly place: string;
  /** Null while it follows from the rest. */
  readonly name: string | null;
};

const useDraft = ({ pairing }: { readonly pairing: Pairing }) => {
  const { hall: here } = useAdmin();
  const { asking, code } = pairing;
  const draft = useSignal<Draft>({
    ...{ code, role: asking?.role ?? 'kiosk', hall: asking?.hall ?? here },
    ...{ place: typedOf(asking?.place ?? {}), name: null },
  });
  const put = (change: Partial<Draft>): void => {
    draft.value = { ...draft.value, ...change };
  };
  return { draft: draft.value, put };
};

/** As the hall would say it, unless somebody has a better name. */
const useNamed = (draft: Draft, words: DeviceWords): string => {
  const { labelOf } = useHallPlaces();
  const { role, hall, place, name } = draft;
  if (name !== null) return name;
  const at = placeOf(role, place);
  const where = at ? placeWords({ role, place: at }, words, (id) => labelOf(hall, id)) : '';
  return words.saysIs(words.role[role], where);
};

function PairForm(props: PairDialogProps & { readonly pairing: Pairing }): JSX.Element {
  const { model, words, onClose } = props;
  const { pick } = useI18n();
  const { draft, put } = useDraft(props);
  const tried = useSignal(false);
  const named = useNamed(draft, words);
  const code = PairingCode.safeParse(codeIn(draft.code)).data;
  const name = DeviceName.safeParse(named.trim()).data;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    tried.value = true;
    const { role, hall } = draft;
    const place = placeOf(role, draft.place);
    if (!code || !name || place === null) return;
    const body = { code, role, hall, place, name };
    if (await model.run({ type: 'pair', name, body })) onClose();
  };
  const halls = model.halls.value.map(({ hall, name: of }) => ({ value: hall, label: pick(of) }));
  return (
    <form id={FORM} class={cx(styles['form'])} onSubmit={(event) => void submit(event)} noValidate>
      <p class={cx(styles['hint'])}>{words.pairText}</p>
      <div class={cx(styles['code'])}>
        <TextField
          label={words.code}
          name="code"
          figures
          value={draft.code}
          hint={words.codeHint}
          error={tried.value && !code ? words.codeWrong : undefined}
          maxLength={20}
          onInput={(text) => put({ code: text.toUpperCase() })}
        />
      </div>
      <div class={cx(styles['pair'])}>
        <SelectField
          label={words.what}
          name="role"
          value={draft.role}
          options={DeviceRole.options.map((role) => ({ value: role, label: words.role[role] }))}
          onInput={(text) => put({ role: DeviceRole.parse(text), place: '' })}
        />
        <PlaceField
          {...{ words, role: draft.role, hall: draft.hall, value: draft.place }}
          tried={tried.value}
          onChange={(place) => put({ place })}
        />
      </div>
      {halls.length > 1 && (
        <SelectField
          label={words.hall}
          name="hall"
          value={draft.hall}
          options={halls}
          onInput={(hall) => put({ hall: hall as HallId, place: '' })}
        />
      )}
      <TextField
        label={words.name}
        name="name"
        value={named}
        hint={words.nameHint}
        error={tried.value && !name ? words.nameMissing : undefined}
        maxLength={40}
        onInput={(text) => put({ name: text })}
      />
    </form>
  );
}
