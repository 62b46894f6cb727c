import * as z from 'zod/mini';
import { DurationMs } from './ids.ts';

/** A wait told to a person: always a range. Units: ms. Rules: WAIT-1. */
export const WaitRange = z.strictObject({ lowMs: DurationMs, highMs: DurationMs });
export type WaitRange = z.infer<typeof WaitRange>;
