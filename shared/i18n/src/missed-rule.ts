/**
 * The missed rule of a lane as the customer reads it: parts that a screen or a ticket puts together,
 * and the whole as one sentence. Pure; every variant of the policy object has its words.
 * Rules: MISS-2, MISS-4..MISS-12, MISS-15. Source: product.md 4.2.
 */
import {
  type MissedRule,
  placeAfterReturn,
  type ReturnChannel,
} from '@tingxu/contract/missed-rule';
import { definePublicArea } from './dictionary.ts';
import type { PublicLocale } from './locale.ts';

const MINUTE_MS = 60_000;

/** In a text that tells a time in whichever unit fits. */
export const TIME = '{}';

export const missedRule = definePublicArea(
  {
    missed: (calls: number) => `叫 ${calls} 次未到为过号`,
    void: (calls: number) => `叫 ${calls} 次未到，号码作废`,
    minutes: (minutes: number) => `${minutes} 分钟`,
    seconds: (seconds: number) => `${seconds} 秒`,
    /** `{}` stands for the minutes or seconds. */
    within: '{}内可回来',
    withinAndTolerance: (numbers: number) => `{}内、再叫 ${numbers} 个号之前可回来`,
    byItself: '{}后自动重新排队',
    unlessCalled: (numbers: number) => `此前再叫 ${numbers} 个号即作废`,
    next: '回来后照常叫号',
    first: '回来后优先叫号',
    last: '回来后排到队尾',
    afterCalls: (calls: number) => `回来后最多先让本队列 ${calls} 个号，再照常叫号`,
    noCredit: '之前的等候不再计算',
    partCredit: (percent: number) => `之前的等候按 ${percent}% 计算`,
    times: (times: number) => `最多 ${times} 次`,
    atKiosk: '在取号机报到',
    onPhone: '在手机上报到',
    toStaff: '找工作人员报到',
  },
  {
    'zh-HK': {
      missed: (calls) => `叫 ${calls} 次未到即為過號`,
      void: (calls) => `叫 ${calls} 次未到，號碼作廢`,
      minutes: (minutes) => `${minutes} 分鐘`,
      seconds: (seconds) => `${seconds} 秒`,
      within: '{}內可回來',
      withinAndTolerance: (numbers) => `{}內、再叫 ${numbers} 個號之前可回來`,
      byItself: '{}後自動重新輪候',
      unlessCalled: (numbers) => `此前再叫 ${numbers} 個號即作廢`,
      next: '回來後照常叫號',
      first: '回來後優先叫號',
      last: '回來後排到隊尾',
      afterCalls: (calls) => `回來後最多先讓本隊列 ${calls} 個號，再照常叫號`,
      noCredit: '之前的輪候不再計算',
      partCredit: (percent) => `之前的輪候按 ${percent}% 計算`,
      times: (times) => `最多 ${times} 次`,
      atKiosk: '在取籌機報到',
      onPhone: '在手機上報到',
      toStaff: '向職員報到',
    },
    en: {
      missed: (calls) => `Missed after ${calls} ${calls === 1 ? 'call' : 'calls'}`,
      void: (calls) => `Void after ${calls} ${calls === 1 ? 'call' : 'calls'} without you`,
      minutes: (minutes) => `${minutes} min`,
      seconds: (seconds) => `${seconds} s`,
      within: 'you may come back within {}',
      withinAndTolerance: (numbers) =>
        `you may come back within {} and before ${numbers} more ${numbers === 1 ? 'number is' : 'numbers are'} called`,
      byItself: 'after {} you are in line again',
      unlessCalled: (numbers) =>
        `unless ${numbers} more ${numbers === 1 ? 'number is' : 'numbers are'} called before`,
      next: 'you are then called in turn',
      first: 'you are then called with priority',
      last: 'you are then at the end of the line',
      afterCalls: (calls) =>
        `at most ${calls} of your queue then ${calls === 1 ? 'goes' : 'go'} first, after that you are called in turn`,
      noCredit: 'your earlier wait no longer counts',
      partCredit: (percent) => `${percent}% of your earlier wait counts`,
      times: (times) => (times === 1 ? 'once' : `at most ${times} times`),
      atKiosk: 'check in at the kiosk',
      onPhone: 'check in on your phone',
      toStaff: 'see our staff',
    },
  },
);

