import { byRisk, riskOf } from '@tingxu/ui/lib/risk';
import { describe, expect, it } from 'vitest';
import { AT, PROFILE, VIP, waited } from '../testing/rows.ts';

const order = (...tickets: ReturnType<typeof waited>[]): string[] =>
  byRisk(tickets, PROFILE, AT).map(({ number }) => number);

describe('the risk of a waiting ticket', () => {
  it('is the share of the promised wait, and of the cap, that is used up', () => {
    expect(riskOf(waited(1, 15), PROFILE, AT)).toEqual({ wait: 1, passedOver: 0 });
    const vip = waited(2, 15, { lane: VIP, passedOver: 6 });
    expect(riskOf(vip, PROFILE, AT)).toEqual({ wait: 3, passedOver: 6 / 9 });
  });

  it('does not divide by a cap of zero', () => {
    expect(riskOf(waited(1, 0, { passOverCap: 0 }), PROFILE, AT).passedOver).toBe(0);
  });
});

describe('the list of risk', () => {
  it('puts a short wait of an urgent lane before a longer one of another', () => {
    expect(order(waited(1, 10), waited(2, 4, { lane: VIP }))).toEqual(['A002', 'A001']);
  });

  it('lifts whoever is near the cap', () => {
    expect(order(waited(1, 9), waited(2, 1, { passedOver: 8 }))).toEqual(['A002', 'A001']);
  });

  it('keeps equal risks in the order of issue and leaves out who does not wait', () => {
    expect(order(waited(2, 3), waited(1, 3), waited(3, 9, { state: 'called' }))).toEqual([
      'A001',
      'A002',
    ]);
  });

  it('shows one lane when asked', () => {
    const tickets = [waited(1, 10), waited(2, 4, { lane: VIP })];
    expect(byRisk(tickets, PROFILE, AT, VIP).map(({ number }) => number)).toEqual(['A002']);
  });
});
