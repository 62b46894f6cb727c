/** A small hall to edit. */
import { HallConfig } from '@tingxu/contract/config';
import { DEFAULT_LANES, DEFAULT_POLICY } from '@tingxu/contract/defaults';

const name = (text: string) => ({ 'zh-CN': text, en: text });
const FOUR_MINUTES_MS = 240_000;

export const HALL: HallConfig = HallConfig.parse({
  hall: 'demo',
  name: name('Hall'),
  zone: 'Asia/Shanghai',
  cutOverHour: 4,
  lanes: [
    { ...DEFAULT_LANES.vip, id: 'vip', name: name('VIP'), series: 'V' },
    { ...DEFAULT_LANES.normal, id: 'normal', name: name('Standard') },
  ],
  services: [
    { id: 'cash', name: name('Cash'), series: 'A', expectedServiceMs: FOUR_MINUTES_MS },
    { id: 'loans', name: name('Loans'), series: 'B', expectedServiceMs: FOUR_MINUTES_MS },
  ],
  counters: [
    { id: '1', label: '1', skills: ['cash'] },
    {
      ...{ id: '2', label: '2', skills: ['cash', 'loans'] },
      secondary: [{ service: 'loans', limitMs: 600_000 }],
      dedicated: { lanes: ['vip'] },
    },
  ],
  defaultLane: 'normal',
  policy: DEFAULT_POLICY,
});
