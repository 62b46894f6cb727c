/** All devices of the server: opened by their settings, their states told, one way to give them work. */
import type { HallConfig } from '@tingxu/contract/config';
import {
  type DeviceId,
  type DeviceRow,
  hinders,
  type PublicDeviceRow,
} from '@tingxu/contract/devices';
import type { HallId } from '@tingxu/contract/ids';
import type { DeviceState } from './device.ts';
import type { DeviceSetting } from './device-settings.ts';
import {
  type Around,
  type FollowedHall,
  openKind,
  type PageReports,
  type Printer,
  type Told,
} from './open-kind.ts';
import { warmGb18030 } from './printer/gb18030.ts';
import { sparingNews } from './sparing-news.ts';
import { strayPlaces } from './stray-places.ts';

export type Gateway = {
  /** In the order of the settings. */
  rows(hall: HallId): readonly DeviceRow[];
  printer(hall: HallId, id: DeviceId): Printer | null;
  /** Of a device that hangs on the page of a kiosk. */
  page(hall: HallId, id: DeviceId): PageReports | null;
  /** Told of each change in a hall's devices, at once. */
  onChange(listener: (hall: HallId) => void): void;
  stop(): Promise<void>;
};

export type GatewayOptions = Around & {
  readonly settings: readonly DeviceSetting[];
  readonly halls: readonly FollowedHall[];
  /** The hall's configuration as it is now; null where nobody knows it. */
  readonly configOf: (hall: HallId) => HallConfig | null;
};

/** What a kiosk may know of it. Rules: FEED-2. */
export const publicRow = ({ device, kind, ready, slip, page }: DeviceRow): PublicDeviceRow => ({
  ...{ device, kind, ready, slip },
  ...(page !== undefined && { page }),
});

/** Long enough after the start that nobody waits for either. Units: ms. */
const WARM_AFTER_MS = 1_500;

type Kept = {
  readonly setting: DeviceSetting;
  readonly printer: Printer | null;
  readonly page: PageReports | null;
  readonly stop: () => Promise<void>;
  state: DeviceState;
  row: DeviceRow;
};

/** The devices of the demo hall bear names that those of another hall may have, too. */
type Place = `${HallId} ${DeviceId}`;
const placeOf = ({ hall, id }: DeviceSetting): Place => `${hall} ${id}`;

const STARTING: DeviceState = { link: 'starting', troubles: [], addresses: [] };

/** What is wrong with a device and with its setting; the addresses are those of the first of it. */
const rowFields = (
  { link, troubles, addresses }: DeviceState,
  setting: DeviceSetting,
  config: HallConfig | null,
): Pick<DeviceRow, 'link' | 'troubles' | 'addresses' | 'ready'> => {
  const strays = config ? strayPlaces(setting, config) : [];
  const about = troubles.length > 0 ? addresses : strays.map(({ address }) => address);
  return {
    link,
    troubles: strays.length > 0 ? [...troubles, 'counter-unknown'] : [...troubles],
    addresses: [...about],
    ready: link === 'connected' && !troubles.some(hinders),
  };
};

export const openGateway = (options: GatewayOptions): Gateway => {
  const { settings, halls, configOf, now, log } = options;
  const listeners = new Set<(hall: HallId) => void>();
  const kept = new Map<Place, Kept>();
  const change = (place: Place, more: Partial<DeviceRow>): void => {
    const one = kept.get(place);
    if (!one) return;
    one.row = { ...one.row, ...more };
    for (const listener of listeners) listener(one.setting.hall);
  };
  const open = (setting: DeviceSetting): void => {
    const { id, kind, name, hall } = setting;
    const place = placeOf(setting);
    const fieldsOf = (state: DeviceState) => rowFields(state, setting, configOf(hall));
    const news = sparingNews((state: DeviceState) => {
      const one = kept.get(place);
      if (one) one.state = state;
      const fields = fieldsOf(state);
      const { link, troubles, addresses = [] } = fields;
      const about = { device: id, link, troubles, ...(addresses.length > 0 && { addresses }) };
      log[fields.ready ? 'info' : 'warn'](about, 'a device has changed');
      change(place, { ...fields, sinceAt: now() });
    });
    const told: Told = {
      onState: news.change,
      note: (number, end) => change(place, { slip: { number, end } }),
    };
    const followed = halls.find((one) => one.hall === hall);
    const opened = openKind(setting, followed, options, told);
    kept.set(place, {
      ...{ setting, state: STARTING, ...opened },
      stop: async () => {
        news.stop();
        await opened.stop();
      },
      row: {
        ...{ device: id, kind, name, slip: null },
        ...('kiosk' in setting.line && { page: setting.line.kiosk }),
        ...{ ...fieldsOf(STARTING), sinceAt: now() },
      },
    });
  };
  /** The configuration may have got a counter that a setting names, or lost one. */
  const lookAtSettings = (hall: HallId): void => {
    for (const [place, { setting, state, row }] of kept) {
      const fields = rowFields(state, setting, configOf(hall));
      const isSame = fields.troubles.join() === row.troubles.join();
      if (setting.hall === hall && !isSame) change(place, { ...fields, sinceAt: now() });
    }
  };
  for (const setting of settings) {
    open(setting);
    const config = configOf(setting.hall);
    for (const stray of config ? strayPlaces(setting, config) : []) {
      log.warn({ device: setting.id, ...stray }, 'a device is set up for a counter that is not');
    }
  }
  const forget = halls.map((hall) => followConfig(hall, () => lookAtSettings(hall.hall)));
  const prints = settings.some(({ kind }) => kind === 'ticket-printer');
  const warming = prints ? setTimeout(warmGb18030, WARM_AFTER_MS) : undefined;
  warming?.unref();
  const keptIn = (hall: HallId): Kept[] =>
    [...kept.values()].filter(({ setting }) => setting.hall === hall);
  return {
    rows: (hall) => keptIn(hall).map(({ row }) => row),
    printer: (hall, id) => keptIn(hall).find(({ setting }) => setting.id === id)?.printer ?? null,
    page: (hall, id) => keptIn(hall).find(({ setting }) => setting.id === id)?.page ?? null,
    onChange: (listener) => void listeners.add(listener),
    stop: async () => {
      clearTimeout(warming);
      for (const end of forget) end();
      await Promise.all([...kept.values()].map(({ stop }) => stop()));
    },
  };
};

/** Told when the day has another configuration than before. */
const followConfig = (hall: FollowedHall, onChange: () => void): (() => void) =>
  hall.onCommitted(({ before, after }) => {
    if (before.day?.config !== after.day?.config) onChange();
  });
