/**
 * Who sits where: a counter and a personnel number, claimed until sign-in exists (docs/adr/0004).
 * The address `?counter=3&staff=t03` says it, else what this tab remembers.
 */
import { CounterId, StaffId } from '@tingxu/contract/ids';

export type Station = { readonly counter: CounterId; readonly staff: StaffId };

/** As much of `Storage` as is needed; a private window may refuse it. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'tingxu.station';

/** Null when either part is missing or no id. */
export const parseStation = (counter: unknown, staff: unknown): Station | null => {
  const at = CounterId.safeParse(counter);
  const who = StaffId.safeParse(staff);
  return at.success && who.success ? { counter: at.data, staff: who.data } : null;
};

export const stationOf = (search: string, memory: Memory): Station | null => {
  const query = new URLSearchParams(search);
  return parseStation(query.get('counter'), query.get('staff')) ?? recall(memory);
};

export const rememberStation = (station: Station | null, memory: Memory): void => {
  if (station) memory.setItem(KEY, `${station.counter} ${station.staff}`);
  else memory.removeItem(KEY);
};

const recall = (memory: Memory): Station | null => {
  const [counter, staff] = (memory.getItem(KEY) ?? '').split(' ');
  return parseStation(counter, staff);
};
