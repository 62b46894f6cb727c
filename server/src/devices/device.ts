/**
 * One device of a hall, whatever it is: a line that is kept open, a heartbeat, a state that others can
 * see, and commands that are carried out one after another, expire, and are acknowledged. What to say
 * on the line is the driver's. Rules: DEV-1..DEV-4, DEV-8.
 */
import type { DeviceTrouble } from '@tingxu/contract/devices';
import type { Line } from './line.ts';

/**
 * What became of a command. `partly`: the device had it in its hands, so some or all of it may have
 * happened; nobody may repeat it as if nothing had.
 */
export type Outcome =
  | { readonly done: true }
  | { readonly done: false; readonly why: DeviceTrouble | 'too-late'; readonly partly: boolean };

/** What is wrong with a device that answers; empty: nothing. */
export type Troubles = readonly DeviceTrouble[];

/** Whatever is kept open to a device; most are lines of bytes. */
export type Closable = { close(): void };

/** The language of one kind of device. Each rejects when the line ends or the device is silent. */
export type Driver<Work, L extends Closable = Line> = {
  /** Once on each new line, before anything else. */
  greet(line: L): Promise<void>;
  /** The heartbeat. */
  check(line: L): Promise<Troubles>;
  /** Begins only what can still be refused without a trace; from its first byte on it is `partly`. */
  perform(line: L, work: Work): Promise<Outcome>;
  /** Of a line with several devices: whom the last `check` found something wrong with. */
  concerned?(): readonly number[];
};

/** `lost`: it does not answer. `starting`: nobody knows yet. */
export type DeviceState = {
  readonly link: 'starting' | 'connected' | 'lost';
  readonly troubles: Troubles;
  /** On a line with several devices: addresses that the troubles are about. */
  readonly addresses: readonly number[];
};

export type DeviceCommand<Work> = {
  readonly work: Work;
  /** Not begun after that. Units: ms from now. */
  readonly withinMs: number;
};

export type Device<Work> = {
  state(): DeviceState;
  command(command: DeviceCommand<Work>): Promise<Outcome>;
  stop(): Promise<void>;
};

export type DeviceTiming = {
  /** Between two heartbeats. Units: ms. */
  readonly heartbeatMs: number;
  /** For a line to open. Units: ms. */
  readonly openWithinMs: number;
  /** Between two tries to open, while lines last. Units: ms. */
  readonly reopenMs: number;
  /** A line that stood for less has not lasted. Units: ms. */
  readonly steadyMs: number;
};

/** A paper end is seen, told and shown within two seconds. Source: OPS-11. */
export const DEVICE_TIMING: DeviceTiming = {
  ...{ heartbeatMs: 400, openWithinMs: 1_000, reopenMs: 300, steadyMs: 2_000 },
};

/** So many lines in a row that did not last are somebody who plugs and unplugs; from then on pauses double. */
const FREE_FLAPS = 4;
/** A pause is at most so often the first one: 9.6 s. */
const LONGEST = 32;

/** Before the next try, after so many lines in a row that did not last. Units: ms. Rules: DEV-8. */
export const reopenAfter = (flaps: number, reopenMs: number): number =>
  reopenMs * Math.min(LONGEST, 2 ** Math.max(0, flaps - FREE_FLAPS));

export type DeviceOptions<Work, L extends Closable = Line> = {
  /** Gives up when the signal says so. */
  readonly open: (signal: AbortSignal) => Promise<L>;
  readonly driver: Driver<Work, L>;
  readonly timing?: DeviceTiming;
  /** Told of each change, at once. */
  readonly onState: (state: DeviceState) => void;
};

type Waiting<Work> = {
  readonly work: Work;
  readonly expiry: NodeJS.Timeout;
  readonly settle: (outcome: Outcome) => void;
};

type Running<Work, L extends Closable> = DeviceOptions<Work, L> & {
  readonly timing: DeviceTiming;
  readonly waiting: Waiting<Work>[];
  state: DeviceState;
  stopped: boolean;
  line: L | null;
  /** Ends a pause before its time. */
  wake: () => void;
};

const same = (a: DeviceState, b: DeviceState): boolean =>
  a.link === b.link &&
  a.troubles.join() === b.troubles.join() &&
  a.addresses.join() === b.addresses.join();

