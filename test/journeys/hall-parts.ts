/** Lanes and services of the halls that only journeys use, with intervals short enough to wait for. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

export const missed = {
  minCalls: 2,
  intervalMs: 1_500,
  minTotalMs: 0,
  returnAfterCalls: 0,
  maxReturns: 1,
  validMs: 60 * MINUTE,
};

export const lane = (id: string, zh: string, en: string, minutes: number, sharePermille = 800) => ({
  id,
  name: { 'zh-CN': zh, en },
  promise: { targetMs: minutes * MINUTE, sharePermille },
  creditMs: 0,
  selfSelect: id !== 'vip',
  missed,
});

type Name = { readonly 'zh-CN': string; readonly en: string };

export const service = (
  id: string,
  zh: string,
  en: string,
  series: string,
  documents?: readonly Name[],
) => ({
  id,
  name: { 'zh-CN': zh, en },
  ...(documents && { documents }),
  series,
  expectedServiceMs: 4 * MINUTE,
});

export const ID_CARD: Name = { 'zh-CN': '身份证', en: 'your ID card' };
export const PHONE: Name = { 'zh-CN': '本人手机', en: 'your mobile phone' };
