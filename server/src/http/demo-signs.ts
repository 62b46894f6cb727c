/** What the LED signs of the demo hall show, to look at. */
import type { DemoSign } from '../demo/demo-signs.ts';
import type { Api } from './hosting.ts';
import { page } from './html.ts';

const HTML = 'text/html; charset=utf-8';
/** The browser asks again by itself; the page has no script. Units: s. */
const AGAIN_S = 1;

const figure = ({ zh, en, picture }: DemoSign): string =>
  `<figure><img alt="" src="data:image/png;base64,${picture.toString('base64')}">
<figcaption>${zh} <small>${en}</small></figcaption></figure>`;

export function addDemoSigns(pages: Api, signs: () => readonly DemoSign[]): void {
  pages.get('/demo/led', (_request, reply) => {
    const [hall, ...counters] = signs().map(figure);
    const body = `<header><h1>示范 LED 屏 <small>Demo LED signs</small></h1></header>
<main class="signs">${hall}<div>${counters.join('\n')}</div></main>`;
    return reply
      .header('cache-control', 'no-store')
      .header('refresh', String(AGAIN_S))
      .type(HTML)
      .send(page({ title: '示范 LED 屏', lang: 'zh-CN', body }));
  });
}
