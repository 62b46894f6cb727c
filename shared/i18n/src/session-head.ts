/** What the head of every page of staff says of whoever works there. */
import { defineArea } from './dictionary.ts';

export const sessionHead = defineArea(
  {
    demo: '演示',
    demoText: '演示系统：工号和口令是公开的，请勿用于真实业务。',
    change: (staff: string) => `${staff}，更改口令`,
    lock: '锁定',
    signOut: '退出',
  },
  {
    en: {
      demo: 'Demo',
      demoText: 'A demo: its numbers and passphrases are public. Not for real business.',
      change: (staff) => `${staff}, change the passphrase`,
      lock: 'Lock',
      signOut: 'Sign out',
    },
  },
);
