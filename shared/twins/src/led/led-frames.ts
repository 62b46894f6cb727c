/**
 * Frames as a card takes them off the wire and puts its answers on it. Written from docs/LED-FRAME.md and not
 * from the driver: the sum is made by a table here, and the escapes are undone as they come.
 */

const TABLE = Uint16Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xa001 : 0);
  return value;
});

export const frameSum = (bytes: Uint8Array): number =>
  bytes.reduce((sum, byte) => (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0), 0);

/** What a card makes of a frame: whole and right, or not to be understood. */
export type CardFrame =
  | { readonly whole: true; readonly to: number; readonly number: number; readonly data: Buffer }
  | { readonly whole: false };

const HEADER = 14;

const read = (body: Buffer): CardFrame => {
  if (body.length < HEADER + 2) return { whole: false };
  const rest = body.subarray(0, -2);
  const isRight =
    frameSum(rest) === body.readUInt16LE(body.length - 2) &&
    body.readUInt16LE(12) === rest.length - HEADER;
  if (!isRight) return { whole: false };
  return {
    ...{ whole: true, to: body.readUInt16LE(0), number: body.readUInt16LE(4) },
    data: Buffer.from(rest.subarray(HEADER)),
  };
};

export type CardEar = (byte: number) => CardFrame | null;

/** `A6 02` was A5, `A6 01` A6, `5B 02` 5A, `5B 01` 5B. */
const unescaped = (raw: Buffer): Buffer =>
  Buffer.from(
    raw
      .toString('hex')
      .replace(/(..)/g, '$1 ')
      .replaceAll('a6 02', 'a5')
      .replaceAll('a6 01', 'a6')
      .replaceAll('5b 02', '5a')
      .replaceAll('5b 01', '5b')
      .replaceAll(' ', ''),
    'hex',
  );

/** One for each line: half a frame of an earlier one means nothing on the next. */
export const cardEar = (): CardEar => {
  let body: number[] = [];
  let listening = false;
  return (byte) => {
    if (byte === 0xa5) {
      body = [];
      listening = true;
    } else if (byte === 0x5a && listening) {
      listening = false;
      return read(unescaped(Buffer.from(body)));
    } else if (listening) body.push(byte);
    return null;
  };
};

export type CardAnswer = {
  readonly from: number;
  readonly number: number;
  readonly taken: boolean;
};

export const cardAnswer = ({ from, number, taken }: CardAnswer): Buffer => {
  const body = Buffer.alloc(HEADER + 5);
  body.writeUInt16LE(0x8000, 0);
  body.writeUInt16LE(from, 2);
  body.writeUInt16LE(number, 4);
  body.set([0xfe, 0x02, 5, 0, 0xa0, taken ? 0 : 1], 10);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(frameSum(body));
  const plain = Buffer.concat([body, sum]).toString('hex').match(/../g) ?? [];
  const escapes: Readonly<Record<string, string>> = {
    ...{ a5: 'a602', a6: 'a601', '5a': '5b02', '5b': '5b01' },
  };
  const wire = plain.map((byte) => escapes[byte] ?? byte).join('');
  return Buffer.from(`${'a5'.repeat(8)}${wire}5a`, 'hex');
};
