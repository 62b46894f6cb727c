/**
 * The sign of the house: a cinnabar seal cut with the roof that 厅 and 序 share, and under it three
 * people in line. A bank's logo takes the place of both; its colours come through the tokens.
 */
import type { JSX } from 'preact';
import { cx } from './lib/cx.ts';
import { pageLogo } from './lib/logo.ts';
import styles from './wordmark.module.css';

export function Seal(props: { readonly class?: string | undefined }): JSX.Element {
  const logo = pageLogo();
  if (logo !== undefined) {
    // A screen gives the seal a square; a logo is as wide as it is.
    const wide = { inlineSize: 'auto' };
    return <img class={cx(styles['logo'], props.class)} style={wide} src={logo} alt="" />;
  }
  return (
    <svg class={cx(styles['seal'], props.class)} viewBox="0 0 32 32" aria-hidden="true">
      <path
        class={cx(styles['ground'])}
        d="M5 1.5h22.5A3 3 0 0 1 30.5 4.5v23a3 3 0 0 1-3 3H4.5a3 3 0 0 1-3-3v-22.5A3.5 3.5 0 0 1 5 1.5z"
      />
      <path class={cx(styles['cut'])} d="M26 8H9v6.5c0 4.8-.9 8-3 11" />
      <path class={cx(styles['cut'])} d="M14 13.5h11.5M14 19h8M14 24.5h4.5" />
    </svg>
  );
}

export type WordmarkProps = {
  readonly name?: string | undefined;
  readonly latin?: string | undefined;
  readonly class?: string | undefined;
};

export function Wordmark(props: WordmarkProps): JSX.Element {
  const { name = '厅序', latin = 'Tingxu' } = props;
  if (pageLogo() !== undefined) {
    return (
      <span class={cx(styles['wordmark'], props.class)}>
        <Seal />
      </span>
    );
  }
  return (
    <span class={cx(styles['wordmark'], props.class)}>
      <Seal />
      <span class={cx(styles['name'])} lang="zh-CN">
        {name}
      </span>
      {latin && (
        <span class={cx(styles['latin'])} lang="en">
          {latin}
        </span>
      )}
    </span>
  );
}
