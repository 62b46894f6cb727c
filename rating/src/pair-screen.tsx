/** For whoever sets the pad up: which counter it stands at. The address remembers it. */
import type { CounterId } from '@tingxu/contract/ids';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { Frame } from './frame.tsx';
import { Message } from './message.tsx';
import { usePad } from './pad-context.ts';
import styles from './pair-screen.module.css';
import { addressAt } from './settings.ts';
import { useI18n } from './texts.ts';

export function PairScreen({ unknown }: { readonly unknown: CounterId | null }): JSX.Element {
  const { t } = useI18n();
  const counters = usePad().profile.value?.counters ?? [];
  if (counters.length === 0) {
    return (
      <Frame name="pairing">
        <Message icon="clock" title={t.pad.pairEmpty} />
      </Frame>
    );
  }
  return (
    <Frame name="pairing">
      <div class={cx(styles['pair'])}>
        <h1 class={cx(styles['title'])}>{t.pad.pairTitle}</h1>
        {unknown !== null && <p role="alert">{t.pad.pairUnknown(unknown)}</p>}
        <nav class={cx(styles['counters'])} aria-label={t.pad.pairTitle}>
          {counters.map(({ id, label }) => (
            <a
              key={id}
              class={cx(styles['counter'])}
              href={addressAt(location.search, id)}
              aria-label={t.common.counter(label)}
              data-testid={`counter-${id}`}
            >
              {label}
            </a>
          ))}
        </nav>
      </div>
    </Frame>
  );
}
