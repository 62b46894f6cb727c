/** The button boxes of the demo hall, with keys to press. The page has a script of its own and asks for nothing else. */
import type { Display, PressEnd } from '@tingxu/twins/caller/caller-box';
import * as z from 'zod/mini';
import type { DemoBox } from '../demo/demo-callers.ts';
import { DEMO_CALLERS_SCRIPT } from './demo-callers-script.ts';
import type { Api } from './hosting.ts';
import { page } from './html.ts';

const HTML = 'text/html; charset=utf-8';
const PUBLIC = { schema: { hide: true } } as const;

const KEYS = [
  { key: '+', zh: '下一步', en: 'next', wide: true },
  { key: '*', zh: '重呼', en: 'recall' },
  { key: '.', zh: '办结', en: 'finish' },
  { key: '-', zh: '过号', en: 'missed' },
  { key: '/', zh: '暂停', en: 'pause' },
  { key: '0', zh: '呼叫大堂', en: 'lobby' },
] as const;

/** What the lamp of a box says, by the state of the frame. */
const LAMPS = [
  { zh: '未营业', en: 'hall closed' },
  { zh: '未登录', en: 'nobody signed in' },
  { zh: '空闲', en: 'free' },
  { zh: '呼叫中', en: 'calling' },
  { zh: '办理中', en: 'serving' },
  { zh: '暂停', en: 'paused' },
] as const;

const OUTCOMES = [
  ...['', '完成 · done', 'E2 现在不行 · not now', 'E3 无人登录 · nobody signed in'],
  ...[
    'E4 过号太早 · too early',
    'E5 无人等候 · nobody waits',
    'E6 画面已变 · changed, press again',
  ],
  ...['E7 系统未办 · not carried out', 'E8 无此键 · no such key'],
] as const;

/** Four digits and a letter, as on the glass of the box. */
const glass = (display: Display): string => {
  if (display.stray) return '-- --';
  const { ticket, waiting } = display;
  return `${ticket.padEnd(5)}${String(Math.min(waiting, 999)).padStart(3)}`;
};

const said = (end: PressEnd | undefined): string => {
  if (end === undefined || end === 'forgotten') return '';
  if (end === 'waiting') return '…';
  return end === 'given-up' ? '---- 未确认 · not confirmed' : (OUTCOMES[end.outcome] ?? '');
};

/** What a box shows: all that the script writes into the page. */
const stateOf = ({ box }: DemoBox) => {
  const display = box.display();
  const lamp = display.stray ? null : LAMPS[display.state];
  const outcome = box.newest()?.end;
  return {
    glass: glass(display),
    lamp: lamp ? `${lamp.zh} · ${lamp.en}` : '无连接 · not connected',
    lit: display.stray ? 'none' : String(display.state),
    said: said(outcome),
    good: typeof outcome === 'object' && outcome.outcome === 1,
  };
};

const keyButton = (nth: number, { key, zh, en, ...more }: (typeof KEYS)[number]): string =>
  `<button type="button" data-box="${nth}" data-key="${key}"${'wide' in more ? ' class="wide"' : ''}>
<b>${key}</b>${zh}<small>${en}</small></button>`;

const box = ({ label }: DemoBox, nth: number): string =>
  `<section class="caller" aria-label="${label} 号窗口 · Counter ${label}"><h2>${label} 号窗口 <small>Counter ${label}</small></h2>
<div class="glass"><output data-glass="${nth}">-- --</output></div>
<p class="lamp"><i data-lit="${nth}"></i><span data-lamp="${nth}"></span></p>
<div class="keys">${KEYS.map((key) => keyButton(nth, key)).join('\n')}</div>
<p class="said" data-said="${nth}" role="status"></p></section>`;

const Pressed = z.strictObject({ box: z.int(), key: z.string().check(z.regex(/^[+*./0-]$/)) });

export function addDemoCallers(pages: Api, boxes: readonly DemoBox[]): void {
  pages.get('/demo/callers', PUBLIC, (_request, reply) => {
    const body = `<header><h1>示范呼叫器 <small>左边是号码，右边是等候人数；窗口有人登录后按键才有效。<br>
Demo callers: left the number, right how many wait; keys act once somebody is signed in.</small></h1></header>
<main class="callers">${boxes.map(box).join('\n')}</main>
<script src="/demo/callers.js"></script>`;
    return reply
      .header('cache-control', 'no-store')
      .type(HTML)
      .send(page({ title: '示范呼叫器', lang: 'zh-CN', body }));
  });
  pages.get('/demo/callers.js', PUBLIC, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(DEMO_CALLERS_SCRIPT),
  );
  pages.get('/demo/callers.json', PUBLIC, (_request, reply) =>
    reply.header('cache-control', 'no-store').send(boxes.map(stateOf)),
  );
  pages.post(
    '/demo/callers.json',
    { ...PUBLIC, schema: { hide: true, body: Pressed } },
    ({ body }, reply) => {
      const taken = boxes[body.box]?.box.press(body.key) ?? false;
      return reply.header('cache-control', 'no-store').send({ taken });
    },
  );
}
