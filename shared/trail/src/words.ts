/** The language of the page with the words of a ticket's life. */
import { trail } from '@tingxu/i18n/trail';
import { type TrailI18n, useTrail } from './seat.ts';

export type TrailWords = (typeof trail)['zh-CN'];

export const useI18n = (): TrailI18n & { readonly words: TrailWords } => {
  const { i18n } = useTrail();
  return { ...i18n, words: trail[i18n.locale.value] };
};