const setState = <Work, L extends Closable>(device: Running<Work, L>, state: DeviceState): void => {
  if (same(device.state, state)) return;
  device.state = state;
  device.onState(state);
};

const pause = <Work, L extends Closable>(device: Running<Work, L>, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    device.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });

const take = <Work, L extends Closable>(device: Running<Work, L>): Waiting<Work> | undefined => {
  const next = device.waiting.shift();
  if (next) clearTimeout(next.expiry);
  return next;
};

/** Nothing waits for a device that is gone: whoever asked must know at once. Rules: DEV-3. */
const refuseWaiting = <Work, L extends Closable>(device: Running<Work, L>): void => {
  for (let next = take(device); next; next = take(device)) {
    next.settle({ done: false, why: 'lost', partly: false });
  }
};

class EndUnknown extends Error {
  override readonly name = 'EndUnknown';
}

/** One command; the line is given up after one whose end nobody knows. */
async function carryOut<Work, L extends Closable>(
  device: Running<Work, L>,
  line: L,
  next: Waiting<Work>,
) {
  let outcome: Outcome = { done: false, why: 'lost', partly: true };
  try {
    outcome = await device.driver.perform(line, next.work);
  } finally {
    next.settle(outcome);
  }
  if (!outcome.done && outcome.partly) throw new EndUnknown('the end of a command is unknown');
}

async function serve<Work, L extends Closable>(device: Running<Work, L>, line: L): Promise<void> {
  await device.driver.greet(line);
  while (!device.stopped) {
    const troubles = await device.driver.check(line);
    const addresses = device.driver.concerned?.() ?? [];
    setState(device, { link: 'connected', troubles, addresses });
    const next = take(device);
    if (next) await carryOut(device, line, next);
    else await pause(device, device.timing.heartbeatMs);
  }
}

/** A line from its opening to its end; whatever ends it, a new one begins from nothing. */
async function useLine<Work, L extends Closable>(
  device: Running<Work, L>,
): Promise<'lost' | 'begin-anew'> {
  try {
    device.line = await device.open(AbortSignal.timeout(device.timing.openWithinMs));
    await serve(device, device.line);
    return 'lost';
  } catch (error) {
    return error instanceof EndUnknown ? 'begin-anew' : 'lost';
  } finally {
    device.line?.close();
    device.line = null;
  }
}

async function keepOpen<Work, L extends Closable>(device: Running<Work, L>): Promise<void> {
  const { reopenMs, steadyMs } = device.timing;
  let flaps = 0;
  while (!device.stopped) {
    const from = performance.now();
    const ended = await useLine(device);
    if (ended === 'begin-anew') continue;
    if (device.stopped) break;
    // One that is away for long is tried as often as ever: nobody is told anything by it.
    if (device.state.link === 'connected') {
      flaps = performance.now() - from < steadyMs ? flaps + 1 : 0;
    }
    setState(device, { link: 'lost', troubles: ['lost'], addresses: [] });
    refuseWaiting(device);
    await pause(device, reopenAfter(flaps, reopenMs));
  }
}

const ask = <Work, L extends Closable>(
  device: Running<Work, L>,
  command: DeviceCommand<Work>,
): Promise<Outcome> =>
  new Promise((settle) => {
    if (device.stopped || device.state.link === 'lost') {
      settle({ done: false, why: 'lost', partly: false });
      return;
    }
    const expire = (): void => {
      device.waiting.splice(device.waiting.indexOf(waiting), 1);
      settle({ done: false, why: 'too-late', partly: false });
    };
    const expiry = setTimeout(expire, command.withinMs);
    const waiting: Waiting<Work> = { work: command.work, expiry, settle };
    device.waiting.push(waiting);
    device.wake();
  });

export const openDevice = <Work, L extends Closable>(
  options: DeviceOptions<Work, L>,
): Device<Work> => {
  const device: Running<Work, L> = {
    ...options,
    timing: options.timing ?? DEVICE_TIMING,
    waiting: [],
    state: { link: 'starting', troubles: [], addresses: [] },
    stopped: false,
    line: null,
    wake: () => undefined,
  };
  const running = keepOpen(device);
  return {
    state: () => device.state,
    command: (command) => ask(device, command),
    stop: async () => {
      device.stopped = true;
      refuseWaiting(device);
      device.line?.close();
      device.wake();
      await running;
    },
  };
};
