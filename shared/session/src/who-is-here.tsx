/** Who works on this page, and the ways to lock it and to leave it: in the head of every page of staff. */

import { sessionHead } from '@tingxu/i18n/session-head';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useSession } from './context.ts';
import { DemoMark } from './demo-mark.tsx';
import { LeaveSign, LockSign } from './signs.tsx';
import styles from './who-is-here.module.css';

export type WhoIsHereProps = {
  /** Signs without words, where there is little room. */
  readonly compact?: boolean | undefined;
  /** Of a page that has something to ask first; else whoever is here is signed out at once. */
  readonly onSignOut?: (() => void) | undefined;
};

export function WhoIsHere({ compact = false, onSignOut }: WhoIsHereProps): JSX.Element | null {
  const { session, language } = useSession();
  const words = sessionHead[language.locale.value];
  const standing = session.standing.value;
  if (standing.kind !== 'in') return null;
  return (
    <span class={cx(styles['here'])} data-staff={standing.who.staff}>
      {!compact && <DemoMark />}
      <Button
        size="s"
        variant="quiet"
        icon="person"
        aria-label={words.change(standing.who.staff)}
        title={words.change(standing.who.staff)}
        onClick={() => session.change(true)}
      >
        <span class={cx(styles['number'])}>{standing.who.staff}</span>
      </Button>
      <Button
        size="s"
        variant="quiet"
        class={styles['sign']}
        aria-label={words.lock}
        title={words.lock}
        data-testid="lock"
        onClick={() => session.lock()}
      >
        <LockSign />
      </Button>
      <Button
        size="s"
        variant="quiet"
        class={styles['sign']}
        aria-label={words.signOut}
        title={words.signOut}
        data-testid="sign-out"
        onClick={() => (onSignOut ? onSignOut() : void session.signOut())}
      >
        {compact ? <LeaveSign /> : words.signOut}
      </Button>
    </span>
  );
}
