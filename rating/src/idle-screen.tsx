/** Nobody is asked: whose branch it is and which counter, in ink. */
import { CounterName } from '@tingxu/ui/counter-name';
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel } from '@tingxu/ui/lib/profile';
import { Seal } from '@tingxu/ui/wordmark';
import { Words } from '@tingxu/ui/words';
import type { JSX } from 'preact';
import styles from './idle-screen.module.css';
import { usePad } from './pad-context.ts';
import { useI18n } from './texts.ts';

export type IdleProps = { readonly title?: string; readonly text: string };

export function IdleScreen({ title, text }: IdleProps): JSX.Element {
  const { t, pick } = useI18n();
  const { counter, profile, connection } = usePad();
  const label = counter === null ? '' : counterLabel(profile.value, counter);
  return (
    <div
      class={cx(styles['idle'])}
      data-theme="board"
      data-screen-name={title === undefined ? 'closed' : 'idle'}
      data-connection={connection.value}
    >
      <header class={cx(styles['brand'])}>
        <Seal class={styles['seal']} />
        <p>
          <Words text={profile.value ? pick(profile.value.name) : t.common.product} />
        </p>
      </header>
      <main class={cx(styles['counter'])}>
        <h1>
          <CounterName text={t.common.counter(label)} label={label} size="hero" />
        </h1>
      </main>
      <footer class={cx(styles['words'])}>
        {title !== undefined && <strong>{title}</strong>}
        <span>{text}</span>
      </footer>
    </div>
  );
}
