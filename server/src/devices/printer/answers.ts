/**
 * What a printer says, from bytes that come in any pieces. A real-time status, a status in its turn, and
 * a block are told apart by their fixed bits. Pure.
 */
import type { DeviceTrouble } from '@tingxu/contract/devices';
import type { StatusOf } from './esc-pos.ts';

export type PrinterAnswer =
  | { readonly kind: 'status'; readonly bits: number }
  | { readonly kind: 'in-turn'; readonly bits: number }
  /** Without its header and its end. */
  | { readonly kind: 'block'; readonly bytes: readonly number[] };

const BLOCK = 0x37;
const BLOCK_END = 0x00;
/** No block of ours is longer; a longer one is noise. Units: bytes. */
const BLOCK_LIMIT = 40;

/** Takes one byte after the other; null while nothing is complete. */
export const answerReader = (): ((byte: number) => PrinterAnswer | null) => {
  let block: number[] | null = null;
  return (byte) => {
    if (block) {
      if (byte !== BLOCK_END && block.length < BLOCK_LIMIT) {
        block.push(byte);
        return null;
      }
      const bytes = block;
      block = null;
      return { kind: 'block', bytes };
    }
    if (byte === BLOCK) {
      block = [];
      return null;
    }
    if ((byte & 0x93) === 0x12) return { kind: 'status', bits: byte };
    return (byte & 0x90) === 0 ? { kind: 'in-turn', bits: byte } : null;
  };
};

/** Of an answer in its turn: the roll has ended before it. */
export const saysNoPaper = (bits: number): boolean => (bits & 0x0c) !== 0;

/** Per status: bits, any of which means the trouble. */
const MEANINGS: Readonly<Record<StatusOf, readonly (readonly [number, DeviceTrouble])[]>> = {
  1: [[0x08, 'offline']],
  2: [
    [0x04, 'cover-open'],
    [0x20, 'paper-out'],
    [0x40, 'fault'],
  ],
  3: [
    [0x08, 'cutter'],
    [0x20, 'fault'],
    [0x40, 'fault'],
  ],
  4: [
    [0x60, 'paper-out'],
    [0x0c, 'paper-low'],
  ],
};

const ORDER: readonly DeviceTrouble[] = [
  ...(['paper-out', 'cover-open', 'cutter', 'fault', 'offline', 'paper-low'] as const),
];

/** Each status that was asked for, with its bits. */
export type StatusBits = ReadonlyMap<StatusOf, number>;

/** In order of what to see to first; why it is offline is left to what caused it. */
export const troublesOf = (bits: StatusBits): readonly DeviceTrouble[] => {
  const found = new Set<DeviceTrouble>();
  for (const [of, value] of bits) {
    for (const [mask, trouble] of MEANINGS[of]) if ((value & mask) !== 0) found.add(trouble);
  }
  if (found.has('cutter')) found.delete('fault');
  if (found.has('paper-out')) found.delete('paper-low');
  if (found.size > 1 && !(found.size === 2 && found.has('paper-low'))) found.delete('offline');
  return ORDER.filter((trouble) => found.has(trouble));
};
