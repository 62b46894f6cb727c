/**
 * The reference frame of callers, as docs/CALLER-FRAME.md has it: RFC 1662 around an address, a kind, a number and
 * few data. Rules: CALLER-2, CALLER-5, CALLER-6.
 */
import { crc16, X25 } from '../crc.ts';

const FLAG = 0x7e;
const ESCAPE = 0x7d;
const FLIP = 0x20;
const EVERYBODY = 0xff;
const WHO = 0x01;
const POLL = 0x02;
const ANSWER = 0x80;
/** Address, kind and number before the data; the sum behind them. */
const HEADER = 4;
const SUM = 2;
const TICKET = 6;

/** A box from its power on: the same after a pause of the line, another one after a restart of the box. */
export type Session = { readonly serial: number; readonly power: number };

/** A key that was pressed at a box. */
export type Press = {
  /** Counts within a session. */
  readonly press: number;
  readonly key: number;
  /** A digit behind it, or 0. */
  readonly choice: number;
  readonly picture: number;
};

/** What became of a press. The numbers are those of the frame. */
export const OUTCOME = {
  unknown: 0,
  done: 1,
  notNow: 2,
  nobodySignedIn: 3,
  tooEarly: 4,
  nobodyWaits: 5,
  changed: 6,
  failed: 7,
  noSuchKey: 8,
} as const;
export type BoxOutcome = (typeof OUTCOME)[keyof typeof OUTCOME];

export const COUNTER_STATE = {
  hallClosed: 0,
  closed: 1,
  open: 2,
  calling: 3,
  serving: 4,
  paused: 5,
} as const;

/** What a box shows of its counter. */
export type BoxPicture = {
  readonly state: (typeof COUNTER_STATE)[keyof typeof COUNTER_STATE];
  /** Empty where no ticket is at the counter. */
  readonly ticket: string;
  readonly waiting: number;
  /** Stands for what the counter is doing. */
  readonly picture: number;
};

export type Settled = { readonly press: number; readonly outcome: BoxOutcome };

const two = (value: number): readonly number[] => [value & 0xff, (value >> 8) & 0xff];
const four = (value: number): readonly number[] => [...two(value), ...two(value >>> 16)];

const framed = (address: number, kind: number, number: number, data: readonly number[]) => {
  const body = [address, kind, ...two(number), ...data];
  const plain = [...body, ...two(crc16(X25, body))];
  const escaped = plain.flatMap((byte) =>
    byte === FLAG || byte === ESCAPE ? [ESCAPE, byte ^ FLIP] : [byte],
  );
  return Uint8Array.from([FLAG, ...escaped, FLAG]);
};

export const whoFrame = (number: number): Uint8Array => framed(EVERYBODY, WHO, number, []);

export type Poll = {
  readonly address: number;
  readonly number: number;
  readonly session: Session;
  readonly settled: Settled;
  readonly shown: BoxPicture;
};

export const pollFrame = ({ address, number, session, settled, shown }: Poll): Uint8Array =>
  framed(address, POLL, number, [
    ...four(session.serial),
    ...two(session.power),
    ...two(settled.press),
    ...[settled.outcome, shown.state],
    ...Buffer.from(shown.ticket.slice(0, TICKET).padEnd(TICKET), 'latin1'),
    ...two(Math.min(shown.waiting, 0xff_ff)),
    ...two(shown.picture),
  ]);

export type BoxAnswer = { readonly address: number; readonly number: number } & (
  | { readonly kind: 'there'; readonly session: Session }
  /** `press`: null while none waits. */
  | { readonly kind: 'polled'; readonly press: Press | null }
);

const pressIn = (data: Buffer): Press | null => {
  const press = data.readUInt16LE(0);
  if (press === 0) return null;
  return { press, key: data[2] ?? 0, choice: data[3] ?? 0, picture: data.readUInt16LE(4) };
};

const answerIn = (body: Buffer): BoxAnswer | null => {
  if (body.length < HEADER + SUM) return null;
  const plain = body.subarray(0, -SUM);
  if (crc16(X25, plain) !== body.readUInt16LE(plain.length)) return null;
  const [address = 0, kind] = plain;
  const from = { address, number: plain.readUInt16LE(2) };
  const data = plain.subarray(HEADER);
  if (data.length !== 6) return null;
  if (kind === (ANSWER | WHO)) {
    const session = { serial: data.readUInt32LE(0), power: data.readUInt16LE(4) };
    return { ...from, kind: 'there', session };
  }
  return kind === (ANSWER | POLL) ? { ...from, kind: 'polled', press: pressIn(data) } : null;
};

/** What an escaped body was; null when its last escape escapes nothing. */
const plainOf = (raw: readonly number[]): Buffer | null => {
  if (raw.at(-1) === ESCAPE) return null;
  return Buffer.from(
    raw.flatMap((byte, at) => {
      if (byte === ESCAPE) return [];
      return raw[at - 1] === ESCAPE ? [byte ^ FLIP] : [byte];
    }),
  );
};

/** No answer is longer, escapes and all. */
const LONGEST = 64;

/** Byte by byte: an answer when one is whole and right, else null. What is damaged is not heard. */
export const boxReader = (): ((byte: number) => BoxAnswer | null) => {
  let raw: number[] | null = null;
  return (byte) => {
    if (byte === FLAG) {
      const body = raw && plainOf(raw);
      raw = [];
      return body && answerIn(body);
    }
    if (raw && raw.length < LONGEST) raw.push(byte);
    else raw = null;
    return null;
  };
};
