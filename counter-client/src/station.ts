/**
 * Which counter this page stands at: the one that its machine was paired as, the one of the address
 * (`?counter=3`), else what this tab remembers. Who works there is the session's to say.
 */
import type { Me } from '@tingxu/contract/identity';
import { CounterId, type StaffId } from '@tingxu/contract/ids';

export type Station = { readonly counter: CounterId; readonly staff: StaffId };

/** As much of `Storage` as is needed; a private window may refuse it. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'tingxu.station';

const parse = (counter: unknown): CounterId | null => CounterId.safeParse(counter).data ?? null;

export const counterOf = (device: Me['device'], search: string, memory: Memory): CounterId | null =>
  device?.place.counter ??
  parse(new URLSearchParams(search).get('counter')) ??
  parse(memory.getItem(KEY));

export const rememberCounter = (counter: CounterId | null, memory: Memory): void => {
  if (counter === null) memory.removeItem(KEY);
  else memory.setItem(KEY, counter);
};
