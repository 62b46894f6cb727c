import { KioskPageId } from '@tingxu/contract/sheets';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pagePresence } from './page-presence.ts';

const [ONE, TWO] = ['pageaaaa', 'pagebbbb'].map((name) => KioskPageId.parse(name));
const page = (name: KioskPageId | undefined): KioskPageId => KioskPageId.parse(name);
const GONE_MS = 60;
const passed = () => vi.advanceTimersByTime(GONE_MS + 1);

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

describe('a device that hangs on the page of a kiosk', () => {
  it('DEV-7 is there while its page says so, works as it says, and is gone after its silence', async () => {
    const presence = pagePresence(GONE_MS);
    await expect(presence.open(AbortSignal.timeout(10))).rejects.toThrow('no page');
    const opened = presence.open(AbortSignal.timeout(1_000));
    expect(presence.hears(page(ONE), true)).toBe(true);
    await opened;
    expect(await presence.check()).toEqual([]);
    presence.hears(page(ONE), false);
    expect(await presence.check()).toEqual(['offline']);
    passed();
    await expect(presence.check()).rejects.toThrow('gone');
  });

  it('DEV-7 believes the first of two pages, until that one is gone', async () => {
    const presence = pagePresence(GONE_MS);
    presence.hears(page(ONE), true);
    expect(presence.hears(page(TWO), false)).toBe(false);
    expect(await presence.check()).toEqual([]);
    passed();
    expect(presence.hears(page(TWO), false)).toBe(true);
    expect(await presence.check()).toEqual(['offline']);
  });
});
