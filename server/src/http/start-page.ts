/** `/`: which screens there are, and who may sign in at the demo hall. */
import type { HallConfig } from '@tingxu/contract/config';
import { DEMO_PASSPHRASE } from '../demo/demo-accounts.ts';
import { escapeHtml, page } from './html.ts';

export const SCREENS = [
  {
    path: '/kiosk/',
    folder: 'kiosk',
    zh: '取号机',
    en: 'Kiosk',
    aboutZh: '选业务，取号',
    aboutEn: 'choose a service, take a number',
  },
  {
    path: '/counter/',
    folder: 'counter-client',
    zh: '窗口',
    en: 'Counter',
    aboutZh: '叫号、办理、过号',
    aboutEn: 'call, serve, miss',
  },
  {
    path: '/board/',
    folder: 'display-board',
    query: '?voice=on',
    zh: '大厅屏',
    en: 'Hall board',
    aboutZh: '叫号与等候',
    aboutEn: 'calls and waiting',
  },
  {
    path: '/rating/',
    folder: 'rating',
    query: '?counter=1',
    zh: '评价器',
    en: 'Rating pad',
    aboutZh: '窗口旁的平板，办完即评',
    aboutEn: 'a tablet at the counter, asks after each service',
  },
  {
    path: '/supervisor/',
    folder: 'supervisor',
    zh: '监控',
    en: 'Supervisor',
    aboutZh: '全厅实况',
    aboutEn: 'the live hall',
  },
  {
    path: '/lobby/',
    folder: 'lobby',
    zh: '大堂经理',
    en: 'Lobby',
    aboutZh: '手机上照看厅堂',
    aboutEn: 'look after the hall, on a phone',
  },
  {
    path: '/admin/',
    folder: 'admin',
    zh: '配置',
    en: 'Configuration',
    aboutZh: '业务、队列、窗口、时间与规则',
    aboutEn: 'services, lanes, counters, hours and rules',
  },
] as const;

/** As one opens it to look: of a screen that stands at a counter, at the first one. */
export const addressOf = (screen: (typeof SCREENS)[number]): string =>
  `${screen.path}${'query' in screen ? screen.query : ''}`;

/** Opened by the link of a ticket, so no tile leads to it. */
export const PHONE_TICKET = { path: '/t/', folder: 'phone-ticket' } as const;

/** Somebody who may sign in at the demo hall. */
export type SignIn = { readonly zh: string; readonly en: string; readonly staff: string };

/** Devices of the demo hall, each with a page that shows what it does. */
export const DEMO_DEVICES = [
  { path: '/demo/led', zh: 'LED 屏', en: 'LED signs' },
  { path: '/demo/slips', zh: '打印机', en: 'Printer' },
  { path: '/demo/callers', zh: '窗口呼叫器', en: 'Callers' },
] as const;
type DemoDevice = (typeof DEMO_DEVICES)[number];

const tile = (screen: (typeof SCREENS)[number]): string =>
  `<li><a href="${addressOf(screen)}"><strong>${screen.zh}</strong><span>${screen.en}</span>
<span class="about">${screen.aboutZh}<br>${screen.aboutEn}</span><code>${screen.path}</code></a></li>`;

const hallRow = (hall: HallConfig): string =>
  `<tr><td>${escapeHtml(hall.name['zh-CN'])}</td><td>${escapeHtml(hall.name.en)}</td>
<td><code>${hall.hall}</code></td><td>${escapeHtml(hall.zone)}</td></tr>`;

const signInRow = (who: SignIn): string =>
  `<tr><td>${who.zh}</td><td>${who.en}</td><td><code>${who.staff}</code></td></tr>`;

const signIns = (rows: readonly SignIn[]): string =>
  rows.length === 0
    ? ''
    : `<h2>演示工号 · Demo sign-ins</h2>
<p>口令均为 <code>${DEMO_PASSPHRASE}</code>。 The passphrase of all of them is <code>${DEMO_PASSPHRASE}</code>.</p>
<div class="scroll"><table><thead><tr><th>岗位</th><th>role</th><th>工号 · number</th></tr></thead>
<tbody>${rows.map(signInRow).join('\n')}</tbody></table></div>`;

const devices = (shown: readonly DemoDevice[]): string =>
  shown.length === 0
    ? ''
    : `<h2>演示设备 · Demo devices</h2>
<ul>${shown.map(({ path, zh, en }) => `<li><a href="${path}">${zh} · ${en}</a></li>`).join('\n')}</ul>`;

export function startPage(
  halls: readonly HallConfig[],
  demo: readonly SignIn[],
  demoDevices: readonly DemoDevice[],
): string {
  const body = `<header><h1>厅序 <small>Tingxu · 银行网点排队叫号 · queue and call numbers for bank halls</small></h1></header>
<main>
<h2>屏幕 · Screens</h2>
<ul class="screens">${SCREENS.map(tile).join('\n')}</ul>
${signIns(demo)}
${devices(demoDevices)}
<h2>网点 · Halls</h2>
<div class="scroll"><table><thead><tr><th>名称</th><th>name</th><th>id</th><th>时区 · zone</th></tr></thead>
<tbody>${halls.map(hallRow).join('\n')}</tbody></table></div>
</main>
<footer><a href="/api/docs">API</a> · <a href="/api/openapi.json">OpenAPI 3.1</a> ·
<a href="/api/docs/errors">错误代码 · Errors</a> · <a href="/readyz">状态 · Health</a></footer>`;
  return page({ title: '厅序 Tingxu', lang: 'zh-CN', body });
}
