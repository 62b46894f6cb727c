/** The voice of a hall, in real browsers: one board speaks, and another one when it is gone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publicHall } from './public-halls.ts';
import { type Caller, type Rig, startRigWith } from './rig.ts';
import { SLOW } from './slow.ts';

const HALL = { ...publicHall('voice', { services: 4, counters: 4 }), voice: { times: 1 } };
const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const teller = (counter: number): Caller => ({ role: 'teller', staff: `t${counter}` });
const PANEL = { width: 1280, height: 720 } as const;

declare global {
  interface Window {
    /** When clips began to sound, by the clock of all pages. */
    readonly sounded: number[];
  }
}

let rig: Rig;
beforeAll(async () => {
  rig = await startRigWith([HALL], ['display-board']);
  await rig.post('voice/day/open', {}, SUPERVISOR);
});
afterAll(async () => rig.close());

/** A board that has been touched, and writes down when it sounds. */
const speakingBoard = async (): Promise<Page> => {
  const page = await rig.open({ path: '/board/?hall=voice&voice=on', ...PANEL });
  await page.evaluate(() => {
    const sounded: number[] = [];
    Object.assign(globalThis, { sounded });
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function begin(...when) {
      sounded.push(performance.timeOrigin + performance.now());
      start.apply(this, when);
    };
  });
  // Where the browser wants a touch before it plays anything.
  await page.mouse.click(5, 5);
  return page;
};

const callNext = async (counter: number): Promise<string> => {
  await rig.post(`voice/counters/${counter}/open`, { staff: `t${counter}` }, teller(counter));
  await rig.post('voice/tickets', { service: 'cash', lane: 'normal' }, LOBBY);
  const reply = await rig.post(`voice/counters/${counter}/call-next`, {}, teller(counter));
  return (reply['ticket'] as { number: string }).number;
};
const trailOf = async (number: string): Promise<string> =>
  JSON.stringify(await rig.get(`voice/tickets/${number}/explanation`, SUPERVISOR));
const isSpoken = (number: string) =>
  expect
    .poll(() => trailOf(number), { timeout: 20_000 * SLOW })
    .toMatch(/"kind":"announced".*"end":"spoken"/);
const soundsOf = (page: Page): Promise<number[]> => page.evaluate(() => [...window.sounded]);

it('VOICE-3, VOICE-4, VOICE-5 one of two boards speaks, and the other one when it is closed', async () => {
  const pages = [await speakingBoard(), await speakingBoard()];
  // The clips are there, and the first board has the zone, once it speaks.
  const first = await callNext(1);
  await isSpoken(first);
  expect(await trailOf(first)).toContain('"kind":"shown"');
  const sounds = await Promise.all(pages.map(soundsOf));
  expect(sounds.filter((starts) => starts.length > 0).length).toBe(1);

  const calledAt = Date.now();
  const second = await callNext(2);
  await isSpoken(second);
  const begun = (await Promise.all(pages.map(soundsOf))).flat().filter((at) => at > calledAt);
  expect(Math.min(...begun) - calledAt).toBeLessThan(2_000 * SLOW);

  const speaks = sounds.findIndex((starts) => starts.length > 0);
  await pages[speaks]?.close({ runBeforeUnload: false });
  const closedAt = Date.now();
  const third = await callNext(3);
  await isSpoken(third);
  const other = pages[1 - speaks];
  const [takenOver = Number.NaN] = other ? await soundsOf(other) : [];
  expect(takenOver - closedAt).toBeLessThan(5_000 * SLOW);
});
