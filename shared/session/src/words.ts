/** The session of a page with the words of what stands before it. */
import { session as areas } from '@tingxu/i18n/session';
import { type SessionSeat, useSession } from './context.ts';

export type SessionWords = (typeof areas)['zh-CN'];

export const useSessionWords = (): SessionSeat & { readonly words: SessionWords } => {
  const seat = useSession();
  return { ...seat, words: areas[seat.language.locale.value] };
};
