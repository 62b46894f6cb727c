import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onWake } from './wake.ts';

describe('waking up', () => {
  const page = new EventTarget();
  const shown = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  let woken = 0;
  const wake = (): void => {
    woken += 1;
  };

  beforeEach(() => {
    woken = 0;
    shown.visibilityState = 'visible';
    vi.stubGlobal('document', shown);
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is told by the network, by a page that returns and by one that is shown again', () => {
    const forget = onWake(wake);
    page.dispatchEvent(new Event('online'));
    page.dispatchEvent(new Event('pageshow'));
    shown.dispatchEvent(new Event('visibilitychange'));
    expect(woken).toBe(3);
    shown.visibilityState = 'hidden';
    shown.dispatchEvent(new Event('visibilitychange'));
    expect(woken).toBe(3);
    forget();
    page.dispatchEvent(new Event('online'));
    shown.visibilityState = 'visible';
    shown.dispatchEvent(new Event('visibilitychange'));
    expect(woken).toBe(3);
  });

  it('is told by a clock that has leapt between two beats, and by no even one', () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const forget = onWake(wake);
    vi.advanceTimersByTime(60_000);
    expect(woken).toBe(0);
    vi.setSystemTime(Date.now() + 3 * 3_600_000);
    vi.advanceTimersByTime(500);
    expect(woken).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(woken).toBe(1);
    forget();
    vi.setSystemTime(Date.now() + 3 * 3_600_000);
    vi.advanceTimersByTime(500);
    expect(woken).toBe(1);
    vi.useRealTimers();
  });

  it('never happens outside a browser', () => {
    vi.unstubAllGlobals();
    onWake(wake)();
    expect(woken).toBe(0);
  });
});
