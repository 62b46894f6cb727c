/** The frame of a screen: whose pad it is in ink, the matter on paper. */
import { LOCALE_NAMES } from '@tingxu/i18n/locale';
import { Button } from '@tingxu/ui/button';
import { CounterName } from '@tingxu/ui/counter-name';
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel } from '@tingxu/ui/lib/profile';
import { Seal } from '@tingxu/ui/wordmark';
import type { ComponentChildren, JSX } from 'preact';
import styles from './frame.module.css';
import { usePad } from './pad-context.ts';
import { useI18n } from './texts.ts';

export type FrameProps = {
  /** For tests and styles: what stands on the pad. */
  readonly name: string;
  /** While somebody is asked. */
  readonly languages?: boolean;
  readonly children: ComponentChildren;
};

export function Frame({ name, languages = false, children }: FrameProps): JSX.Element {
  const { connection } = usePad();
  return (
    <div class={cx(styles['frame'])} data-screen-name={name} data-connection={connection.value}>
      <header class={cx(styles['head'])} data-theme="board">
        <Seal class={styles['seal']} />
        <Where />
        {languages && <Languages />}
      </header>
      <main class={cx(styles['main'])}>{children}</main>
    </div>
  );
}

function Where(): JSX.Element {
  const { t } = useI18n();
  const { counter, profile } = usePad();
  if (counter === null || !profile.value) return <p>{t.common.product}</p>;
  const label = counterLabel(profile.value, counter);
  return (
    <p class={cx(styles['where'])}>
      <CounterName text={t.common.counter(label)} label={label} size="m" />
    </p>
  );
}

/** Each other language is one touch away. */
function Languages(): JSX.Element {
  const { locale, locales, setLocale } = useI18n();
  const others = locales.filter((known) => known !== locale.value);
  return (
    <div class={cx(styles['languages'])}>
      {others.map((other) => (
        <Button
          key={other}
          size="touch"
          class={cx(styles['language'])}
          aria-label={`${LOCALE_NAMES[other].short} ${LOCALE_NAMES[other].full}`}
          data-testid={`language-${other}`}
          onClick={() => setLocale(other)}
        >
          <span lang={other}>{LOCALE_NAMES[other].short}</span>
        </Button>
      ))}
    </div>
  );
}
