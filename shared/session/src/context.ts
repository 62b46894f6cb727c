/** The session of a page and the language that it is spoken to in. */
import type { ReadonlySignal } from '@preact/signals';
import type { Locale } from '@tingxu/i18n/locale';
import type { SignInPlace } from '@tingxu/i18n/session';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from './session.ts';

/** As an `I18n` of any area is one. */
export type Language = {
  readonly locale: ReadonlySignal<Locale>;
  readonly locales: readonly Locale[];
  readonly setLocale: (locale: Locale) => void;
};

export type SessionSeat = {
  readonly session: Session;
  readonly place: SignInPlace;
  readonly language: Language;
};

export const SessionContext = createContext<SessionSeat | null>(null);

export const useSession = (): SessionSeat => {
  const seat = useContext(SessionContext);
  if (!seat) throw new Error('useSession needs a SessionGate above it');
  return seat;
};
