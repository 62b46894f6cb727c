/** A small shape that carries the tone, always beside a text. */
import type { ComponentChildren, JSX } from 'preact';
import { cx } from './lib/cx.ts';
import type { Tone } from './lib/tone.ts';
import styles from './state-dot.module.css';

const SHAPES: Readonly<Record<Tone, JSX.Element>> = {
  ok: <circle cx="6" cy="6" r="4.8" />,
  warn: <path d="M6 .8 11.6 11H.4z" />,
  over: <path d="M1.2 1.2h9.6v9.6H1.2z" />,
  info: <path d="M6 .4 11.6 6 6 11.6.4 6z" />,
  quiet: (
    <path d="M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1zm0 2.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z" />
  ),
};

/** The shape alone; its meaning must stand beside it. */
export function Mark({ tone }: { readonly tone: Tone }): JSX.Element {
  return (
    <svg class={cx(styles['mark'], styles[tone])} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[tone]}
    </svg>
  );
}

export type StateDotProps = { readonly tone: Tone; readonly children: ComponentChildren };

export function StateDot({ tone, children }: StateDotProps): JSX.Element {
  return (
    <span class={cx(styles['state'])} data-tone={tone}>
      <Mark tone={tone} />
      <span>{children}</span>
    </span>
  );
}
