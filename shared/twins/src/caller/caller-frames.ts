/**
 * Frames as a box takes them off the line and puts its answers on it. Written from docs/CALLER-FRAME.md and not from
 * the driver: the sum is made by a table here, and the escapes are undone as they come.
 */

const TABLE = Uint16Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0x8408 : 0);
  return value;
});

export const x25 = (bytes: Uint8Array): number =>
  bytes.reduce((sum, byte) => (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0), 0xffff) ^ 0xffff;

/** A question that came whole and right. */
export type Question = {
  readonly address: number;
  readonly kind: number;
  readonly number: number;
  readonly data: Buffer;
};

export const WHO_IS_THERE = 0x01;
export const POLL = 0x02;

const questionIn = (frame: Buffer): Question | null => {
  if (frame.length < 6) return null;
  const said = frame.subarray(0, frame.length - 2);
  if (x25(said) !== frame.readUInt16LE(frame.length - 2)) return null;
  return {
    ...{ address: said.readUInt8(0), kind: said.readUInt8(1), number: said.readUInt16LE(2) },
    data: Buffer.from(said.subarray(4)),
  };
};

export type BoxEar = (byte: number) => Question | null;

/** One for each line. A frame that is longer than any of the document is forgotten. */
export const boxEar = (): BoxEar => {
  const room = Buffer.alloc(48);
  let filled = -1;
  let flip = 0;
  const keep = (byte: number): void => {
    if (filled === room.length) filled = -1;
    else if (filled >= 0) {
      room[filled] = byte ^ flip;
      filled += 1;
      flip = 0;
    }
  };
  return (byte) => {
    if (byte === 0x7e) {
      const question = filled > 0 && flip === 0 ? questionIn(room.subarray(0, filled)) : null;
      filled = 0;
      flip = 0;
      return question;
    }
    if (byte === 0x7d && flip === 0) flip = 0x20;
    else keep(byte);
    return null;
  };
};

/** Of an answer: the same address and number, the highest bit in its kind. */
export const answerTo = ({ kind, number }: Question, address: number, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from([address, kind | 0x80, 0, 0]), data, Buffer.alloc(2)]);
  body.writeUInt16LE(number, 2);
  body.writeUInt16LE(x25(body.subarray(0, -2)), body.length - 2);
  const wire = body
    .toString('hex')
    .replaceAll(/../g, (pair) => ({ '7e': '7d5e', '7d': '7d5d' })[pair] ?? pair);
  return Buffer.from(`7e${wire}7e`, 'hex');
};
