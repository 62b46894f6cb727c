import type { HallConfig } from '@tingxu/contract/config';
import { changeConfig, closeDay, openDay, withdrawPlan } from '@tingxu/hall/testing/commands';
import { type ConfigInput, hallConfig } from '@tingxu/hall/testing/config';
import { after, emptyScene } from '@tingxu/hall/testing/scene';
import { describe, expect, it } from 'vitest';
import { nextOpening } from './next-opening.ts';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const from = (opens: string, closes: string) => ({ from: opens, to: closes });
const WORK = [from('09:00', '12:00'), from('14:00', '17:00')];
const WEEK = { mon: WORK, tue: WORK, wed: WORK, thu: WORK, fri: WORK };

const by = (hours: ConfigInput['hours']): HallConfig => hallConfig({ hours });
const OFFICE = by({ week: WEEK });

/** A hall whose last day is this one; 2026-11-27 is a Friday. */
const lastOpen = (day: string, config = OFFICE) => emptyScene().given(openDay(config, day));
const closed = (day: string, config = OFFICE) => lastOpen(day, config).given(closeDay());
const planned = (config: HallConfig, when: number) =>
  lastOpen('2026-11-27').given(changeConfig(config, when), closeDay());

type Told = { readonly opensAt: string | null; readonly lookAt?: string };
const tells = (scene: ReturnType<typeof closed>, now: string, { opensAt, lookAt }: Told): void =>
  expect(nextOpening(scene.hall(), OFFICE, at(now)), now).toEqual({
    opensAt: opensAt && at(opensAt),
    lookAt: lookAt === undefined ? null : at(lookAt),
  });

const MONDAY = '2026-11-30T09:00';

describe('HOURS-13 the next opening of a hall', () => {
  it('that is closed before its hours are over is one of the same day, or none while they run', () => {
    const early = closed('2026-11-27');
    tells(early, '2026-11-27T08:10', { opensAt: '2026-11-27T09:00', lookAt: '2026-11-27T09:00' });
    tells(early, '2026-11-27T09:00', { opensAt: null, lookAt: '2026-11-27T12:00' });
    tells(early, '2026-11-27T12:30', { opensAt: '2026-11-27T14:00', lookAt: '2026-11-27T14:00' });
    tells(early, '2026-11-27T16:59', { opensAt: null, lookAt: '2026-11-27T17:00' });
    tells(early, '2026-11-27T17:00', { opensAt: MONDAY });
  });

  it('that closed within an interval is the next one after it', () => {
    const closedAt = (now: string) => {
      const open = lastOpen('2026-11-27');
      return open.given(after(at(now) - open.now()), closeDay());
    };
    tells(closedAt('2026-11-27T10:00'), '2026-11-27T10:30', {
      ...{ opensAt: '2026-11-27T14:00', lookAt: '2026-11-27T14:00' },
    });
    const afternoon = closedAt('2026-11-27T15:00');
    for (const now of ['2026-11-27T15:01', '2026-11-27T18:00']) {
      tells(afternoon, now, { opensAt: MONDAY });
    }
    tells(afternoon, '2026-11-30T09:30', { opensAt: null, lookAt: '2026-11-30T12:00' });
  });

  it('that is open is one of a later day', () => {
    for (const now of ['2026-11-27T08:55', '2026-11-27T12:30', '2026-11-27T16:59']) {
      tells(lastOpen('2026-11-27'), now, { opensAt: MONDAY });
    }
  });

  it('follows a change that opens a day which was closed, from its instant on', () => {
    const saturday = by({ week: { ...WEEK, sat: [from('10:00', '12:00')] } });
    const scene = planned(saturday, at('2026-11-28T06:00'));
    const opens = '2026-11-28T10:00';
    tells(scene, '2026-11-27T18:00', { opensAt: opens });
    for (const now of ['2026-11-28T04:30', '2026-11-28T06:30', '2026-11-28T09:59']) {
      tells(scene, now, { opensAt: opens, lookAt: opens });
    }
    tells(scene, '2026-11-28T10:01', { opensAt: null, lookAt: '2026-11-28T12:00' });
    tells(scene.given(withdrawPlan(2)), '2026-11-27T18:00', { opensAt: MONDAY });
    const within = planned(saturday, at('2026-11-28T11:00'));
    tells(within, '2026-11-27T18:00', { opensAt: '2026-11-28T11:00' });
    tells(planned(saturday, at('2026-11-28T12:00')), '2026-11-27T18:00', { opensAt: MONDAY });
  });

  it('follows a change that moves or closes a day only where it comes before its doors open', () => {
    const later = by({ week: { ...WEEK, mon: [from('11:00', '12:00')] } });
    const shut = by({ week: { tue: WORK } });
    for (const [config, opensAt] of [
      [later, '2026-11-30T11:00'],
      [shut, '2026-12-01T09:00'],
    ] as const) {
      const earlier = planned(config, at('2026-11-30T08:00'));
      tells(earlier, '2026-11-27T18:00', { opensAt });
      const tooLate = planned(config, at('2026-11-30T09:30'));
      tells(tooLate, '2026-11-27T18:00', { opensAt: MONDAY });
    }
  });

  it('is told a month ahead, and no further', () => {
    const after = (date: string) => by({ week: {}, holidays: { [date]: WORK } });
    const scene = (date: string) => closed('2026-11-27', after(date));
    tells(scene('2026-12-28'), '2026-11-27T18:00', { opensAt: '2026-12-28T09:00' });
    tells(scene('2026-12-29'), '2026-11-27T18:00', { opensAt: null });
  });

  it('comes after a day that lies ahead, where the clock was set back', () => {
    tells(closed('2026-11-26'), '2026-11-24T10:00', { opensAt: '2026-11-27T09:00' });
    tells(lastOpen('2026-11-26'), '2026-11-24T10:00', { opensAt: '2026-11-27T09:00' });
    tells(closed('2027-11-26'), '2026-11-24T10:00', { opensAt: null });
  });
});
