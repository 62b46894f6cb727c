/** The devices that this admin looks after, those that ask, and what is done to them. Rules: AUTH-12, AUTH-19. */
import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type ChangeDeviceBody,
  type ConfirmPairingBody,
  type PairedDeviceId,
  PairedDeviceList,
  PairedDeviceRow,
  type WaitingDevice,
  WaitingDeviceList,
} from '@tingxu/contract/identity';
import type { Problem } from '@tingxu/contract/problem';
import { HallList } from '@tingxu/contract/rest';
import type { StaffRole } from '@tingxu/contract/roles';
import { ask } from '@tingxu/session/ask';
import { type Acts, createActs, heard } from '../acts/create-acts.ts';

export type DeviceAct =
  | { readonly type: 'pair'; readonly name: string; readonly body: ConfirmPairingBody }
  | {
      readonly type: 'change';
      readonly name: string;
      readonly device: PairedDeviceId;
      readonly body: ChangeDeviceBody;
    }
  | { readonly type: 'revoke'; readonly name: string; readonly device: PairedDeviceId };

export type DevicesModel = Acts<DeviceAct> & {
  /** Null until they were read. */
  readonly rows: ReadonlySignal<readonly PairedDeviceRow[] | null>;
  readonly waiting: ReadonlySignal<readonly WaitingDevice[]>;
  readonly halls: ReadonlySignal<HallList['halls']>;
  readonly unread: ReadonlySignal<Problem | 'no-answer' | null>;
  refresh(): Promise<void>;
  /** Looks again and again until the end of it. */
  watch(): () => void;
};

/** Whoever stands before a device waits for it to appear here. Units: ms. */
const LOOK_MS = 3_000;

const pathOf = (act: DeviceAct): string => {
  if (act.type === 'pair') return '/devices/confirm';
  return act.type === 'change' ? `/devices/${act.device}` : `/devices/${act.device}/revoke`;
};

/** Whoever does not admit devices is not told who asks. */
export const createDevicesModel = (url: string, role: StaffRole): DevicesModel => {
  const headers = { 'Tingxu-Role': role };
  const rows = signal<readonly PairedDeviceRow[] | null>(null);
  const waiting = signal<readonly WaitingDevice[]>([]);
  const halls = signal<HallList['halls']>([]);
  const unread = signal<Problem | 'no-answer' | null>(null);
  const readWaiting = async (): Promise<void> => {
    if (role !== 'admin') return;
    const answer = heard(
      await ask({ url, path: '/devices/waiting', schema: WaitingDeviceList, headers }),
    );
    if (answer.ok) waiting.value = answer.value.waiting;
  };
  const readRows = async (): Promise<void> => {
    const answer = heard(await ask({ url, path: '/devices', schema: PairedDeviceList, headers }));
    if (answer.ok) rows.value = answer.value.devices;
    unread.value = answer.ok ? null : (answer.problem ?? 'no-answer');
  };
  const readHalls = async (): Promise<void> => {
    if (halls.peek().length > 0) return;
    const answer = await ask({ url, path: '/halls', schema: HallList, headers });
    if (answer.ok) halls.value = answer.value.halls;
  };
  const refresh = async (): Promise<void> => {
    await Promise.all([readRows(), readWaiting(), readHalls()]);
  };
  const send = (act: DeviceAct) => {
    const body = 'body' in act ? act.body : {};
    return ask({ url, path: pathOf(act), schema: PairedDeviceRow, headers, body });
  };
  return {
    ...{ rows, waiting, halls, unread, refresh, ...createActs(send, refresh) },
    watch: () => {
      void refresh();
      const looking = setInterval(() => void refresh(), LOOK_MS);
      return () => clearInterval(looking);
    },
  };
};
