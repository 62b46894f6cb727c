/** Signs and boxes whose setting names a counter that the hall does not have. Pure. Rules: DEV-6. */
import type { HallConfig } from '@tingxu/contract/config';
import type { CounterId } from '@tingxu/contract/ids';
import type { DeviceSetting } from './device-settings.ts';

export type StrayPlace = { readonly address: number; readonly counter: CounterId };

const placesOf = (setting: DeviceSetting): readonly StrayPlace[] => {
  if (setting.kind === 'caller') return setting.boxes;
  if (setting.kind !== 'led') return [];
  return setting.signs.flatMap(({ address = 1, counter }) =>
    counter === undefined ? [] : [{ address, counter }],
  );
};

export const strayPlaces = (
  setting: DeviceSetting,
  { counters }: Pick<HallConfig, 'counters'>,
): readonly StrayPlace[] =>
  placesOf(setting).filter(({ counter }) => !counters.some(({ id }) => id === counter));
