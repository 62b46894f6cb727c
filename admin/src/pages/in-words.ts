/** A setting by the words of its members instead of their names in the file. Pure. */
import { configuration } from '@tingxu/i18n/configuration';
import type { Locale } from '@tingxu/i18n/locale';

const ROW = /^\d+$/;

/** `lanes.0.promise.targetMs` → `队列 1 · 承诺 · 目标等候时间`; rows count from 1. */
export const inWords = (path: string, locale: Locale): string => {
  const words: Readonly<Record<string, string>> = configuration[locale].member;
  const parts: string[] = [];
  for (const member of path.split('.')) {
    const before = parts.pop();
    if (before !== undefined && ROW.test(member)) parts.push(`${before} ${Number(member) + 1}`);
    else parts.push(...(before === undefined ? [] : [before]), words[member] ?? member);
  }
  return parts.join(' · ');
};
