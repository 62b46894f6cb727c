/** Finds the commands that a printer obeys past its buffer in bytes that come in any pieces. */

export type RealTime =
  | { readonly kind: 'status'; readonly of: number }
  | { readonly kind: 'clear' }
  | { readonly kind: 'data'; readonly byte: number };

const DLE = 0x10;
const CLEAR = [0x14, 8, 1, 3, 20, 1, 6, 2, 8];

const isStart = (held: readonly number[]): boolean =>
  (held[1] === 0x04 && held.length === 2) ||
  (held.length <= CLEAR.length && held.slice(1).every((byte, index) => byte === CLEAR[index]));

/** Takes one byte; gives what it completes. */
export const realTimeFilter = (): ((byte: number) => readonly RealTime[]) => {
  let held: number[] = [];
  const release = (): RealTime[] => {
    const data = held.map((byte): RealTime => ({ kind: 'data', byte }));
    held = [];
    return data;
  };
  return (byte) => {
    if (held.length === 0 && byte !== DLE) return [{ kind: 'data', byte }];
    held.push(byte);
    if (held.length === 3 && held[1] === 0x04) {
      held = [];
      return [{ kind: 'status', of: byte }];
    }
    if (held.length === CLEAR.length + 1) {
      const whole = held.slice(1).every((one, index) => one === CLEAR[index]);
      if (!whole) return release();
      held = [];
      return [{ kind: 'clear' }];
    }
    return isStart(held) ? [] : release();
  };
};
