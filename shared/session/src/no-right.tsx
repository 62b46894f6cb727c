/** Signed in, and this page is not theirs: whose it is, whom to ask, where they may go instead. */
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import styles from './screens.module.css';
import { PAGES } from './staff-pages.ts';
import { mayOpen, type Person } from './standing.ts';
import { useSessionWords } from './words.ts';

export function NoRight({ who }: { readonly who: Person }): JSX.Element {
  const { session, words } = useSessionWords();
  const { needs } = session;
  const elsewhere = !mayOpen(who, { ...needs, hall: null });
  const roles = needs.roles.map((role) => words.role[role]);
  const open = PAGES.filter(({ roles: wanted }) =>
    mayOpen(who, { roles: wanted, hall: needs.hall }),
  );
  return (
    <>
      <h2 class={cx(styles['title'])}>{words.noRightTitle}</h2>
      <p class={cx(styles['whose'])}>
        <span>{words.staff}</span> <strong>{who.staff}</strong>
      </p>
      <p class={cx(styles['text'])}>
        {elsewhere ? words.noRightText(roles.reduce(words.or)) : words.noRightHall}
      </p>
      {open.length > 0 && (
        <nav class={cx(styles['form'])} aria-label={words.youMayOpen}>
          <h3 class={cx(styles['demo-title'])}>{words.youMayOpen}</h3>
          <ul class={cx(styles['tiles'])}>
            {open.map(({ place, path }) => (
              <li key={place}>
                <a class={cx(styles['tile'])} href={`${path}${location.search}`}>
                  <strong>{words.place[place]}</strong>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Button block data-testid="sign-out" onClick={() => void session.signOut()}>
        {words.signOut}
      </Button>
    </>
  );
}
