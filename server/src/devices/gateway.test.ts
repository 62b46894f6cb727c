import { DeviceId } from '@tingxu/contract/devices';
import { HallId } from '@tingxu/contract/ids';
import { KioskPageId } from '@tingxu/contract/sheets';
import { expect, it } from 'vitest';
import { DeviceSetting } from './device-settings.ts';
import { openGateway } from './gateway.ts';
import { until } from './testing/until.ts';

const [DEMO, OTHER] = [HallId.parse('demo'), HallId.parse('riverside')];
const ID = DeviceId.parse('kiosk-1');
const setting = (hall: HallId) =>
  DeviceSetting.parse({
    ...{ id: ID, hall, kind: 'kiosk', name: { 'zh-CN': '取号机', en: 'Kiosk' } },
    line: { kiosk: 'K1' },
  });

it('DEV-1 keeps devices of two halls apart that have the same name', async () => {
  const gateway = openGateway({
    settings: [setting(OTHER), setting(DEMO)],
    ...{ halls: [], configOf: () => null, now: () => 0, isAtWork: () => false },
    log: { info: () => undefined, warn: () => undefined },
  });
  const linkIn = (hall: HallId) => gateway.rows(hall).map(({ link }) => link);
  await until(() => linkIn(OTHER)[0] === 'lost' && linkIn(DEMO)[0] === 'lost');
  gateway.page(OTHER, ID)?.report({ page: KioskPageId.parse('pageaaaa'), able: true });
  await until(() => linkIn(OTHER)[0] === 'connected');
  expect(linkIn(DEMO)).toEqual(['lost']);
  await gateway.stop();
});
