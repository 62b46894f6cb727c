import type { FaultKind } from '@tingxu/contract/config-faults';
import { adminFaults } from '@tingxu/i18n/admin-faults';
import { describe, expect, it } from 'vitest';
import { tellFault, tellFinding } from '../fields/use-fault.ts';
import { HALL } from '../testing/hall.ts';
import type { Draft } from './draft-config.ts';
import { type Fault, faultsOf } from './faults.ts';
import { replaceAt } from './rows.ts';

const lane = (index: number, changes: Partial<Draft['lanes'][number]>): Draft => {
  const row = HALL.lanes[index];
  return row
    ? {
        ...HALL,
        lanes: replaceAt<Draft['lanes'][number]>(HALL.lanes, index, { ...row, ...changes }),
      }
    : HALL;
};
const counter = (changes: Partial<Draft['counters'][number]>): Draft => {
  const row = HALL.counters[1];
  return row
    ? {
        ...HALL,
        counters: replaceAt<Draft['counters'][number]>(HALL.counters, 1, { ...row, ...changes }),
      }
    : HALL;
};
const told = (draft: Draft) =>
  faultsOf(draft).map((fault) => [fault.path, tellFault(adminFaults['zh-CN'], fault)]);

const hours = (week: NonNullable<Draft['hours']>['week']): Draft => ({ ...HALL, hours: { week } });

const GONE: Readonly<Record<string, object>> = { gone: {} };

const SHORT = { 'zh-CN': '话', en: 'word' };
const NOTICE = { id: 'n1', text: SHORT };
const TABLE = { id: 't1', title: SHORT, rows: [{ name: SHORT, values: ['1'] }] };

/** One draft for each rule across fields. */
const BROKEN: readonly Draft[] = [
  { ...HALL, lanes: [...HALL.lanes, ...HALL.lanes] },
  { ...HALL, services: [...HALL.services, ...HALL.services] },
  { ...HALL, counters: [...HALL.counters, ...HALL.counters] },
  { ...HALL, zone: 'Nowhere/Here' },
  { ...HALL, defaultLane: 'gone' },
  lane(0, { selfSelect: true, proof: { checkIn: true } }),
  lane(1, { selfSelect: false, proof: { checkIn: true } }),
  lane(0, { proof: { classes: ['vip', 'vip'] } }),
  lane(0, { proof: { checkIn: true, declared: true } }),
  lane(0, { proof: { staff: false } }),
  counter({ skills: ['cash', 'cash', 'loans'] }),
  counter({ skills: ['cash', 'other', 'loans'] }),
  counter({ skills: ['loans'] }),
  counter({ skills: ['cash'] }),
  counter({ dedicated: { lanes: ['vip', 'vip'] } }),
  counter({ dedicated: { lanes: ['gone'] } }),
  counter({
    secondary: [
      { service: 'loans', limitMs: 0 },
      { service: 'loans', limitMs: 0 },
    ],
  }),
  hours({ mon: [{ from: '17:00', to: '09:00' }] }),
  { ...HALL, notices: [NOTICE, NOTICE] },
  { ...HALL, notices: [{ ...NOTICE, from: '2027-02-01', to: '2027-01-01' }] },
  { ...HALL, panels: [TABLE, TABLE] },
  { ...HALL, panels: [{ ...TABLE, rows: [{ name: SHORT, values: ['1', '2'] }] }] },
  { ...HALL, hours: { week: {}, lanes: GONE, services: GONE } },
  {
    ...HALL,
    appointments: {
      ...{ lane: 'gone', earlyMs: 0, lateMs: 0, horizonDays: 1 },
      services: [
        {
          ...{ service: 'gone', slotMinutes: 30, capacity: 1 },
          hours: [{ weekdays: [1], from: '09:00', to: '17:00' }],
        },
      ],
    },
  },
];

describe('what is wrong with a draft', () => {
  it('is nothing with what is in force', () => {
    expect(faultsOf(HALL)).toEqual([]);
  });

  it('stands where it is, in the unit of its field', () => {
    const promise = { targetMs: 5_000, sharePermille: 1_000 };
    expect(told(lane(0, { promise }))).toEqual([
      ['lanes.0.promise.targetMs', '不小于 10 秒'],
      ['lanes.0.promise.sharePermille', '不大于 99.9%'],
    ]);
    expect(told(lane(0, { creditMs: Number.NaN, name: { 'zh-CN': '', en: 'x' } }))).toEqual([
      ['lanes.0.name.zh-CN', '请填写文字'],
      ['lanes.0.creditMs', '请填写数字'],
    ]);
    expect(told(lane(0, { series: 'O' }))).toEqual([
      ['lanes.0.series', '一个大写字母，不用 I、O、Q、S、Z'],
    ]);
    expect(told(counter({ skills: [] }))[0]).toEqual(['counters.1.skills', '至少要有一项']);
    expect(told(hours({ mon: [{ from: '9', to: '17:00' }] }))).toEqual([
      ['hours.week.mon.0.from', '时间格式如 09:00'],
    ]);
  });

  it('is said in the language of the page when the server found it in a file', () => {
    const found = (fault: FaultKind) =>
      tellFinding(adminFaults['zh-CN'], { path: 'lanes[0].promise.targetMs', line: 7, fault });
    expect(found({ kind: 'least', least: 10_000, of: 'number' })).toEqual({
      ...{ line: 7, path: 'lanes.0.promise.targetMs', text: '不小于 10 秒' },
    });
    const kinds: readonly FaultKind[] = [
      { kind: 'missing' },
      { kind: 'form' },
      { kind: 'most', most: 1_000, of: 'number' },
      { kind: 'rule', rule: 'two lanes share an id' },
      { kind: 'type', expected: 'boolean' },
      { kind: 'choice', values: ['fifo', 'strict'] },
      { kind: 'unknown-member', members: ['promis'], meant: 'promise' },
      { kind: 'syntax', code: 'DUPLICATE_KEY' },
      { kind: 'syntax', code: 'UNEXPECTED_TOKEN' },
    ];
    const texts = kinds.map((fault) => found(fault)?.text ?? '');
    expect(texts.filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
    expect(new Set(texts).size).toBe(kinds.length);
    expect(tellFinding(adminFaults.en, { path: 'body', message: 'no fault told' })).toBeNull();
  });

  it('is said in both languages by every rule across fields', () => {
    const rules = BROKEN.map((draft) => {
      const faults: readonly Fault[] = faultsOf(draft);
      return faults.flatMap((fault) => (fault.kind === 'rule' ? [fault.rule] : []));
    });
    expect(rules.filter((found) => found.length === 0)).toEqual([]);
    for (const locale of ['zh-CN', 'en'] as const) {
      const silent = rules.flat().filter((rule) => !(rule in adminFaults[locale].rule));
      expect(silent).toEqual([]);
    }
  });
});
