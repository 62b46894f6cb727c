/** A number in, its whole life out. */
import { useSignal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { parseRef } from './look-up.ts';
import styles from './search-box.module.css';

export function SearchBox(): JSX.Element {
  const { trail } = useMonitor();
  const { t } = useI18n();
  const text = useSignal('');
  const wrong = useSignal(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    const ref = parseRef(text.value);
    wrong.value = ref === null;
    if (ref) trail.open(ref);
  };
  return (
    <search class={cx(styles['search'])}>
      <form class={cx(styles['form'])} onSubmit={submit} noValidate>
        <Icon name="search" class={styles['icon']} />
        <input
          class={cx(styles['input'])}
          type="text"
          value={text.value}
          placeholder={t.supervisor.searchHint}
          aria-label={t.supervisor.search}
          aria-invalid={wrong.value ? true : undefined}
          aria-describedby={wrong.value ? 'search-wrong' : undefined}
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          maxLength={24}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            wrong.value = false;
          }}
        />
        <Button type="submit" data-testid="find">
          {t.supervisor.search}
        </Button>
      </form>
      {wrong.value && (
        <p class={cx(styles['wrong'])} id="search-wrong" role="alert">
          {t.supervisor.searchWrong}
        </p>
      )}
    </search>
  );
}
