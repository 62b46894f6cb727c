/** Boxes on a line that breaks, and a real hall on a real disk behind it, all in the time of the test. */
import type { JournalEntry } from '@tingxu/contract/events';
import { type CallerBoxTwin, callerBox, type PressRecord } from '@tingxu/twins/caller/caller-box';
import { type CallerMisbehaviour, callerEar, GOOD_CALLERS } from '@tingxu/twins/caller/caller-line';
import {
  openingOf,
  openTestHall,
  type TestHall,
  temporaryFolder,
} from '../../../runtime/testing/hall-fixture.ts';
import {
  DEVICE_TIMING,
  type Device,
  type DeviceState,
  type Driver,
  openDevice,
} from '../../device.ts';
import { CallerSetting } from '../../device-settings.ts';
import { rigLine } from '../../testing/rig-line.ts';
import { type CallerWork, callerDriver } from '../caller-driver.ts';
import { boxesOf } from '../callers.ts';

export const STEP_MS = 100;
const LINE = 'rig';

export type Sender = (hall: () => TestHall, wake: () => void) => Driver<CallerWork>;

const SETTING = CallerSetting.parse({
  ...{ id: LINE, hall: 'test', kind: 'caller', name: { 'zh-CN': '呼叫器', en: 'Callers' } },
  line: { tcp: '127.0.0.1' },
  boxes: ['1', '2', '3'].map((counter) => ({ address: Number(counter), counter })),
});

/** As the server has it. */
export const honest: Sender = (hall, wake) => {
  const { runtime, clock } = hall();
  return callerDriver(
    boxesOf(SETTING, {
      ...{ hall: runtime, now: clock.now, onFailure: () => undefined },
      // Whoever opens a counter of this hall stays: it has no accounts.
      isAtWork: () => true,
    }),
    wake,
  );
};

export type CallerRig = {
  readonly boxes: readonly CallerBoxTwin[];
  readonly misbehaviour: CallerMisbehaviour;
  hall(): TestHall;
  state(): DeviceState;
  hang(box: CallerBoxTwin, isOn: boolean): void;
  cut(): void;
  /** The server stops, at any moment, and is back later. */
  kill(): Promise<void>;
  revive(): void;
  pass(ms: number, each?: () => void): Promise<void>;
  entries(): readonly JournalEntry[];
  close(): Promise<void>;
};

/** Moves the time that everything but the hall's own clock goes by. Units: ms. */
export type Advance = (ms: number) => Promise<unknown>;

/** The key of a press as the journal has it. */
export const keyOf = ({ serial }: CallerBoxTwin, { power, press }: PressRecord): string =>
  `system:caller-${LINE}-${serial.toString(16)}-${power}-${press}`;

const DAY = '2026-11-23';

const openDay = async (hall: TestHall, advance: Advance): Promise<void> => {
  const sent = [
    hall.send(openingOf(DAY)),
    ...['1', '2', '3'].map((counter) =>
      hall.send({ type: 'OpenCounter', counter, staff: `s${counter}` }),
    ),
  ];
  await advance(STEP_MS);
  await Promise.all(sent);
};

/** Serial numbers by address; a further one shares the address of an earlier one. */
export const openCallerRig = async (
  addresses: readonly number[],
  advance: Advance,
  sender: Sender = honest,
): Promise<CallerRig> => {
  const disk = temporaryFolder();
  let hall = openTestHall(disk.folder);
  await openDay(hall, advance);
  const boxes = addresses.map((address, index) =>
    callerBox({ address, serial: 0x7e_00 + index, now: () => performance.now(), keep: 10_000 }),
  );
  const off = new Set<CallerBoxTwin>();
  const misbehaviour = { ...GOOD_CALLERS };
  const { open, cut } = rigLine((options) =>
    callerEar({ misbehaviour, ...options, boxes: () => boxes.filter((box) => !off.has(box)) }),
  );
  const start = (): Device<CallerWork> => {
    const wake = (): void => void device.command({ work: 'now', withinMs: 2_000 });
    const device: Device<CallerWork> = openDevice({
      open,
      driver: sender(() => hall, wake),
      timing: { ...DEVICE_TIMING, heartbeatMs: 120 },
      onState: () => undefined,
    });
    return device;
  };
  let device = start();
  const stop = async (): Promise<void> => {
    const stopped = device.stop();
    await advance(5_000);
    await stopped;
    const halted = hall.runtime.stop();
    await advance(STEP_MS);
    await halted;
  };
  return {
    ...{ boxes, misbehaviour, hall: () => hall, state: () => device.state(), kill: stop },
    hang: (box, isOn) => void (isOn ? off.delete(box) : off.add(box)),
    cut,
    revive: () => {
      hall = openTestHall(disk.folder, hall.clock.now());
      device = start();
    },
    pass: async (ms, each) => {
      for (let gone = 0; gone < ms; gone += STEP_MS) {
        each?.();
        await advance(STEP_MS);
        hall.clock.advanceTo(hall.clock.now() + STEP_MS);
      }
    },
    entries: () => hall.journal.replay(),
    close: async () => {
      await stop();
      disk.remove();
    },
  };
};
