/** Sums of 16 bits over frames on a line: of reflected bytes, as lines that send the lowest bit first have them. Pure. */

export type CrcForm = {
  /** Reflected, without its highest bit. */
  readonly polynomial: number;
  readonly from: number;
  /** Turned over at the end, bit by bit where set. */
  readonly flip: number;
};

/** CRC-16/ARC: x¹⁶ + x¹⁵ + x² + 1, from zero. */
export const ARC: CrcForm = { polynomial: 0xa0_01, from: 0, flip: 0 };
/** CRC-16/X-25: x¹⁶ + x¹² + x⁵ + 1, from ones, inverted. */
export const X25: CrcForm = { polynomial: 0x84_08, from: 0xff_ff, flip: 0xff_ff };

export const crc16 = ({ polynomial, from, flip }: CrcForm, bytes: Iterable<number>): number => {
  let crc = from;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >> 1) ^ polynomial : crc >> 1;
  }
  return crc ^ flip;
};
