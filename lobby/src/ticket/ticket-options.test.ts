import { CounterId } from '@tingxu/contract/ids';
import { freeCountersFor } from '@tingxu/feed-client/chosen-call';
import { describe, expect, it } from 'vitest';
import { BOOKED, counterRow, ELDERLY, NORMAL, PROFILE, viewWith, waited } from '../testing/rows.ts';
import { lanesFor, optionsOf, staffLanes } from './ticket-options.ts';

const options = (more: Parameters<typeof waited>[2]) => optionsOf(waited(1, 5, more), PROFILE);

describe('what a lobby manager may do with a ticket', () => {
  it('follows its state', () => {
    expect(options({ state: 'waiting' })).toEqual(['prepare', 'lane', 'call', 'cancel']);
    expect(options({ state: 'preparing' })).toEqual(['ready', 'lane', 'cancel']);
    expect(options({ state: 'parked' })).toEqual(['resume', 'lane', 'cancel']);
    expect(options({ state: 'serving' })).toEqual([]);
  });

  it('MISS-5 offers no return that the rule refuses, and always the override with its reason', () => {
    expect(options({ state: 'missed' })).toEqual(['return', 'readmit', 'cancel']);
    expect(options({ state: 'missed', returns: 1 })).toEqual(['readmit', 'cancel']);
  });

  it('MISS-9 offers no return where the lane keeps it from staff', () => {
    const lanes = PROFILE.lanes.map((lane) => ({
      ...lane,
      missed: { ...lane.missed, returnBy: ['kiosk' as const] },
    }));
    const row = waited(1, 5, { state: 'missed' });
    expect(optionsOf(row, { ...PROFILE, lanes })).toEqual(['readmit', 'cancel']);
  });

  it('MISS-8 fetches a called customer where the rule asks for it, once', () => {
    expect(options({ state: 'called', escorted: false })).toEqual(['escort', 'cancel']);
    expect(options({ state: 'called', escorted: true })).toEqual(['cancel']);
    expect(options({ state: 'called' })).toEqual(['cancel']);
  });

  it('LANE-4 offers only lanes that staff may open, and not the one it stands in', () => {
    expect(staffLanes(PROFILE).map(({ id }) => id)).toEqual([ELDERLY, NORMAL]);
    expect(lanesFor(PROFILE, waited(1, 5)).map(({ id }) => id)).toEqual([ELDERLY]);
    expect(staffLanes(PROFILE).map(({ id }) => id)).not.toContain(BOOKED);
  });

  it('CTR-6 offers the free counters that take its service', () => {
    const row = waited(1, 5);
    const desks = ['1', '2', '3'].map((id) => ({
      ...{ id: CounterId.parse(id), label: id },
      skills: id === '2' ? [] : [row.service],
    }));
    const rows = [counterRow('1'), counterRow('2'), counterRow('3', { state: 'serving' })];
    const view = { ...viewWith({ counters: rows }), profile: { ...PROFILE, counters: desks } };
    expect(freeCountersFor(view, row).map(({ counter }) => counter)).toEqual(['1']);
  });
});
