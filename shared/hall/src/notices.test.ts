import { HallConfig } from '@tingxu/contract/config';
import { BusinessDay } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import { changeConfig } from '../testing/commands.ts';
import { type ConfigInput, hallConfig } from '../testing/config.ts';
import { openScene, type Scene } from '../testing/scene.ts';
import { profileOf } from './profile-rows.ts';
import { boardView, kioskView } from './view.ts';

const text = (words: string) => ({ 'zh-CN': words, en: words });
const notice = (id: string, more: object = {}) => ({ id, text: text(id), ...more });
const NOTICES = [
  notice('always'),
  notice('until', { to: '2026-11-21' }),
  notice('from', { from: '2026-11-22' }),
  notice('over', { from: '2026-11-01', to: '2026-11-20' }),
];
const RATES = {
  ...{ id: 'rates', title: text('Rates'), from: '2026-11-21', to: '2026-11-21' },
  rows: [{ name: text('1 year'), values: ['0.95'] }],
};

const faults = (more: Partial<ConfigInput>): string[] => {
  const read = HallConfig.safeParse({ ...hallConfig(), ...more });
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
};

describe('what the hall tells everybody', () => {
  test('TELL-1 a day has what stands on it, from its first day to its last', () => {
    const config = hallConfig({ notices: NOTICES, panels: [RATES] });
    const { day, series } = openScene(config).hall();
    if (!day) throw new Error('no day');
    const on = (businessDay: string) => {
      const { notices = [], panels = [] } = profileOf(
        { ...day, businessDay: BusinessDay.parse(businessDay) },
        series,
      );
      return [...notices, ...panels].map(({ id }) => id as string);
    };
    expect(on('2026-11-20')).toEqual(['always', 'until', 'over']);
    expect(on('2026-11-21')).toEqual(['always', 'until', 'rates']);
    expect(on('2026-11-22')).toEqual(['always', 'from']);
  });

  test('TELL-1 boards and kiosks have it, and a change of the configuration reaches them', () => {
    const scene: Scene = openScene(hallConfig());
    expect(boardView(scene.hall()).profile).not.toHaveProperty('notices');
    scene.given(changeConfig(hallConfig({ notices: [notice('new')] })));
    for (const view of [boardView(scene.hall()), kioskView(scene.hall())]) {
      expect(view.profile?.notices).toMatchObject([{ id: 'new' }]);
    }
  });

  test('TELL-1 what cannot be shown is refused where it stands', () => {
    expect(faults({ notices: [notice('a'), notice('a')] })).toEqual(['notices']);
    expect(faults({ notices: [notice('a', { from: '2026-11-22', to: '2026-11-21' })] })).toEqual([
      'notices.0.to',
    ]);
    expect(faults({ notices: [notice('a', { text: text('　') })] })).not.toEqual([]);
    expect(faults({ notices: [notice('a', { places: [] })] })).toEqual(['notices.0.places']);
    const columns = [text('Buy'), text('Sell')];
    expect(faults({ panels: [{ ...RATES, columns }] })).toEqual(['panels.0.rows']);
    expect(faults({ panels: [RATES] })).toEqual([]);
  });
});

describe('how services are laid out', () => {
  const [service, ...others] = hallConfig().services;
  if (!service) throw new Error('no service');
  const grouped = { ...service, group: 'daily', icon: 'cash' as const };

  test('ISSUE-6 a service tells its picture and its group', () => {
    const serviceGroups = [{ id: 'daily', name: text('Daily') }];
    const scene = openScene(hallConfig({ serviceGroups, services: [grouped, ...others] }));
    const { profile } = kioskView(scene.hall());
    expect(profile?.serviceGroups).toEqual(serviceGroups);
    expect(profile?.services[0]).toMatchObject({ group: 'daily', icon: 'cash' });
    expect(profile?.services[1]).not.toHaveProperty('group');
  });

  test('ISSUE-6 a group that the hall does not have is refused where it stands', () => {
    expect(faults({ services: [grouped, ...others] })).toEqual(['services.0.group']);
    const twice = [
      { id: 'daily', name: text('Daily') },
      { id: 'daily', name: text('Again') },
    ];
    expect(faults({ serviceGroups: twice })).toEqual(['serviceGroups']);
  });
});
