/** The figures of a run: what the table shows and the JSON holds. Units: ms unless named. */
import type { Driven } from '../load/drive.ts';
import type { Percentiles } from './percentiles.ts';

/** Processor time per answer, of the server and of the generator. Units: µs. */
export type PerAnswer = { readonly server: number | null; readonly generator: number };

export type Slice = Driven & { readonly processorUs: PerAnswer };

export type Commits = { readonly perSecond: number; readonly latency: Percentiles };

/**
 * `echo` and `commits` have one more slice than `hall`: each slice of the hall stands between two of
 * each rival.
 */
export type LoadFigures = {
  readonly connections: number;
  readonly hall: readonly Slice[];
  readonly echo: readonly Slice[];
  readonly commits: readonly Commits[];
  readonly ratios: {
    /** Commands per second ÷ those of the echo slices around it; the median of the slices. */
    readonly toEcho: number;
    readonly toEchoSlices: readonly number[];
    /** Processor time of the echo per answer ÷ that of the hall. */
    readonly toEchoByProcessor: number | null;
    readonly toCommits: number;
    /** Largest ÷ smallest echo slice − 1: how much the machine itself varied. */
    readonly noise: number;
  };
};

export type FanOut = {
  /** From the request to a board that has received and folded it. */
  readonly shown: Percentiles;
  /** The same for the last board of each call. */
  readonly last: Percentiles;
  readonly samples: number;
};

export type FanOutFigures = {
  readonly boards: number;
  readonly hall: FanOut;
  readonly bare: FanOut;
  /** Of one batch as JSON. Units: bytes. */
  readonly payloadBytes: number;
  readonly ratioP50: number;
  readonly ratioP99: number;
};

export type StartFigures = {
  /** From the start of the process to its word that it is ready. */
  readonly ready: Percentiles;
  readonly processor: Percentiles | null;
  readonly starts: number;
  readonly events: number;
};
