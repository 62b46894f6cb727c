/** What can be done to an account at once: a line says what will happen, a second press does it. */
import { useSignal } from '@preact/signals';
import type { AccountRow } from '@tingxu/contract/identity';
import { Button, type ButtonVariant } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { ComponentChildren, JSX } from 'preact';
import { useI18n } from '../texts.ts';
import type { AccountDialogProps } from './account-dialog.tsx';
import type { AccountAct } from './accounts-model.ts';
import { firstPassphrase } from './first-passphrase.ts';
import { FirstPassphrase } from './first-passphrase-line.tsx';
import styles from './staff-page.module.css';

type Offer = {
  readonly name: 'lift' | 'reset' | 'end' | 'disable' | 'enable';
  readonly label: string;
  readonly text: string;
  readonly act: AccountAct;
  readonly variant: ButtonVariant;
  readonly more?: ComponentChildren;
};

export function AccountActs(props: AccountDialogProps & { readonly row: AccountRow }): JSX.Element {
  const { model } = props;
  const { t } = useI18n();
  const asked = useSignal<Offer['name'] | null>(null);
  const passphrase = useSignal(firstPassphrase());
  const offers = offersOf(
    props,
    passphrase.value,
    <FirstPassphrase words={props.words} value={passphrase} />,
  );
  const press = async ({ name, act }: Offer): Promise<void> => {
    if (asked.value !== name) asked.value = name;
    else if (await model.run(act)) asked.value = null;
  };
  return (
    <div class={cx(styles['acts'])}>
      {offers.map((offer) => (
        <div key={offer.name} class={cx(styles['act'])}>
          <div>
            <span class={cx(styles['hint'])}>{offer.text}</span>
            {asked.value === offer.name && offer.more}
          </div>
          <Button
            variant={asked.value === offer.name ? offer.variant : 'secondary'}
            pending={asked.value === offer.name && model.pending.value}
            data-testid={`${offer.name}-account`}
            data-sure={asked.value === offer.name ? '' : undefined}
            onClick={() => void press(offer)}
          >
            {asked.value === offer.name ? `${t.common.confirm}：${offer.label}` : offer.label}
          </Button>
        </div>
      ))}
    </div>
  );
}

const offersOf = (
  { words, row, mayChange }: AccountDialogProps & { readonly row: AccountRow },
  passphrase: string,
  secret: ComponentChildren,
): readonly Offer[] => {
  const { staff, sessions } = row;
  const lift: Offer = {
    ...{ name: 'lift', label: words.lift, text: words.liftText, variant: 'primary' },
    act: { type: 'lift', staff },
  };
  const reset: Offer = {
    ...{ name: 'reset', label: words.reset, text: words.resetText(sessions), variant: 'danger' },
    ...{ act: { type: 'reset', staff, passphrase }, more: secret },
  };
  const end: Offer = {
    ...{ name: 'end', label: words.end, text: words.endText(sessions), variant: 'danger' },
    act: { type: 'end', staff },
  };
  const turn: Offer = row.disabled
    ? {
        ...{ name: 'enable', label: words.enable, text: words.enableText, variant: 'primary' },
        act: { type: 'change', staff, body: { disabled: false } },
      }
    : {
        ...{ name: 'disable', label: words.disable, text: words.disableText(sessions) },
        ...{ variant: 'danger', act: { type: 'change', staff, body: { disabled: true } } },
      };
  return [
    ...(row.heldOff ? [lift] : []),
    ...(mayChange ? [reset, ...(sessions > 0 ? [end] : []), turn] : []),
  ];
};
