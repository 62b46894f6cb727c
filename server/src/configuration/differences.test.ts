import { counter, hallConfig, lane, service } from '@tingxu/hall/testing/config';
import { namesIn, tellDifference } from '@tingxu/i18n/tell-configuration';
import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences.ts';
import { readConfigurationText, textOfConfiguration } from './exchange.ts';

const told = (before = hallConfig(), after = hallConfig()) =>
  differencesOf(before, after).map(
    (change) => tellDifference(change, namesIn(before, after))['zh-CN'],
  );

describe('what is different between two configurations', () => {
  it('is nothing between equal ones', () => {
    expect(differencesOf(hallConfig(), hallConfig())).toEqual([]);
  });

  it('is told by ids, so an inserted row changes no other', () => {
    const counters = [counter('9', 'cash'), ...hallConfig().counters];
    expect(differencesOf(hallConfig(), hallConfig({ counters }))).toEqual([
      { path: 'counters.9', what: 'added', to: counters[0] },
    ]);
  });

  it('is told in words, with units', () => {
    const [vip, elderly, normal] = hallConfig().lanes;
    if (!vip || !elderly || !normal) throw new Error('three lanes');
    const lanes = [elderly, { ...vip, creditMs: 90_000, selfSelect: true }, lane('gold')];
    const after = hallConfig({
      lanes,
      defaultLane: 'gold',
      services: [service('cash', { series: 'C' }), service('account', { series: 'B' })],
      policy: { kind: 'strict', passOverPermille: 2_000, passOverCap: 7 },
    });
    expect(told(hallConfig(), after)).toEqual([
      '取消队列“normal”',
      '队列“vip”的提前量：3 分钟 → 1 分钟 30 秒',
      '队列“vip”的客户可自选：否 → 是',
      expect.stringMatching(/^新增队列“gold”/),
      '队列的顺序改为 elderly、vip',
      '业务“cash”的号码字母：A → C',
      '默认队列：normal → gold',
      '叫号规则的规则：加权等候 → 严格优先',
      '叫号规则的越过上限（每窗口）：1.5 × → 2 ×',
      '新增叫号规则的越过上限：7',
    ]);
  });

  it('is told by the names that people know, wherever an id stands', () => {
    const [vip, ...lanes] = hallConfig().lanes;
    const [first, ...counters] = hallConfig().counters;
    if (!vip || !first) throw new Error('a lane and a counter');
    const before = hallConfig({
      lanes: [{ ...vip, name: { 'zh-CN': '贵宾', en: 'VIP' } }, ...lanes],
    });
    const posted = { mon: [{ from: '09:00', to: '12:00' }] };
    const after = hallConfig({
      lanes: [{ ...vip, name: { 'zh-CN': '尊贵', en: 'VIP' } }, ...lanes],
      counters: [{ ...first, dedicated: { lanes: ['vip'] } }, ...counters],
      hours: { week: posted, lanes: { vip: posted }, holidays: { '2027-01-01': [] } },
      counterRule: { walkUpBy: ['teller', 'lobby'] },
    });
    expect(told(before, after)).toEqual([
      '队列“贵宾”的名称的中文：贵宾 → 尊贵',
      expect.stringMatching(/^新增窗口“1”的专用窗口：队列 贵宾$/),
      '新增窗口规则：可直接受理的岗位 柜员、大堂经理',
      '新增营业时间：每周 周一 09:00–12:00、节假日与特别安排 2027-01-01 无、队列 贵宾 周一 09:00–12:00',
    ]);
    const later = { ...after, hours: { week: posted, lanes: { vip: { tue: posted.mon } } } };
    expect(told(after, hallConfig(later)).at(-1)).toBe(
      '新增营业时间的队列“尊贵”的周二：09:00–12:00',
    );
  });

  it('is nothing after an export and an import in either format', () => {
    for (const format of ['yaml', 'json'] as const) {
      const read = readConfigurationText(textOfConfiguration(hallConfig(), format));
      expect(read).toEqual({ ok: true, value: hallConfig() });
    }
  });
});
