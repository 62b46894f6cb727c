/**
 * Five faces from the best to the worst, each with its word: one touch is one vote. Shape and words tell
 * them apart, the tones only help.
 */
import type { RatingScore } from '@tingxu/contract/rating';
import type { JSX } from 'preact';
import { cx } from './lib/cx.ts';
import styles from './rating-scale.module.css';

const SCORES = [5, 4, 3, 2, 1] as const;
export type Score = (typeof SCORES)[number];

/** From the widest smile to its opposite. */
const MOUTHS: Readonly<Record<Score, string>> = {
  5: 'M12.5 27.5c1.6 5.2 5.6 8 11.5 8s9.9-2.8 11.5-8z',
  4: 'M14.5 28.5c2.2 3.6 5.4 5.4 9.5 5.4s7.3-1.8 9.5-5.4',
  3: 'M15.5 31h17',
  2: 'M15 33.5c2.2-2.9 5.2-4.3 9-4.3s6.8 1.4 9 4.3',
  1: 'M13.5 35.5c1.8-5 5.3-7.5 10.5-7.5s8.7 2.5 10.5 7.5',
};

export type RatingScaleProps = {
  /** Spoken name of the group. */
  readonly label: string;
  readonly words: Readonly<Record<Score, string>>;
  /** The one that is being sent. */
  readonly pending: RatingScore | null;
  readonly onChoose: (score: Score) => void;
};

export function RatingScale({ label, words, pending, onChoose }: RatingScaleProps): JSX.Element {
  return (
    <fieldset class={cx(styles['scale'])} aria-label={label} data-pending={pending ?? undefined}>
      {SCORES.map((score) => (
        <button
          key={score}
          type="button"
          class={cx(styles['choice'], styles[`score-${score}`])}
          aria-disabled={pending === null ? undefined : true}
          aria-busy={pending === score ? true : undefined}
          data-testid={`score-${score}`}
          onClick={() => {
            if (pending === null) onChoose(score);
          }}
        >
          <Face score={score} />
          <span class={cx(styles['word'])}>{words[score]}</span>
        </button>
      ))}
    </fieldset>
  );
}

function Face({ score }: { readonly score: Score }): JSX.Element {
  return (
    <svg class={cx(styles['face'])} viewBox="0 0 48 48" aria-hidden="true">
      <circle class={cx(styles['head'])} cx="24" cy="24" r="21.5" />
      <circle class={cx(styles['eye'])} cx="16.8" cy="19.5" r="2.7" />
      <circle class={cx(styles['eye'])} cx="31.2" cy="19.5" r="2.7" />
      <path class={cx(styles['mouth'], score === 5 && styles['open'])} d={MOUTHS[score]} />
    </svg>
  );
}
