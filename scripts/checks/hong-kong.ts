import { staleWords } from '@tingxu/i18n/build/hong-kong';
import { HONG_KONG } from '@tingxu/i18n/hong-kong-table';

/** A text of staff that is new or changed has its words of Hong Kong, and so has a change of the glossary. */
export const checkHongKong = (): readonly string[] => staleWords(HONG_KONG);
