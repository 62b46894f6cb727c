import { HallConfig } from '@tingxu/contract/config';
import { describe, expect, it } from 'vitest';
import { HALL } from '../testing/hall.ts';
import type { DraftCounter } from './draft-config.ts';
import {
  freeLetter,
  moveRow,
  newCounter,
  newLane,
  newService,
  removeLane,
  removeService,
  skillOf,
  withSkill,
} from './rows.ts';

const second = HALL.counters[1] as DraftCounter;

describe('rows of a draft', () => {
  it('move one place, and stay at the end', () => {
    expect(moveRow(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moveRow(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });

  it('a service that goes takes its skills along', () => {
    const { counters, services } = removeService(HALL, 'loans');
    expect(services.map(({ id }) => id)).toEqual(['cash']);
    expect(counters[1]).toEqual({
      id: '2',
      label: '2',
      skills: ['cash'],
      dedicated: { lanes: ['vip'] },
    });
  });

  it('a service that goes takes its bookings along, and the last one all of them', () => {
    const hours = [{ weekdays: [1], from: '09:00', to: '12:00' }];
    const bookable = (service: string) => ({ service, slotMinutes: 30, capacity: 2, hours });
    const appointments = {
      ...{ lane: 'normal', earlyMs: 0, lateMs: 0, horizonDays: 7 },
      services: [bookable('cash'), bookable('loans')],
    };
    const left = removeService({ ...HALL, appointments }, 'loans');
    expect(left.appointments?.services).toEqual([bookable('cash')]);
    expect(removeService(left, 'cash')).not.toHaveProperty('appointments');
  });

  it('a lane that goes takes along what was kept for it', () => {
    expect(removeLane(HALL, 'vip').counters[1]).not.toHaveProperty('dedicated');
  });

  it('new ones lack only their names, and have an id and a letter that nobody has', () => {
    const draft = {
      ...HALL,
      services: [...HALL.services, newService(HALL)],
      lanes: [...HALL.lanes, newLane(HALL)].filter((row) => row !== null),
      counters: [...HALL.counters, newCounter(HALL)],
    };
    const { error } = HallConfig.safeParse(draft);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      ...['lanes.2.name.zh-CN', 'lanes.2.name.en'],
      ...['services.2.name.zh-CN', 'services.2.name.en'],
    ]);
    expect(freeLetter(HALL)).toBe('C');
  });
});

describe('how a counter takes a service', () => {
  it('is first, second, or not at all, and can be each of them after each other', () => {
    expect(skillOf(second, 'loans')).toBe('secondary');
    const primary = withSkill(second, 'loans', 'primary', HALL.services);
    expect(skillOf(primary, 'loans')).toBe('primary');
    expect(primary).not.toHaveProperty('secondary');
    const none = withSkill(primary, 'cash', 'none', HALL.services);
    expect(none.skills).toEqual(['loans']);
    expect(withSkill(none, 'cash', 'primary', HALL.services).skills).toEqual(['cash', 'loans']);
    expect(skillOf(withSkill(none, 'cash', 'secondary', HALL.services), 'cash')).toBe('secondary');
  });
});
