/**
 * The twin of a ticket printer: listens on a real socket like one in the network, prints on paper that a
 * test, a person or the demo hall can look at, and misbehaves when told to. What it has received it prints
 * even when the line is gone, as real ones do.
 */
import { createServer, type Socket } from 'node:net';
import { listen, type Stand } from '../listen.ts';
import { type EscPosMachine, escPosMachine, NotEscPos } from './esc-pos-machine.ts';
import type { PaperItem, PaperSlip } from './paper.ts';
import { type RealTime, realTimeFilter } from './real-time.ts';

/** How the printer is. */
export type PrinterCondition = {
  paper: 'enough' | 'low' | 'out';
  coverOpen: boolean;
  cutterJammed: boolean;
  /** Out of order for a reason that it does not tell. */
  offline: boolean;
};

export type Misbehaviour = {
  /** Prints, but says nothing. */
  silent: boolean;
  /** Says that it is well, whatever happens. */
  lies: boolean;
  /** Leaves out every second answer. */
  half: boolean;
  /** Answers so late. Units: ms. */
  delayMs: number;
  /** Never says that a slip is out. */
  withholds: boolean;
  /** Its cable comes out after so many bytes more; null: it stays in. */
  unpluggedAfter: number | null;
  /** Its power goes at the same moment: what it has received is gone. */
  losesPower: boolean;
  /** Goes on to the end of a slip when its paper has ended, and answers in its turn. */
  goesOnDry: boolean;
  /** Its paper ends after so many marks more; null: it lasts. */
  paperEndsAfter: number | null;
};

export type PrinterTwin = {
  readonly port: number;
  readonly condition: PrinterCondition;
  readonly misbehaviour: Misbehaviour;
  /** Slips that have come out, oldest first. */
  slips(): readonly PaperSlip[];
  /** Everything that was ever received and no real-time command, in hexadecimal. */
  received(): string;
  /** New paper, cover closed, jam gone. Whatever stuck out is torn off. */
  repair(): void;
  /** Called for each slip that comes out. */
  onSlip(listener: (slip: PaperSlip) => void): void;
  /** Pulls the cable of every host that is there. */
  unplug(): void;
  /** Resolves when everything received is printed, or cannot be. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

export type PrinterTwinOptions = Stand & {
  /** What the head can reach: 384 on paper of 58 mm, 576 on 80 mm. */
  readonly dots: number;
  /** Between two marks. Units: ms. */
  readonly markMs?: number;
  /** How many slips are kept. */
  readonly keep?: number;
};

type Twin = {
  readonly machine: EscPosMachine;
  readonly options: Required<Pick<PrinterTwinOptions, 'markMs' | 'keep'>>;
  readonly condition: PrinterCondition;
  readonly misbehaviour: Misbehaviour;
  readonly sockets: Set<Socket>;
  readonly listeners: Set<(slip: PaperSlip) => void>;
  readonly received: number[];
  buffer: number[];
  items: PaperItem[];
  slips: PaperSlip[];
  answers: number;
  busy: Promise<void> | null;
};

const WELL: PrinterCondition = {
  paper: 'enough',
  coverOpen: false,
  cutterJammed: false,
  offline: false,
};
const GOOD: Misbehaviour = {
  ...{ silent: false, lies: false, half: false, withholds: false, losesPower: false },
  goesOnDry: false,
  ...{ delayMs: 0, unpluggedAfter: null, paperEndsAfter: null },
};

const stands = ({ paper, coverOpen, cutterJammed, offline }: PrinterCondition): boolean =>
  paper === 'out' || coverOpen || cutterJammed || offline;

const statusBits = (condition: PrinterCondition, of: number): number => {
  const { paper, coverOpen, cutterJammed } = condition;
  const bits: Readonly<Record<number, number>> = {
    1: stands(condition) ? 0x08 : 0,
    2: (coverOpen ? 0x04 : 0) | (paper === 'out' ? 0x20 : 0) | (cutterJammed ? 0x40 : 0),
    3: cutterJammed ? 0x08 : 0,
    4: (paper === 'out' ? 0x60 : 0) | (paper === 'enough' ? 0 : 0x0c),
  };
  return 0x12 | (bits[of] ?? 0);
};

/** Near its end in the lowest two bits, ended in the next two. */
const IN_TURN: Readonly<Record<PrinterCondition['paper'], number>> = {
  ...{ enough: 0, low: 0x03, out: 0x0f },
};

const say = (twin: Twin, bytes: readonly number[], isConfirmation = false): void => {
  const { silent, half, withholds, delayMs } = twin.misbehaviour;
  twin.answers += 1;
  if (silent || (half && twin.answers % 2 === 0) || (isConfirmation && withholds)) return;
  const speak = (): void => {
    for (const socket of twin.sockets) if (!socket.destroyed) socket.write(Uint8Array.from(bytes));
  };
  if (delayMs === 0) speak();
  else setTimeout(speak, delayMs);
};

const finish = (twin: Twin, torn: boolean): void => {
  if (twin.items.length === 0) return;
  const slip = { items: twin.items, torn };
  twin.items = [];
  twin.slips = [...twin.slips, slip].slice(-twin.options.keep);
  for (const listener of twin.listeners) listener(slip);
};

