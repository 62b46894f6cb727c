/**
 * The hall on which calling policies are compared: eight counters with mixed skills and three lanes
 * with the default promises. Source: product.md 4.1, the reference table.
 */
import { HallConfig, type PolicyKind } from '@tingxu/contract/config';

const MINUTE_MS = 60_000;
const name = (text: string) => ({ 'zh-CN': text, en: text });

const missed = {
  minCalls: 2,
  intervalMs: 20_000,
  minTotalMs: 0,
  returnAfterCalls: 3,
  maxReturns: 1,
  validMs: 60 * MINUTE_MS,
};

const LANES = [
  ['vip', 5, 950, 3, 2],
  ['elderly', 8, 900, 1.5, 1],
  ['normal', 15, 800, 0, 1],
] as const;

/** Mean service times. Units: minutes. */
export const SERVICE_MINUTES = { cash: 4, accounts: 6, loans: 9 } as const;

const SKILLS: readonly (readonly (keyof typeof SERVICE_MINUTES)[])[] = [
  ['cash'],
  ['cash'],
  ['cash', 'accounts'],
  ['cash', 'accounts'],
  ['cash', 'accounts'],
  ['accounts', 'loans'],
  ['cash', 'loans'],
  ['cash', 'accounts', 'loans'],
];

/** A pass-over cap that no day reaches. */
export const NO_CAP = 1_000_000;

/** A calling rule in the comparison: a policy with the default cap (K = 12 here) or without one. */
export type Rule = { readonly kind: PolicyKind; readonly capped: boolean };

export const ruleName = ({ kind, capped }: Rule): string => (capped ? kind : `${kind}, no cap`);

export const syntheticHall = ({ kind, capped }: Rule): HallConfig =>
  HallConfig.parse({
    hall: 'synthetic',
    name: name('synthetic'),
    zone: 'Asia/Shanghai',
    cutOverHour: 4,
    lanes: LANES.map(([id, minutes, sharePermille, creditMinutes, weight]) => ({
      ...{ id, name: name(id), missed, weight, selfSelect: true },
      promise: { targetMs: minutes * MINUTE_MS, sharePermille },
      creditMs: creditMinutes * MINUTE_MS,
    })),
    services: Object.entries(SERVICE_MINUTES).map(([id, minutes], i) => ({
      ...{ id, name: name(id), series: 'ABC'.charAt(i) },
      expectedServiceMs: minutes * MINUTE_MS,
    })),
    counters: SKILLS.map((skills, i) => ({ id: String(i + 1), label: String(i + 1), skills })),
    defaultLane: 'normal',
    policy: { kind, passOverPermille: 1_500, ...(!capped && { passOverCap: NO_CAP }) },
  });
