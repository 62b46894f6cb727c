/** A morning of a few customers, written as rows of the record. */
import type { CallRow } from '../record/calls-file.ts';
import { type RecordedDay, recordedDay } from '../record/recorded-day.ts';

const OPENS = 8 * 3600;

export type CallSketch = {
  /** Seconds after eight. */
  readonly arrives: number;
  readonly lane?: CallRow['lane'];
  readonly type?: string;
  /** Seconds until served or given up. */
  readonly waits?: number;
  /** Seconds of service; without it the customer gave up. */
  readonly serves?: number;
  readonly by?: string;
  readonly flags?: string;
};

export const call = (sketch: CallSketch): CallRow => {
  const { arrives, lane = 'regular', type = 'PS', waits = 0, serves, by = 'S01' } = sketch;
  const arrived = OPENS + arrives;
  const ends = arrived + waits;
  return {
    date: '1999-01-05',
    line: 'AA0101',
    call_id: String(arrived),
    lane,
    type,
    vru_entry: arrived - 10,
    vru_exit: arrived,
    q_start: waits > 0 ? arrived : 0,
    q_exit: waits > 0 ? ends : 0,
    outcome: serves === undefined ? 'HANG' : 'AGENT',
    ser_start: serves === undefined ? 0 : ends,
    ser_exit: serves === undefined ? 0 : ends + serves,
    server: serves === undefined ? '' : by,
    flags: sketch.flags ?? '',
  };
};

export const dayOf = (...sketches: readonly CallSketch[]): RecordedDay =>
  recordedDay('1999-01-05', sketches.map(call));

/** The instant that is so many seconds after eight. */
export const at = (day: RecordedDay, seconds: number): number =>
  day.midnightAt + (OPENS + seconds) * 1000;
