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
import { tellSession } from '@tingxu/feed-client/session-refused';
import { type Answer, ask } from '@tingxu/session/ask';

export type AccountAct =
  | { readonly type: 'create'; readonly body: NewAccountBody }
  | { readonly type: 'change'; readonly staff: StaffId; readonly body: ChangeAccountBody }
  | { readonly type: 'reset'; readonly staff: StaffId; readonly passphrase: string }
  | { readonly type: 'lift' | 'end'; readonly staff: StaffId };

/** What became of the last act; `problem` is null when no answer came. */
export type Told = { readonly id: number; readonly act: AccountAct } & (
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: Problem | null }
);

export type HallNames = HallList['halls'];

export type AccountsModel = {
  /** Null until they were read. */
  readonly rows: ReadonlySignal<readonly AccountRow[] | null>;
  readonly halls: ReadonlySignal<HallNames>;
  /** There is another way in than a passphrase. */
  readonly signOn: ReadonlySignal<boolean>;
  readonly unread: ReadonlySignal<Problem | 'no-answer' | null>;
  readonly pending: ReadonlySignal<boolean>;
  readonly told: ReadonlySignal<Told | null>;
  refresh(): Promise<void>;
  /** True when it happened. */
  run(act: AccountAct): Promise<boolean>;
  dismiss(): void;
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
  const pending = signal(false);
  const told = signal<Told | null>(null);
  const heard = <T>(answer: Answer<T>): Answer<T> => {
    if (!answer.ok) tellSession(answer.problem?.code);
    return answer;
  };
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
  const run = async (act: AccountAct): Promise<boolean> => {
    if (pending.value) return false;
    pending.value = true;
    const path = pathOf(act);
    const answer = heard(await ask({ url, path, schema: AccountRow, headers, body: bodyOf(act) }));
    const id = (told.value?.id ?? 0) + 1;
    told.value = answer.ok
      ? { id, act, ok: true }
      : { id, act, ok: false, problem: answer.problem };
    pending.value = false;
    await refresh();
    return answer.ok;
  };
  return {
    ...{ rows, halls, signOn, unread, pending, told, refresh, run },
    dismiss: () => {
      told.value = null;
    },
  };
};