/** What stands between parts. */
const BETWEEN: Readonly<Record<PublicLocale, { or: string; comma: string; stop: string }>> = {
  'zh-CN': { or: '或', comma: '，', stop: '；' },
  'zh-HK': { or: '或', comma: '，', stop: '；' },
  en: { or: ' or ', comma: ', ', stop: '; ' },
};

/** What a customer is told, part by part; a part that needs no word is null. */
export type MissedRuleParts = {
  /** When the number is passed, or dies. */
  readonly missed: string;
  /** How long one may come back; null when the number dies. */
  readonly back: string | null;
  /** Where one stands then. */
  readonly place: string | null;
  /** What becomes of the wait, when not all of it counts. */
  readonly credit: string | null;
  /** How often. */
  readonly times: string | null;
  /** How one says "I am here", where not every way is open. */
  readonly ways: string | null;
};

type Words = (typeof missedRule)['zh-CN'];

/** The number dies with the miss. Rules: MISS-5, MISS-6. */
const isVoid = ({ maxReturns, validMs }: MissedRule): boolean => maxReturns === 0 || validMs === 0;

/** Whole minutes, and seconds of less than one: no return that is accepted is told as impossible. */
const timeOf = (words: Words, ms: number, round: (parts: number) => number): string =>
  ms < MINUTE_MS
    ? words.seconds(Math.max(1, round(ms / 1_000)))
    : words.minutes(round(ms / MINUTE_MS));

/** How long one may come back, in words. Rules: MISS-6. */
export const timeToReturn = ({ validMs }: Pick<MissedRule, 'validMs'>, locale: PublicLocale) =>
  timeOf(missedRule[locale], validMs, Math.floor);

const backOf = (rule: MissedRule, locale: PublicLocale): string => {
  const { validMs, toleranceCalls, autoReturnMs } = rule;
  const words = missedRule[locale];
  const time = timeToReturn(rule, locale);
  if (autoReturnMs !== undefined && autoReturnMs < validMs) {
    const back = words.byItself.replace(TIME, timeOf(words, autoReturnMs, Math.ceil));
    if (toleranceCalls === undefined) return back;
    return [back, words.unlessCalled(toleranceCalls)].join(BETWEEN[locale].comma);
  }
  const within =
    toleranceCalls === undefined ? words.within : words.withinAndTolerance(toleranceCalls);
  return within.replace(TIME, time);
};

const placeOf = (rule: MissedRule, words: Words): string => {
  const { place, hold } = placeAfterReturn(rule);
  if (place !== 'after-calls') return words[place];
  return hold === 0 ? words.next : words.afterCalls(hold);
};

const creditOf = (rule: MissedRule, words: Words): string | null => {
  const { waitCreditPermille = 1_000 } = rule;
  if (placeAfterReturn(rule).place === 'last' || waitCreditPermille === 1_000) return null;
  if (waitCreditPermille === 0) return words.noCredit;
  return words.partCredit(Math.round(waitCreditPermille / 10));
};

const waysOf = ({ returnBy }: MissedRule, locale: PublicLocale): string | null => {
  const words = missedRule[locale];
  const said: Readonly<Record<ReturnChannel, string>> = {
    kiosk: words.atKiosk,
    phone: words.onPhone,
    staff: words.toStaff,
  };
  const every = returnBy === undefined || Object.keys(said).every((way) => includes(returnBy, way));
  return every ? null : returnBy.map((way) => said[way]).join(BETWEEN[locale].or);
};

const includes = (ways: readonly string[], way: string): boolean => ways.includes(way);

export const missedRuleParts = (rule: MissedRule, locale: PublicLocale): MissedRuleParts => {
  const words = missedRule[locale];
  if (isVoid(rule)) {
    const nothing = { back: null, place: null, credit: null, times: null, ways: null };
    return { missed: words.void(rule.minCalls), ...nothing };
  }
  return {
    missed: words.missed(rule.minCalls),
    back: backOf(rule, locale),
    place: placeOf(rule, words),
    credit: creditOf(rule, words),
    times: words.times(rule.maxReturns),
    ways: waysOf(rule, locale),
  };
};

/** The whole rule in one sentence, for a printed ticket or the phone. */
export const tellMissedRule = (rule: MissedRule, locale: PublicLocale): string => {
  const { comma, stop } = BETWEEN[locale];
  const { missed, back, times, ways, place, credit } = missedRuleParts(rule, locale);
  const coming = [back, times, ways].filter((part) => part !== null).join(comma);
  const standing = [place, credit].filter((part) => part !== null).join(comma);
  return [missed, coming, standing].filter((part) => part !== '').join(stop);
};
