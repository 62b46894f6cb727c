import { counter, hallConfig, lane, service } from '@tingxu/hall/testing/config';
import { tellDifference } from '@tingxu/i18n/tell-configuration';
import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences.ts';
import { readConfigurationText, textOfConfiguration } from './exchange.ts';

const told = (before = hallConfig(), after = hallConfig()) =>
  differencesOf(before, after).map((change) => tellDifference(change)['zh-CN']);

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
      expect.stringMatching(/^取消队列 normal（原为 normal|^取消队列 normal/),
      '队列 vip的提前量：3 分钟 → 1 分钟 30 秒',
      '队列 vip的客户可自选：否 → 是',
      expect.stringMatching(/^新增队列 gold/),
      '队列的顺序改为 elderly、vip',
      '业务 cash的号码字母：A → C',
      '默认队列：normal → gold',
      '叫号规则的规则：加权等候 → 严格优先',
      '叫号规则的越过上限（每窗口）：1.5 × → 2 ×',
      '新增叫号规则的越过上限：7',
    ]);
  });

  it('is nothing after an export and an import in either format', () => {
    for (const format of ['yaml', 'json'] as const) {
      const read = readConfigurationText(textOfConfiguration(hallConfig(), format));
      expect(read).toEqual({ ok: true, value: hallConfig() });
    }
  });
});
