import { signal } from '@preact/signals';
import { KioskId } from '@tingxu/contract/ids';
import { IssueReply } from '@tingxu/contract/rest';
import type { FeedState } from '@tingxu/feed-client/follow';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createKioskModel } from '../model/kiosk-model.ts';
import { live, type ViewInput, viewWith } from '../testing/hall.ts';
import { wordsIn } from '../testing/words.ts';
import { createEyesFree, type PadKey, padKey } from './eyes-free.ts';

const issued = IssueReply.parse({
  ticket: {
    ...{ id: '20261121-0042', number: 'A042', hall: 'demo', businessDay: '2026-11-21' },
    ...{ lane: 'elderly', service: 'wealth', state: 'waiting', counter: null },
    ...{ issuedAt: '2026-11-21T09:30:00+08:00', endedAt: null, endReason: null },
  },
  link: `demo.20261121-0042.${'A'.repeat(22)}`,
  ...{ ahead: 3, worstPosition: 8, wait: null },
});

let close: (() => void)[] = [];
const start = (view: ViewInput = {}) => {
  const feed = signal<FeedState<'kiosk'>>(live(viewWith(view)));
  const asked: unknown[] = [];
  const i18n = wordsIn('zh-CN');
  const model = createKioskModel({
    feed,
    now: signal(0),
    commands: {
      issue: (wanted) => {
        asked.push(wanted);
        return Promise.resolve({ ok: true, reply: issued });
      },
      comeBack: () => Promise.reject(new Error('nobody comes back here')),
      checkIn: () => Promise.reject(new Error('nobody has booked here')),
      askForHelp: () => Promise.reject(new Error('nobody asks for help here')),
      endHelp: () => Promise.reject(new Error('nobody asks for help here')),
    },
    kiosk: KioskId.parse('K1'),
    idleMs: 45_000,
    phones: 'https://q.example',
    devices: signal([]),
    printer: signal(null),
    otherLanguage: () => false,
    onStartOver: () => undefined,
  });
  const heard: string[] = [];
  const eyesFree = createEyesFree({ model, i18n, speak: (text) => heard.push(text) });
  close.push(model.close, eyesFree.close);
  const press = (...keys: readonly PadKey[]): void => {
    for (const key of keys) eyesFree.press(key);
  };
  return { feed, asked, model, eyesFree, heard, press };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const stop of close) stop();
  close = [];
  vi.useRealTimers();
});

test('the second service in the second lane: six keys from a silent kiosk to the number', async () => {
  const { asked, heard, eyesFree, press, model } = start();
  expect(eyesFree.said.value).toBe('');
  press('ok');
  expect(eyesFree.said.value).toMatch(/^语音引导已开始。.*第 1 项，共 \d+ 项，现金业务/);
  press('down');
  expect(eyesFree.said.value).toMatch(/^第 2 项.*理财业务/);
  press('ok', 'down', 'ok');
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual([{ service: 'wealth', lane: 'elderly', declared: false }]);
  expect(model.shown.value.kind).toBe('ticket');
  expect(eyesFree.said.value).toContain('A 0 4 2');
  expect(heard.at(-1)).toBe(eyesFree.said.value);
});

test('every key is answered at once by new speech; help says everything again', () => {
  const { heard, press } = start();
  press('ok');
  const first = heard.at(-1);
  press('down');
  press('help');
  expect(heard.at(-1)).toMatch(/^语音引导已开始/);
  const before = heard.length;
  press('help');
  expect(heard.length).toBeGreaterThan(before);
  expect(first).not.toBe('');
});

test('ACC-06 the ring goes with the pad: the key that does the same, the page where all can be heard again', async () => {
  const { model, press, eyesFree } = start();
  expect(model.led.value).toBeNull();
  press('ok');
  expect(model.led.value).toBe('service-cash');
  press('up');
  expect(model.led.value).toBe('language-zh-HK');
  press('ok', 'down', 'ok', 'ok');
  await vi.advanceTimersByTimeAsync(0);
  expect([model.shown.value.kind, model.led.value]).toEqual(['ticket', 'page']);
  eyesFree.leave();
  expect(model.led.value).toBeNull();
});

test('HOURS-10 whoever begins hears until when the hall is open', () => {
  const { eyesFree, press } = start({
    day: { open: true, businessDay: '2026-11-21', closesAt: 9 * 3_600_000 },
  });
  press('ok');
  expect(eyesFree.said.value).toContain('今日营业至 17:00');
});

test('choices go round, left goes back', () => {
  const { eyesFree, press, model } = start();
  press('ok', 'up');
  expect(eyesFree.said.value).toContain('换语言');
  press('down', 'ok');
  expect(model.shown.value.kind).toBe('lanes');
  press('left');
  expect(model.shown.value.kind).toBe('services');
});

test('figures that change meanwhile interrupt nobody', () => {
  const { feed, heard, press } = start();
  press('ok');
  const before = heard.length;
  const { view } = feed.value;
  if (!view) throw new Error('no view');
  const cash = { ...view.services, cash: { ...Object.values(view.services)[0], waiting: 9 } };
  feed.value = { ...feed.value, view: { ...view, services: cash as typeof view.services } };
  expect(heard.length).toBe(before);
});

test('a warning is said, and any key stays without choosing', async () => {
  const { eyesFree, press, model } = start();
  press('ok');
  await vi.advanceTimersByTimeAsync(75_000);
  expect(eyesFree.said.value).toContain('20 秒后返回');
  press('ok');
  expect(model.shown.value.kind).toBe('services');
  expect(model.left.value).toBeNull();
  await vi.advanceTimersByTimeAsync(95_000);
  expect(eyesFree.on.value).toBe(false);
  expect(eyesFree.said.value).toBe('');
});

test('a touch of the screen ends the mode', () => {
  const { eyesFree, press, heard } = start();
  press('ok');
  eyesFree.leave();
  expect(eyesFree.on.value).toBe(false);
  expect(heard.at(-1)).toBe('');
});

test('the pad has five keys', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'Enter', 'F1'].map(padKey);
  expect(keys).toEqual(['up', 'down', 'left', 'ok', 'help']);
  expect(padKey('a')).toBeNull();
});
