import { LaneId } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import { profileWith, viewWith } from '../testing/hall.ts';
import { laneOffers, laneRule, seriesLetters, serviceOffers } from './offers.ts';

describe('services', () => {
  test('stand in the order of the configuration with their waits', () => {
    const offers = serviceOffers(viewWith());
    expect(offers.map((offer) => [offer.service, offer.ahead, offer.wait?.highMs])).toEqual([
      ['cash', 7, 600_000],
      ['wealth', 0, undefined],
      ['gold', 0, undefined],
    ]);
  });
  test('say why they are not simply there: no counter is open yet, no counter takes them at all', () => {
    expect(serviceOffers(viewWith()).map((offer) => offer.availability)).toEqual([
      'open',
      'queue-only',
      'not-offered',
    ]);
  });
  test('HOURS-12 outside hours of its own a service cannot be had, and says when it can', () => {
    const issuing = { state: 'not-yet', untilAt: 5, reason: null } as const;
    const { services } = viewWith();
    const rows = Object.values(services).map((row) => [row.service, { ...row, issuing }]);
    const [cash, , gold] = serviceOffers(viewWith({ services: Object.fromEntries(rows) }));
    expect([cash?.availability, cash?.issuing]).toEqual(['not-now', issuing]);
    expect(gold?.availability).toBe('not-offered');
  });
  test('are none while no day was ever opened', () => {
    const view = viewWith({ profile: null });
    expect([serviceOffers(view), laneOffers(view)]).toEqual([[], []]);
  });
});

describe('lanes', () => {
  test('the default lane comes first, and a lane that needs proof is not offered', () => {
    expect(laneOffers(viewWith()).map((offer) => offer.lane)).toEqual(['normal', 'elderly']);
  });
  test('LANE-3 a lane that opens by the customer’s word is offered, one of check-ins is not', () => {
    const lanes = profileWith({}).lanes.map((lane) =>
      lane.id === 'vip' ? { ...lane, proof: { declared: true } } : lane,
    );
    const offers = laneOffers(viewWith({ profile: profileWith({ lanes }) }));
    expect(offers.map((offer) => [offer.lane, offer.declared])).toEqual([
      ['normal', false],
      ['vip', true],
      ['elderly', false],
    ]);
    const checkIns = lanes.map((lane) =>
      lane.id === 'vip' ? { ...lane, proof: { checkIn: true } } : lane,
    );
    const profile = profileWith({ lanes: checkIns });
    expect(laneOffers(viewWith({ profile })).map((offer) => offer.lane)).not.toContain('vip');
  });
  test('HOURS-12 one outside hours of its own says when it can be had', () => {
    const issuing = { state: 'over', untilAt: null, reason: null } as const;
    const { lanes } = viewWith();
    const rows = Object.values(lanes).map((row) => [row.lane, { ...row, issuing }]);
    const offers = laneOffers(viewWith({ lanes: Object.fromEntries(rows) }));
    expect(offers.map((offer) => offer.issuing)).toEqual(offers.map(() => issuing));
    expect(laneOffers(viewWith()).map((offer) => offer.issuing)).toEqual([null, null]);
  });
  test('a default lane that needs proof is not offered either', () => {
    const view = viewWith({ profile: profileWith({ defaultLane: 'vip' }) });
    expect(laneOffers(view).map((offer) => offer.lane)).toEqual(['elderly', 'normal']);
  });
});

test('the keypad has each letter of the hall once, in alphabetical order', () => {
  const { profile } = viewWith();
  expect(profile && seriesLetters(profile)).toEqual(['A', 'B', 'V']);
});

test('the missed rule is that of the lane', () => {
  const { profile } = viewWith();
  expect(laneRule(profile, LaneId.parse('normal'))?.returnAfterCalls).toBe(3);
  expect(laneRule(profile, LaneId.parse('elsewhere'))).toBeNull();
  expect(laneRule(null, LaneId.parse('normal'))).toBeNull();
});
