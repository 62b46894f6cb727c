/** The missed rule of a lane in one sentence. Pure. Rules: MISS-2, MISS-5, MISS-6. */
import type { kiosk } from '@tingxu/i18n/kiosk';
import type { LaneRule } from '../model/offers.ts';

type Texts = Pick<(typeof kiosk)['zh-CN'], 'missedRule' | 'missedRuleShort' | 'missedRuleVoid'>;

/** `short` where letters are very large. */
export const missedSentence = (texts: Texts, rule: LaneRule, short: boolean): string => {
  const minutes = Math.floor(rule.validMs / 60_000);
  if (rule.maxReturns === 0 || minutes === 0) return texts.missedRuleVoid(rule.minCalls);
  return short ? texts.missedRuleShort(minutes) : texts.missedRule(rule.minCalls, minutes);
};
