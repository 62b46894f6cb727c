/** The documents that a service asks for, and what staff saw of them: nothing yet, all, or what is missing. */
import type { JSX } from 'preact';
import styles from './documents-line.module.css';
import { cx } from './lib/cx.ts';
import { StatusPill } from './status-pill.tsx';

export type DocumentsLineProps = {
  /** Their names in the order of the configuration. */
  readonly names: readonly string[];
  /** Positions of what is missing; null while nobody has looked. */
  readonly missing: readonly number[] | null;
  readonly words: {
    readonly label: string;
    readonly unchecked: string;
    readonly complete: string;
    readonly missing: string;
  };
  /** Puts two names into one list. */
  readonly listed: (before: string, next: string) => string;
};

export function DocumentsLine(props: DocumentsLineProps): JSX.Element {
  const { names, missing, words, listed } = props;
  const seen = seenOf(missing);
  const told =
    missing && missing.length > 0 ? names.filter((_, at) => missing.includes(at)) : names;
  return (
    <span class={cx(styles['line'])} data-testid="documents" data-seen={seen}>
      <StatusPill tone={TONES[seen]}>
        {words.label} {words[seen]}
      </StatusPill>
      <span class={cx(styles['names'], seen === 'missing' && styles['strong'])}>
        {told.reduce(listed)}
      </span>
    </span>
  );
}

type Seen = 'unchecked' | 'complete' | 'missing';

const seenOf = (missing: readonly number[] | null): Seen => {
  if (missing === null) return 'unchecked';
  return missing.length === 0 ? 'complete' : 'missing';
};
const TONES = { unchecked: 'quiet', complete: 'ok', missing: 'warn' } as const;
