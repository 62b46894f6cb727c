/**
 * The LED signs of the demo hall: twins that speak the real frame over real sockets of this machine. One for
 * the whole hall, and on a line of their own those over the counters. Shown at `/demo/led`.
 */
import { HallId } from '@tingxu/contract/ids';
import { dotPicture } from '@tingxu/twins/led/dot-picture';
import { type LedTwin, openLedTwin } from '@tingxu/twins/led/led-twin';
import { LedSetting } from '../devices/device-settings.ts';
import { DEMO_HALL_ID, demoHall } from './demo-hall.ts';

const HALL_SIGN = { address: 1, width: 160, height: 32 } as const;
const COUNTER_SIGN = { width: 64, height: 16 } as const;

export type DemoSign = {
  readonly zh: string;
  readonly en: string;
  /** Its dots now, as a PNG. */
  readonly picture: Buffer;
};

export type DemoSigns = {
  readonly settings: readonly LedSetting[];
  signs(): readonly DemoSign[];
  stop(): Promise<void>;
};

const settingOf = (id: string, twin: LedTwin, name: object, signs: readonly object[]): LedSetting =>
  LedSetting.parse({
    ...{ id, hall: HallId.parse(DEMO_HALL_ID), kind: 'led', name, signs },
    line: { tcp: '127.0.0.1', port: twin.port },
  });

export async function openDemoSigns(): Promise<DemoSigns> {
  const counters = demoHall().counters.map(({ id, label }, index) => ({
    ...{ counter: id, label, address: index + 1 },
  }));
  const sizes = counters.map(({ address }) => ({ address, ...COUNTER_SIGN }));
  const hall = await openLedTwin({ cards: [HALL_SIGN] });
  const strips = await openLedTwin({ cards: sizes });
  const hallName = { 'zh-CN': '大厅 LED 屏', 'zh-HK': '大堂 LED 屏', en: 'Hall LED sign' };
  const stripsName = { 'zh-CN': '窗口 LED 屏', 'zh-HK': '櫃位 LED 屏', en: 'Counter LED signs' };
  return {
    settings: [
      settingOf('led-hall', hall, hallName, [HALL_SIGN]),
      settingOf(
        ...(['led-counters', strips, stripsName] as const),
        counters.map(({ counter, address }) => ({ counter, address, ...COUNTER_SIGN })),
      ),
    ],
    signs: () => [
      { zh: '大厅', en: 'Hall', picture: dotPicture(hall.lit(HALL_SIGN.address)) },
      ...counters.map(({ label, address }) => ({
        ...{ zh: `${label} 号窗口`, en: `Counter ${label}` },
        picture: dotPicture(strips.lit(address)),
      })),
    ],
    stop: async () => {
      await hall.stop();
      await strips.stop();
    },
  };
}
