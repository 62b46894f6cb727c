/** A box for the numbers of tickets, with a button. */

import { EntryBox, type EntryBoxProps } from '@tingxu/ui/entry-box';
import type { JSX } from 'preact';
import { parseRefs, type Refs } from './look-up.ts';
import { useI18n } from './words.ts';

export type TicketBoxProps = Omit<EntryBoxProps, 'onText'> & {
  /** Shown when what was typed is no ticket. */
  readonly wrong: string;
  /** False when the numbers cannot be used here. */
  readonly onRefs: (refs: Refs) => boolean;
};

export function TicketBox({ wrong, onRefs, ...box }: TicketBoxProps): JSX.Element {
  const take = (text: string): string | null => {
    const refs = parseRefs(text);
    return refs !== null && onRefs(refs) ? null : wrong;
  };
  return <EntryBox {...box} onText={take} />;
}

/** One number: its whole life. Two: which was called first, and why. */
export function SearchBox({ open }: { readonly open: (refs: Refs) => void }): JSX.Element {
  const { words } = useI18n();
  return (
    <TicketBox
      label={words.find}
      hint={words.findHint}
      action={words.find}
      testId="find"
      wrong={words.findWrong}
      onRefs={(refs) => {
        open(refs);
        return true;
      }}
    />
  );
}
