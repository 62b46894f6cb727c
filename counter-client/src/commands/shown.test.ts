import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shownAfter } from './shown.ts';

describe('waiting for the picture', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const watch = (promise: Promise<void>) => {
    let over = false;
    void promise.then(() => {
      over = true;
    });
    return async (passMs: number): Promise<boolean> => {
      await vi.advanceTimersByTimeAsync(passMs);
      return over;
    };
  };

  it('ends when the row has changed', async () => {
    const row = signal('called');
    const over = watch(shownAfter(() => row.value)());
    expect(await over(1)).toBe(false);
    row.value = 'serving';
    expect(await over(0)).toBe(true);
  });

  it('ends at once when the feed was faster than the answer', async () => {
    const row = signal('called');
    const shown = shownAfter(() => row.value);
    row.value = 'serving';
    expect(await watch(shown())(0)).toBe(true);
  });

  it('gives the desk back when the feed stays silent', async () => {
    const over = watch(shownAfter(() => 'called')());
    expect(await over(1_499)).toBe(false);
    expect(await over(1)).toBe(true);
  });
});
