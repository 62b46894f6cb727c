/**
 * What this monitor watches for, from its address: `?care=15&work=3&open=5&wall`. Pure.
 * Source: H5, H38; product.md 3.
 */
export type WatchSettings = {
  /** Somebody who has waited so long needs care. Units: ms. */
  readonly careMs: number;
  /** Internal work is an alarm while more than so many wait. */
  readonly workWaiting: number;
  /** A call that nobody has answered for so long is an alarm. Units: ms. */
  readonly openMs: number;
  /** Read from across the room: no controls, larger letters. */
  readonly wall: boolean;
};

const MINUTE_MS = 60_000;
const DEFAULT_CARE_MINUTES = 15;
const DEFAULT_WORK_WAITING = 3;
const DEFAULT_OPEN_MINUTES = 5;

const numberOf = (text: string | null, least: number, most: number, usual: number): number => {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= least && value <= most ? value : usual;
};

export const watchSettings = (search: string): WatchSettings => {
  const query = new URLSearchParams(search);
  return {
    careMs: numberOf(query.get('care'), 1, 240, DEFAULT_CARE_MINUTES) * MINUTE_MS,
    workWaiting: numberOf(query.get('work'), 0, 999, DEFAULT_WORK_WAITING),
    openMs: numberOf(query.get('open'), 1, 240, DEFAULT_OPEN_MINUTES) * MINUTE_MS,
    wall: query.has('wall'),
  };
};
