/**
 * What this monitor watches for, from its address: `?work=3&open=5&wall`. Pure.
 * Source: H5, H38; product.md 3.
 */
export type WatchSettings = {
  /** Internal work is an alarm while more than so many wait. */
  readonly workWaiting: number;
  /** A call that nobody has answered for so long is an alarm. Units: ms. */
  readonly openMs: number;
  /** Read from across the room: no controls, larger letters. */
  readonly wall: boolean;
};

const MINUTE_MS = 60_000;
const DEFAULT_WORK_WAITING = 3;
const DEFAULT_OPEN_MINUTES = 5;

const numberOf = (text: string | null, least: number, most: number, usual: number): number => {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= least && value <= most ? value : usual;
};

export const watchSettings = (search: string): WatchSettings => {
  const query = new URLSearchParams(search);
  return {
    workWaiting: numberOf(query.get('work'), 0, 999, DEFAULT_WORK_WAITING),
    openMs: numberOf(query.get('open'), 1, 240, DEFAULT_OPEN_MINUTES) * MINUTE_MS,
    wall: query.has('wall'),
  };
};
