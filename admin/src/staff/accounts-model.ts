/** The accounts that this admin looks after, and what is done to them. Rules: AUTH-11. */
import { type ReadonlySignal, signal } from '@preact/signals';
import {
  AccountList,
  AccountRow,
  type ChangeAccountBody,
  type NewAccountBody,
} from '@tingxu/contract/identity';
import type { StaffId } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problem';
import { HallList } from '@tingxu/contract/rest';
import type { StaffRole } from '@tingxu/contract/roles';
import { ask } from '@tingxu/session/ask';
import { type Acts, createActs, heard } from '../acts/create-acts.ts';

export type AccountAct =
  | { readonly type: 'create'; readonly body: NewAccountBody }
  | { readonly type: 'change'; readonly staff: StaffId; readonly body: ChangeAccountBody }
  | { readonly type: 'reset'; readonly staff: StaffId; readonly passphrase: string }
  | { readonly type: 'lift' | 'end'; readonly staff: StaffId };

export type HallNames = HallList['halls'];

export type AccountsModel = Acts<AccountAct> & {
  /** Null until they were read. */
  readonly rows: ReadonlySignal<readonly AccountRow[] | null>;
  readonly halls: ReadonlySignal<HallNames>;
  /** There is another way in than a passphrase. */
  readonly signOn: ReadonlySignal<boolean>;
  readonly unread: ReadonlySignal<Problem | 'no-answer' | null>;
  refresh(): Promise<void>;
};

const pathOf = (act: AccountAct): string => {
  switch (act.type) {
    case 'create':
      return '/accounts';
    case 'change':
      return `/accounts/${act.staff}`;
    case 'reset':
      return `/accounts/${act.staff}/passphrase`;
    case 'lift':
      return `/accounts/${act.staff}/lift`;
    case 'end':
      return `/accounts/${act.staff}/end-sessions`;
    default:
      return act satisfies never;
  }
};

const bodyOf = (act: AccountAct): object => {
  if (act.type === 'reset') return { passphrase: act.passphrase };
  return 'body' in act ? act.body : {};
};

export const createAccountsModel = (url: string, role: StaffRole): AccountsModel => {
  const headers = { 'Tingxu-Role': role };
  const rows = signal<readonly AccountRow[] | null>(null);
  const halls = signal<HallNames>([]);
  const signOn = signal(false);
  const unread = signal<Problem | 'no-answer' | null>(null);
  const refresh = async (): Promise<void> => {
    const [accounts, names] = await Promise.all([
      ask({ url, path: '/accounts', schema: AccountList, headers }),
      ask({ url, path: '/halls', schema: HallList, headers }),
    ]);
    const answer = heard(accounts);
    if (answer.ok) {
      rows.value = answer.value.accounts;
      signOn.value = answer.value.signOn;
    }
    unread.value = answer.ok ? null : (answer.problem ?? 'no-answer');
    if (names.ok) halls.value = names.value.halls;
  };
  const send = (act: AccountAct) =>
    ask({ url, path: pathOf(act), schema: AccountRow, headers, body: bodyOf(act) });
  return {
    ...{ rows, halls, signOn, unread, refresh, ...createActs(send, refresh) },
  };
};
