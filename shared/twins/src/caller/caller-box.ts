/**
 * One box at a counter: its keys, its display, and what it remembers. Written from docs/CALLER-FRAME.md. Pure but for
 * its clock.
 */
import { answerTo, POLL, type Question, WHO_IS_THERE, x25 } from './caller-frames.ts';

/** Units: ms. */
const STRAY_AFTER = 3_000;
const GIVES_UP_AFTER = 5_000;
const BOUNCE = 350;
const SLOT = 15;

/** How a press ended, as far as its box knows; `given-up`: nobody knows yet. */
export type PressEnd = 'waiting' | 'given-up' | 'forgotten' | { readonly outcome: number };

/** A press as the box remembers it, for whoever looks at it. */
export type PressRecord = {
  readonly power: number;
  readonly press: number;
  readonly key: string;
  readonly choice: number;
  readonly picture: number;
  /** What the display said when the key was pressed. */
  readonly seen: Display;
  readonly at: number;
  end: PressEnd;
};

/** What stands on the display. `stray`: the box is polled by nobody. */
export type Display =
  | { readonly stray: true }
  | {
      readonly stray: false;
      readonly state: number;
      readonly ticket: string;
      readonly waiting: number;
    };

export type CallerBoxTwin = {
  readonly address: number;
  readonly serial: number;
  /** False: the box itself refuses the key, and says so at once. */
  press(key: string, choice?: number): boolean;
  display(): Display;
  /** The newest press of this power; null before the first. */
  newest(): PressRecord | null;
  /** Every press that the box has taken, the oldest first. */
  presses(): readonly PressRecord[];
  /** Its power was away for a moment. */
  restart(): void;
  /** The answer, and how long it waits before it; null where it is not meant. */
  answer(question: Question): { readonly bytes: Buffer; readonly afterMs: number } | null;
};

export type BoxOptions = {
  readonly address: number;
  readonly serial: number;
  /** Units: ms. */
  readonly now: () => number;
  /** How many presses it remembers for whoever looks. */
  readonly keep?: number;
};

type Told = {
  readonly state: number;
  readonly ticket: string;
  readonly waiting: number;
  readonly picture: number;
};

type Memory = {
  power: number;
  count: number;
  polledAt: number;
  told: Told | null;
  records: PressRecord[];
};

const isStray = ({ polledAt }: Memory, now: number): boolean => now - polledAt >= STRAY_AFTER;

const newestOf = ({ records, power }: Memory): PressRecord | null => {
  const last = records.at(-1);
  return last && last.power === power ? last : null;
};

/** What time has done to the press that waits. */
const waitingAt = (memory: Memory, now: number): PressRecord | null => {
  const last = newestOf(memory);
  if (last?.end !== 'waiting') return null;
  if (now - last.at < GIVES_UP_AFTER) return last;
  last.end = 'given-up';
  return null;
};

const displayOf = ({ told }: Memory, stray: boolean): Display => {
  if (stray || !told) return { stray: true };
  const { state, ticket, waiting } = told;
  return { stray: false, state, ticket, waiting };
};

/** A poll of this box; its outcome is shown also when the box has given up meanwhile. */
const hearPoll = (memory: Memory, data: Buffer, now: number): Buffer => {
  memory.polledAt = now;
  memory.told = {
    state: data.readUInt8(9),
    ticket: data.toString('latin1', 10, 16).trimEnd(),
    waiting: data.readUInt16LE(16),
    picture: data.readUInt16LE(18),
  };
  const [settled, outcome] = [data.readUInt16LE(6), data.readUInt8(8)];
  waitingAt(memory, now);
  const last = newestOf(memory);
  const wants = last?.end === 'waiting' || last?.end === 'given-up';
  if (last && wants && settled === last.press && outcome !== 0) last.end = { outcome };
  const offered = waitingAt(memory, now);
  const said = Buffer.alloc(6);
  if (offered) {
    said.writeUInt16LE(offered.press, 0);
    said.writeUInt8(offered.key.charCodeAt(0), 2);
    said.writeUInt8(offered.choice, 3);
    said.writeUInt16LE(offered.picture, 4);
  }
  return said;
};

export const callerBox = ({ address, serial, now, keep = 50 }: BoxOptions): CallerBoxTwin => {
  const never = Number.NEGATIVE_INFINITY;
  const memory: Memory = { power: 1, count: 0, polledAt: never, told: null, records: [] };
  const nameplate = (): Buffer => {
    const bytes = Buffer.alloc(6);
    bytes.writeUInt32LE(serial, 0);
    bytes.writeUInt16LE(memory.power, 4);
    return bytes;
  };
  const slotFor = (number: number): number => ((x25(nameplate()) >> (number % 13)) & 15) * SLOT;
  return {
    ...{ address, serial },
    press: (key, choice = 0) => {
      const at = now();
      const last = newestOf(memory);
      const isBounce = last?.key === key && at - last.at < BOUNCE;
      const { told } = memory;
      if (isBounce || isStray(memory, at) || !told || waitingAt(memory, at)) return false;
      memory.count = (memory.count % 0xffff) + 1;
      const { power, count: press } = memory;
      const seen = displayOf(memory, false);
      const { picture } = told;
      memory.records.push({ power, press, key, choice, picture, seen, at, end: 'waiting' });
      memory.records = memory.records.slice(-keep);
      return true;
    },
    display: () => displayOf(memory, isStray(memory, now())),
    newest: () => {
      waitingAt(memory, now());
      return newestOf(memory);
    },
    presses: () => {
      waitingAt(memory, now());
      return memory.records;
    },
    restart: () => {
      const last = newestOf(memory);
      if (last?.end === 'waiting' || last?.end === 'given-up') last.end = 'forgotten';
      Object.assign(memory, { power: memory.power + 1, count: 0, polledAt: never, told: null });
    },
    answer: (question) => {
      const { kind, data, number } = question;
      if (question.address === 0xff && kind === WHO_IS_THERE && data.length === 0) {
        if (!isStray(memory, now())) return null;
        return { bytes: answerTo(question, address, nameplate()), afterMs: slotFor(number) };
      }
      const isMeant = question.address === address && kind === POLL && data.length === 20;
      if (!isMeant || !data.subarray(0, 6).equals(nameplate())) return null;
      return { bytes: answerTo(question, address, hearPoll(memory, data, now())), afterMs: 0 };
    },
  };
};
