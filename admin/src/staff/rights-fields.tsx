/** What somebody may do, and where. */
import type { HallId } from '@tingxu/contract/ids';
import { StaffRole } from '@tingxu/contract/roles';
import { session as sessionWords } from '@tingxu/i18n/session';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { Tick, Ticks } from '../fields/choices.tsx';
import { useI18n } from '../texts.ts';
import type { AccountsModel } from './accounts-model.ts';
import styles from './staff-page.module.css';
import type { StaffWords } from './staff-page.tsx';

export type Rights = {
  readonly roles: readonly StaffRole[];
  /** Null: all of them. */
  readonly halls: readonly HallId[] | null;
};

/** Those that can be given are complete. */
export const areWhole = ({ roles, halls }: Rights): boolean =>
  roles.length > 0 && (halls === null || halls.length > 0);

export function RightsFields(props: {
  readonly model: AccountsModel;
  readonly words: StaffWords;
  readonly rights: Rights;
  /** Whoever is bound to halls gives rights in no others. */
  readonly mayGiveAll: boolean;
  readonly tried: boolean;
  readonly onChange: (rights: Rights) => void;
}): JSX.Element {
  const { model, words, rights, mayGiveAll, tried, onChange } = props;
  const { locale, pick } = useI18n();
  const names = sessionWords[locale.value].role;
  const { roles, halls } = rights;
  const options = model.halls.value.map(({ hall, name }) => ({ value: hall, label: pick(name) }));
  return (
    <>
      <Ticks
        label={words.roles}
        path="account.roles"
        options={StaffRole.options.map((role) => ({ value: role, label: names[role] }))}
        value={roles}
        onChange={(next) => onChange({ roles: next, halls })}
      />
      {tried && roles.length === 0 && (
        <p class={cx(styles['wrong'])} role="alert">
          {words.rolesMissing}
        </p>
      )}
      {mayGiveAll && (
        <Tick
          label={words.allHalls}
          value={halls === null}
          onChange={(all) => onChange({ roles, halls: all ? null : [] })}
        />
      )}
      {halls !== null && (
        <Ticks
          label={words.halls}
          path="account.halls"
          options={options}
          value={halls}
          onChange={(next) => onChange({ roles, halls: next })}
        />
      )}
      {tried && halls?.length === 0 && (
        <p class={cx(styles['wrong'])} role="alert">
          {words.hallsMissing}
        </p>
      )}
    </>
  );
}
