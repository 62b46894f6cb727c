/** Processor time of another process: steady where the clock on the wall is not. */
import { readFileSync } from 'node:fs';

/** Ticks of /proc per second, the same on every Linux. */
const TICKS_PER_SECOND = 100;
/** Positions after the name, which stands in brackets and may hold anything. */
const USER_AT = 11;
const SYSTEM_AT = 12;

/** User and system time so far; null where the system does not tell. Units: ms. */
export const processorTimeOf = (pid: number): number | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[USER_AT]) + Number(fields[SYSTEM_AT]);
    return (ticks * 1_000) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
};
