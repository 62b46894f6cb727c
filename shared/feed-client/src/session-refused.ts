/**
 * The server has refused something because nobody is signed in any more, or the screen is locked: whoever
 * looks after the session of the page hears of it, wherever it was refused, and says when there is another one.
 * Source: docs/adr/0026.
 */
import type { ProblemCode } from '@tingxu/contract/problems';

const REFUSED = 'tingxu-session-refused';
const RENEWED = 'tingxu-session-renewed';
/** Those for which the server must be asked again who this browser is. */
const CODES: readonly (ProblemCode | undefined)[] = [
  'unauthenticated',
  'session-over',
  'session-locked',
];

/** A program has no page, and asks for itself. */
const page = (): EventTarget | null => (typeof document === 'undefined' ? null : document);

/** True when whoever looks after the session gets another one by itself: then the same again will do. */
export const tellSession = (code: ProblemCode | undefined): boolean =>
  CODES.includes(code) && page()?.dispatchEvent(new Event(REFUSED, { cancelable: true })) === false;

/** Whoever gets another session without anybody's help says so by `preventDefault`. */
export const onSessionRefused = (hear: (refusal: Event) => void): void =>
  page()?.addEventListener(REFUSED, hear);

export const tellRenewed = (): void => void page()?.dispatchEvent(new Event(RENEWED));

/** Returns the end of it. */
export const onRenewed = (hear: () => void): (() => void) => {
  const at = page();
  at?.addEventListener(RENEWED, hear);
  return () => at?.removeEventListener(RENEWED, hear);
};
