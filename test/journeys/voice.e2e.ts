/** The voice of a hall, in real browsers: one board speaks, and another one when it is gone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { press, state } from './desk.ts';
import { publicHall } from './public-halls.ts';
import { type Caller, type Rig, startRigWith } from './rig.ts';
import { SLOW } from './slow.ts';

const hallWith = (hall: string, voice: object) => ({
  ...publicHall(hall, { services: 4, counters: 4 }),
  voice: { times: 1, ...voice },
});
const HALLS = [hallWith('voice', {}), hallWith('voice-own', { speech: 'browser' })];
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
  rig = await startRigWith(HALLS, ['display-board', 'counter-client']);
  for (const { hall } of HALLS) await rig.post(`${hall}/day/open`, {}, SUPERVISOR);
});
afterAll(async () => rig.close());

/** A board that has been touched, and writes down when it sounds. */
const speakingBoard = async (hall = 'voice'): Promise<Page> => {
  const page = await rig.open({ path: `/board/?hall=${hall}&voice=on`, ...PANEL });
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

const issue = (hall = 'voice') =>
  rig.post(`${hall}/tickets`, { service: 'cash', lane: 'normal' }, LOBBY);
const callNext = async (counter: number, hall = 'voice'): Promise<string> => {
  const at = `${hall}/counters/${counter}`;
  await rig.post(`${at}/open`, { staff: `t${counter}` }, teller(counter));
  await issue(hall);
  const reply = await rig.post(`${at}/call-next`, {}, teller(counter));
  return (reply['ticket'] as { number: string }).number;
};
const trailOf = async (number: string, hall = 'voice'): Promise<string> =>
  JSON.stringify(await rig.get(`${hall}/tickets/${number}/explanation`, SUPERVISOR));
const isSpoken = (number: string, hall = 'voice') =>
  expect
    .poll(() => trailOf(number, hall), { timeout: 20_000 * SLOW })
    .toMatch(/"kind":"announced".*"end":"spoken"/);
const soundsOf = (page: Page): Promise<number[]> => page.evaluate(() => [...window.sounded]);

it('VOICE-3, VOICE-4, VOICE-5 one of two boards speaks, and the other one when it is closed; the teller sees it', async () => {
  const desk = await rig.open({ path: '/counter/?hall=voice&counter=3', as: 't3', ...PANEL });
  await press(desk, 'Space');
  await state(desk, 'idle');
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
  // The teller sees of the call that it is on the board, and that it was heard.
  await issue();
  await press(desk, 'Space');
  await desk.getByText('已上屏', { exact: false }).waitFor();
  await desk.getByText('已播报', { exact: false }).waitFor();
  const other = pages[1 - speaks];
  const [takenOver = Number.NaN] = other ? await soundsOf(other) : [];
  expect(takenOver - closedAt).toBeLessThan(5_000 * SLOW);
});

/** A voice such as Windows brings along; it hangs when the page says so. */
const plantVoice = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const said: string[] = [];
    class Words {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    const speak = (words: SpeechSynthesisUtterance): void => {
      said.push(words.text);
      if (Reflect.get(globalThis, 'hangs') === true) return;
      const tell = (name: 'onstart' | 'onend'): void =>
        void words[name]?.call(words, new Event(name) as SpeechSynthesisEvent);
      tell('onstart');
      setTimeout(() => tell('onend'), 3_000);
    };
    Object.assign(globalThis, { said, SpeechSynthesisUtterance: Words });
    Object.assign(speechSynthesis, {
      ...{ speak, cancel: () => undefined },
      getVoices: () => [{ lang: 'zh-CN', localService: true }],
    });
  });
const saidBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...Reflect.get(globalThis, 'said')]);

it('VOICE-14 speaks by the voice of the browser, and by its clips when that voice hangs', async () => {
  const page = await speakingBoard('voice-own');
  await plantVoice(page);
  await isSpoken(await callNext(1, 'voice-own'), 'voice-own');
  expect(await saidBy(page)).toEqual([expect.stringMatching(/^请 A 0 0 幺 号到 1 号窗口/)]);
  // Only the chime before the words.
  expect(await soundsOf(page)).toHaveLength(1);
  await page.evaluate(() => void Object.assign(globalThis, { hangs: true }));
  await isSpoken(await callNext(2, 'voice-own'), 'voice-own');
  expect(await saidBy(page)).toHaveLength(2);
  expect((await soundsOf(page)).length).toBeGreaterThan(6);
});
