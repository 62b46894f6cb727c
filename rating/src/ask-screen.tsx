/** One question, one touch, one minute. Rules: RATE-1, RATE-2. */
import { RATING_WINDOW_MS } from '@tingxu/contract/rating';
import { cx } from '@tingxu/ui/lib/cx';
import { RatingScale } from '@tingxu/ui/rating-scale';
import type { JSX } from 'preact';
import styles from './ask-screen.module.css';
import { Frame } from './frame.tsx';
import { usePad } from './pad-context.ts';
import { useI18n } from './texts.ts';

export function AskScreen({ leftMs }: { readonly leftMs: number }): JSX.Element {
  const { t } = useI18n();
  const { pending, unsent, rate } = usePad();
  return (
    <Frame name="asking" languages>
      <div class={cx(styles['ask'])}>
        <h1 class={cx(styles['question'])}>{t.rating.question}</h1>
        <div class={cx(styles['scale'])}>
          <RatingScale
            label={t.rating.question}
            words={t.rating.scores}
            pending={pending.value}
            onChoose={(score) => void rate(score)}
          />
        </div>
        <footer class={cx(styles['foot'])}>
          {unsent.value && pending.value === null ? (
            <p class={cx(styles['again'])} role="alert">
              {t.pad.again}
            </p>
          ) : (
            <p>{t.rating.discreet}</p>
          )}
          <Left leftMs={leftMs} />
        </footer>
      </div>
    </Frame>
  );
}

/** Shrinks steadily; nothing blinks and nothing hurries. */
function Left({ leftMs }: { readonly leftMs: number }): JSX.Element {
  const { t } = useI18n();
  const share = leftMs / RATING_WINDOW_MS;
  return (
    <>
      <p class={cx(styles['seconds'])} role="timer" aria-live="off" data-testid="left">
        {t.pad.secondsLeft(Math.ceil(leftMs / 1_000))}
      </p>
      <div class={cx(styles['track'])} aria-hidden="true">
        <div class={cx(styles['rest'])} style={{ transform: `scaleX(${share})` }} />
      </div>
    </>
  );
}
