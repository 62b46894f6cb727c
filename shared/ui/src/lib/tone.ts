/** What a colour says. Every place that shows a tone also shows a shape or words. */
export type Tone = 'ok' | 'warn' | 'over' | 'info' | 'quiet';

/**
 * A wait against its promise: `warn` from three quarters of the target, `over` from the target on.
 * Units: ms.
 */
export function waitTone(waitedMs: number, targetMs: number): 'ok' | 'warn' | 'over' {
  if (waitedMs >= targetMs) return 'over';
  return waitedMs >= targetMs * 0.75 ? 'warn' : 'ok';
}
