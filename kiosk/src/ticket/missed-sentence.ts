/** The missed rule of a lane in one sentence that fits the screen. Pure. Rules: MISS-2, MISS-5, MISS-6. */
import type { kiosk } from '@tingxu/i18n/kiosk';
import type { PublicLocale } from '@tingxu/i18n/locale';
import { missedRuleParts, TIME, timeToReturn } from '@tingxu/i18n/missed-rule';
import type { LaneRule } from '../model/offers.ts';

type Texts = Pick<(typeof kiosk)['zh-CN'], 'missedRule' | 'missedRuleShort'>;

/** The figure stays with its unit and the word before it. */
const unbroken = (time: string): string => ` ${time}`.replaceAll(' ', '\u00A0');

/** `short` where letters are very large. Where one stands then is told by the printed ticket. */
export const missedSentence = (
  texts: Texts,
  locale: PublicLocale,
  rule: LaneRule,
  short: boolean,
): string => {
  const { missed, back } = missedRuleParts(rule, locale);
  if (back === null) return missed;
  if (short) return texts.missedRuleShort.replace(TIME, unbroken(timeToReturn(rule, locale)));
  return texts.missedRule(missed, back);
};
