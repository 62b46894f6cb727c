import { afterEach, expect, it } from 'vitest';
import { type Inbox, inbox } from './line.ts';

let talking = true;
afterEach(() => {
  talking = false;
});

/** Some bytes in every turn of the loop, and one that the reader does not wait for. */
const talkOn = (to: Inbox): void => {
  if (!talking) return;
  to.put(Uint8Array.of(1, 2, 3, 4));
  setImmediate(() => talkOn(to));
};

/** Reads as drivers do: until nothing comes within what is left of the time. */
const hear = async (from: Inbox, withinMs: number): Promise<number> => {
  const until = performance.now() + withinMs;
  for (let heard = 0; ; heard += 1) {
    if ((await from.take(Math.max(0, until - performance.now()))) === null) return heard;
  }
};

it('DEV-2 a device that never stops talking does not hold its reader beyond the time', async () => {
  talking = true;
  const bytes = inbox();
  talkOn(bytes);
  expect(await hear(bytes, 30)).toBeGreaterThan(0);
  expect(await hear(bytes, 30)).toBeGreaterThan(0);
}, 20_000);

it('a reader whose time is over still gets what came before', async () => {
  const bytes = inbox();
  bytes.put(Uint8Array.of(7, 8));
  expect([await bytes.take(0), await bytes.take(0), await bytes.take(0)]).toEqual([7, 8, null]);
  bytes.put(Uint8Array.of(9));
  expect(await bytes.take(0)).toBeNull();
  expect(await bytes.take(50)).toBe(9);
});
