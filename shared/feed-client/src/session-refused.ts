/**
 * The server has refused something because nobody is signed in any more, or the screen is locked: whoever
 * looks after the session of the page hears of it, wherever it was refused. Source: docs/adr/0026.
 */
import type { ProblemCode } from '@tingxu/contract/problems';

const EVENT = 'tingxu-session-refused';
/** Those for which the server must be asked again who this browser is. */
const CODES: readonly (ProblemCode | undefined)[] = [
  'unauthenticated',
  'session-over',
  'session-locked',
];

/** A program has no page, and asks for itself. */
const page = (): EventTarget | null => (typeof document === 'undefined' ? null : document);

export const tellSession = (code: ProblemCode | undefined): void => {
  if (CODES.includes(code)) page()?.dispatchEvent(new Event(EVENT));
};

export const onSessionRefused = (hear: () => void): void => page()?.addEventListener(EVENT, hear);
