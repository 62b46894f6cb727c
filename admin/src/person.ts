/**
 * Who changes the configuration: a personnel number, claimed until sign-in exists (docs/adr/0004). The
 * address `?staff=s01` says it, else what this tab remembers.
 */
import { StaffId } from '@tingxu/contract/ids';

/** As much of `Storage` as is needed. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'tingxu.staff';

/** What a person typed; null when it is no personnel number. */
export const parseStaff = (text: string | null): StaffId | null =>
  StaffId.safeParse(text?.trim().toLowerCase()).data ?? null;

export const staffOf = (search: string, memory: Memory): StaffId | null =>
  parseStaff(new URLSearchParams(search).get('staff')) ?? parseStaff(memory.getItem(KEY));

export const rememberStaff = (staff: StaffId | null, memory: Memory): void => {
  if (staff === null) memory.removeItem(KEY);
  else memory.setItem(KEY, staff);
};
