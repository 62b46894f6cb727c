/**
 * The button boxes of the demo hall: twins that speak the real frame over a real socket of this machine. Their keys are
 * pressed at `/demo/callers`.
 */
import { HallId } from '@tingxu/contract/ids';
import type { CallerBoxTwin } from '@tingxu/twins/caller/caller-box';
import { openCallerTwin } from '@tingxu/twins/caller/caller-twin';
import { CallerSetting } from '../devices/device-settings.ts';
import { DEMO_HALL_ID, demoHall } from './demo-hall.ts';

/** Boxes with the numbers of a first delivery. */
const FIRST_SERIAL = 20_260_001;

export type DemoBox = {
  /** Of its counter. */
  readonly label: string;
  readonly box: Pick<CallerBoxTwin, 'press' | 'display' | 'newest'>;
};

export type DemoCallers = {
  readonly setting: CallerSetting;
  readonly boxes: readonly DemoBox[];
  stop(): Promise<void>;
};

export async function openDemoCallers(): Promise<DemoCallers> {
  const counters = demoHall().counters.map(({ id, label }, index) => ({
    ...{ counter: id, label, address: index + 1, serial: FIRST_SERIAL + index },
  }));
  const twin = await openCallerTwin({ boxes: counters });
  return {
    setting: CallerSetting.parse({
      ...{ id: 'callers', hall: HallId.parse(DEMO_HALL_ID), kind: 'caller' },
      name: { 'zh-CN': '窗口呼叫器', 'zh-HK': '櫃位呼叫器', en: 'Counter callers' },
      line: { tcp: '127.0.0.1', port: twin.port },
      boxes: counters.map(({ address, counter }) => ({ address, counter })),
    }),
    boxes: twin.boxes.map((box, index) => ({ label: counters[index]?.label ?? '', box })),
    stop: twin.stop,
  };
}
