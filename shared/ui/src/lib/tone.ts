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

export type WaitWords = {
  readonly ok: string;
  readonly warn: (minutes: number) => string;
  readonly over: (minutes: number) => string;
};

const MINUTE = 60_000;

/**
 * The same in words: whole minutes until the promise is broken, or since it is; never none of them.
 * Units: ms.
 */
export function waitTold(waitedMs: number, targetMs: number, words: WaitWords): string {
  const tone = waitTone(waitedMs, targetMs);
  if (tone === 'ok') return words.ok;
  if (tone === 'warn') return words.warn(Math.max(1, Math.ceil((targetMs - waitedMs) / MINUTE)));
  return words.over(Math.max(1, Math.floor((waitedMs - targetMs) / MINUTE)));
}
