/** A text in a place of its own width: Chinese goes on to the next line between words, not within them. */
import type { JSX } from 'preact';
import { cx } from './lib/cx.ts';
import { wordsOf } from './lib/words.ts';
import styles from './words.module.css';

const HAN = /\p{Script=Han}/u;

export function Words({ text }: { readonly text: string }): JSX.Element {
  if (!HAN.test(text)) return <>{text}</>;
  const [first, ...others] = wordsOf(text);
  return (
    <span class={cx(styles['words'])}>
      {first}
      {others.flatMap((word, index) => [<wbr key={index} />, word])}
    </span>
  );
}