const print = (twin: Twin, item: PaperItem): void => {
  if (twin.condition.paper === 'out') return;
  twin.items.push(item);
  const { misbehaviour, condition } = twin;
  if (misbehaviour.paperEndsAfter === null) return;
  misbehaviour.paperEndsAfter -= 1;
  if (misbehaviour.paperEndsAfter > 0) return;
  misbehaviour.paperEndsAfter = null;
  condition.paper = 'out';
};

/** Obeys the next command of the buffer. False when there is none, or it cannot go on. */
const obey = (twin: Twin): boolean => {
  const { condition, misbehaviour } = twin;
  const paper = misbehaviour.goesOnDry ? 'enough' : condition.paper;
  if (stands({ ...condition, paper })) return false;
  const step = twin.machine.next(twin.buffer);
  if (!step) return false;
  twin.buffer.splice(0, step.taken);
  for (const effect of step.effects) {
    if (effect.kind === 'print') print(twin, effect.item);
    else if (effect.kind === 'cut') finish(twin, condition.paper === 'out');
    else if (effect.kind === 'say-paper') say(twin, [IN_TURN[condition.paper]], true);
    else say(twin, [0x37, 0x22, ...effect.digits, 0x00], true);
  }
  return true;
};

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => (ms === 0 ? setImmediate(resolve) : setTimeout(resolve, ms)));

async function work(twin: Twin): Promise<void> {
  let marks = 0;
  // `busy` is set first.
  await pause(0);
  while (obey(twin)) {
    const printed = twin.items.length;
    if (printed === marks) continue;
    marks = printed;
    if (twin.options.markMs > 0) await pause(twin.options.markMs);
  }
  twin.busy = null;
}

const goOn = (twin: Twin): void => {
  twin.busy ??= work(twin).catch((error: unknown) => {
    twin.busy = null;
    if (!(error instanceof NotEscPos)) throw error;
    twin.buffer = [];
    twin.items.push({
      kind: 'line',
      runs: [{ text: `!! ${error.message}`, wide: 1, high: 1, bold: true, inverse: false }],
      ...{ where: 'left', dots: 30, spilled: true },
    });
  });
};

const forget = (twin: Twin): void => {
  twin.buffer = [];
  twin.machine.reset();
};

const unplug = (twin: Twin): void => {
  for (const socket of twin.sockets) socket.destroy();
  if (twin.misbehaviour.losesPower) forget(twin);
};

/** Of what was ever received, so that a demo that runs for months stays small. Units: bytes. */
const KEPT_BYTES = 100_000;

const take = (twin: Twin, one: RealTime): void => {
  if (one.kind === 'status') {
    say(twin, [twin.misbehaviour.lies ? 0x12 : statusBits(twin.condition, one.of)]);
  } else if (one.kind === 'clear') {
    forget(twin);
    say(twin, [0x37, 0x25, 0x00]);
  } else {
    twin.buffer.push(one.byte);
    twin.received.push(one.byte);
    if (twin.received.length > 2 * KEPT_BYTES) twin.received.splice(0, KEPT_BYTES);
  }
};

/** Counts down to the moment at which the cable comes out. */
const wear = (twin: Twin): void => {
  const { misbehaviour } = twin;
  if (misbehaviour.unpluggedAfter === null) return;
  misbehaviour.unpluggedAfter -= 1;
  if (misbehaviour.unpluggedAfter > 0) return;
  misbehaviour.unpluggedAfter = null;
  unplug(twin);
};

const hear = (twin: Twin, socket: Socket): void => {
  const filter = realTimeFilter();
  socket.on('error', () => undefined);
  socket.on('close', () => twin.sockets.delete(socket));
  socket.on('data', (bytes) => {
    for (const byte of bytes) {
      if (socket.destroyed) break;
      for (const one of filter(byte)) take(twin, one);
      wear(twin);
    }
    goOn(twin);
  });
};

export async function openPrinterTwin(options: PrinterTwinOptions): Promise<PrinterTwin> {
  const twin: Twin = {
    machine: escPosMachine(options.dots),
    options: { markMs: 0, keep: 200, ...options },
    condition: { ...WELL },
    misbehaviour: { ...GOOD },
    sockets: new Set(),
    listeners: new Set(),
    ...{ received: [], buffer: [], items: [], slips: [], answers: 0, busy: null },
  };
  const server = createServer({ noDelay: true }, (socket) => {
    twin.sockets.add(socket);
    hear(twin, socket);
  });
  const port = await listen(server, options);
  return {
    port,
    condition: twin.condition,
    misbehaviour: twin.misbehaviour,
    slips: () => twin.slips,
    received: () => Buffer.from(twin.received).toString('hex'),
    repair: () => {
      if (stands(twin.condition)) finish(twin, true);
      Object.assign(twin.condition, WELL);
      Object.assign(twin.misbehaviour, GOOD);
      goOn(twin);
    },
    onSlip: (listener) => void twin.listeners.add(listener),
    unplug: () => unplug(twin),
    settled: async () => {
      while (twin.busy !== null) await twin.busy;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        unplug(twin);
      }),
  };
}
