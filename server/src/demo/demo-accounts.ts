/**
 * Who may sign in at a demo: fixed, told to everybody, and in a data folder that never becomes a real
 * server's. Rules: AUTH-17. Source: SEC-14.
 */
import type { Me } from '@tingxu/contract/identity';
import { StaffId } from '@tingxu/contract/ids';
import type { StaffRole } from '@tingxu/contract/roles';
import type { SignIn } from '../http/start-page.ts';
import type { Identity } from '../identity/identity.ts';

/** One for all. */
export const DEMO_PASSPHRASE = 'demo-demo-demo';
/** Made once, so that a start does not wait for it. */
export const DEMO_PASSPHRASE_HASH =
  '$argon2id$v=19$m=47104,t=1,p=1$3yRPf4cztM8C+ln6P+uX+Q$sKAHftd0O/lAeZODcHwak5xwMiwpSSK4dFWhrlvuUlc';

type DemoSignIn = SignIn & { readonly roles: readonly StaffRole[] };

export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  { zh: '柜员（1 号窗口）', en: 'teller at counter 1', staff: 't01', roles: ['teller'] },
  { zh: '柜员（2 号窗口）', en: 'teller at counter 2', staff: 't02', roles: ['teller'] },
  { zh: '柜员（3 号窗口）', en: 'teller at counter 3', staff: 't03', roles: ['teller'] },
  {
    zh: '柜员（可开 4 号窗口）',
    en: 'teller, free for counter 4',
    staff: 't04',
    roles: ['teller'],
  },
  { zh: '柜员（5 号窗口）', en: 'teller at counter 5', staff: 't05', roles: ['teller'] },
  {
    zh: '柜员（可开 6 号窗口）',
    en: 'teller, free for counter 6',
    staff: 't06',
    roles: ['teller'],
  },
  { zh: '大堂经理', en: 'lobby manager', staff: 'l01', roles: ['lobby'] },
  { zh: '值班主管', en: 'duty supervisor', staff: 's01', roles: ['supervisor'] },
  { zh: '系统管理员', en: 'administrator', staff: 'a01', roles: ['admin'] },
  { zh: '审计员', en: 'auditor', staff: 'u01', roles: ['auditor'] },
];

/** As a page is told them. */
export const demoSignIns = (): NonNullable<Me['demo']>['signIns'] =>
  DEMO_SIGN_INS.map(({ staff, roles }) => ({
    ...{ staff: StaffId.parse(staff), passphrase: DEMO_PASSPHRASE, roles: [...roles] },
  }));

/** Makes the accounts that a demo lacks; those that somebody changed stay as they are. */
export function addDemoAccounts({ accounts, transact, now }: Identity): void {
  const missing = demoSignIns().filter(({ staff }) => !accounts.get(staff));
  if (missing.length === 0) return;
  transact(() => {
    for (const { staff, roles } of missing) {
      accounts.put({
        ...{
          staff,
          passphrase: DEMO_PASSPHRASE_HASH,
          mustChange: false,
          roles,
          halls: null,
          disabled: false,
        },
        ...{ createdAt: now(), lastSignInAt: null },
      });
    }
  });
}
