/** The way to the bank's own provider and back to this page, where the server has one. Rules: AUTH-20. */
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import styles from './screens.module.css';
import { useSessionWords } from './words.ts';

const OUTCOME = 'sign-on';

/** The page as it was opened, without what the last way said. */
const here = (): string => {
  const query = new URLSearchParams(location.search);
  query.delete(OUTCOME);
  const rest = query.toString();
  return `${location.pathname}${rest === '' ? '' : `?${rest}`}`;
};

const outcome = new URLSearchParams(globalThis.location?.search).get(OUTCOME);

export function SignOn(): JSX.Element | null {
  const { session, words, language } = useSessionWords();
  const signOn = session.me.value?.signOn;
  // Said once: whoever loads the page again has not been refused again.
  useLayoutEffect(() => {
    if (outcome !== null) history.replaceState(null, '', here());
  }, []);
  if (!signOn) return null;
  const { label } = signOn;
  const name = label && (label[language.locale.value] ?? label['zh-CN']);
  return (
    <>
      {outcome !== null && (
        <Notice tone="warn">{outcome === 'away' ? words.signOnAway : words.signOnRefused}</Notice>
      )}
      <a
        class={cx(styles['tile'], styles['signOn'])}
        href={`/api/v1/sign-on?to=${encodeURIComponent(here())}`}
        data-testid="sign-on"
      >
        <strong>{name ?? words.signOn}</strong>
      </a>
    </>
  );
}
