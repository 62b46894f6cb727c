/** The fixed sign-ins of a demo, one tap each: those that open this page. Source: SEC-14. */
import type { SignInBody } from '@tingxu/contract/identity';
import { sessionHead } from '@tingxu/i18n/session-head';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { DemoMark } from './demo-mark.tsx';
import styles from './screens.module.css';
import { useSessionWords } from './words.ts';

export type DemoSignInsProps = {
  readonly pending: boolean;
  readonly onSignIn: (body: SignInBody) => void;
};

export function DemoSignIns({ pending, onSignIn }: DemoSignInsProps): JSX.Element | null {
  const { session, words, language } = useSessionWords();
  const demo = session.me.value?.demo;
  if (!demo) return null;
  const fitting = demo.signIns.filter(({ roles }) =>
    roles.some((role) => session.needs.roles.includes(role)),
  );
  return (
    <section class={cx(styles['demo'])} aria-label={words.demoSignIns}>
      <h3 class={cx(styles['demo-title'])}>
        <DemoMark /> <span>{words.demoSignIns}</span>
      </h3>
      <ul class={cx(styles['tiles'])}>
        {fitting.map(({ staff, passphrase, roles }) => (
          <li key={staff}>
            <button
              type="button"
              class={cx(styles['tile'])}
              aria-disabled={pending ? true : undefined}
              data-demo={staff}
              onClick={() => onSignIn({ staff, passphrase })}
            >
              <strong>{staff}</strong>
              <span>{roles.map((role) => words.role[role]).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class={cx(styles['small'])}>{sessionHead[language.locale.value].demoText}</p>
    </section>
  );
}
