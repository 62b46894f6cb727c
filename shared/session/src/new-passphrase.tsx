/** A new passphrase, typed twice; length counts, not composition. Source: SEC-02, NIST SP 800-63B. */
import { useSignal } from '@preact/signals';
import { PASSPHRASE_LENGTH } from '@tingxu/contract/identity';
import type { JSX } from 'preact';
import { PassphraseField } from './passphrase-field.tsx';
import type { SessionWords } from './words.ts';

export type NewPassphrase = {
  readonly next: string;
  readonly again: string;
  readonly tried: boolean;
  readonly nextWrong: string | undefined;
  readonly againWrong: string | undefined;
  type(field: 'next' | 'again', text: string): void;
  /** What was chosen; null while something is wrong with it, which is then shown. */
  take(): string | null;
};

/** `current`: what it must not be. */
export const useNewPassphrase = (words: SessionWords, current: string | null): NewPassphrase => {
  const next = useSignal('');
  const again = useSignal('');
  const tried = useSignal(false);
  const missing = PASSPHRASE_LENGTH.least - [...next.value].length;
  const same = current !== null && current !== '' && next.value === current;
  const nextWrong = missing > 0 ? words.nextShort(missing) : same ? words.nextSame : undefined;
  const againWrong = again.value === next.value ? undefined : words.againWrong;
  return {
    ...{ next: next.value, again: again.value, tried: tried.value },
    nextWrong: tried.value ? nextWrong : undefined,
    againWrong: tried.value ? againWrong : undefined,
    type: (field, text) => {
      (field === 'next' ? next : again).value = text;
    },
    take: () => {
      tried.value = true;
      return nextWrong === undefined && againWrong === undefined ? next.value : null;
    },
  };
};

export function NewPassphraseFields(props: {
  readonly words: SessionWords;
  readonly chosen: NewPassphrase;
  readonly label?: string;
}): JSX.Element {
  const { words, chosen } = props;
  return (
    <>
      <PassphraseField
        words={words}
        label={props.label ?? words.next}
        name="next"
        value={chosen.next}
        hint={words.nextHint(PASSPHRASE_LENGTH.least)}
        error={chosen.nextWrong}
        onInput={(text) => chosen.type('next', text)}
      />
      <PassphraseField
        words={words}
        label={words.again}
        name="again"
        value={chosen.again}
        error={chosen.againWrong}
        onInput={(text) => chosen.type('again', text)}
      />
    </>
  );
}
