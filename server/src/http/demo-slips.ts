/** What the printer of the demo hall has printed, to look at. */
import type { Api } from './hosting.ts';
import { page } from './html.ts';

const HTML = 'text/html; charset=utf-8';

const picture = (svg: string): string =>
  `<img alt="" width="300" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`;

const NONE =
  '<p>还没有打印。到取号机取一个号。 <small>Nothing printed yet: take a number at the kiosk.</small></p>';

export function addDemoSlips(pages: Api, slips: () => readonly string[]): void {
  pages.get('/demo/slips', (_request, reply) => {
    const shown = slips();
    const body = `<header><h1>示范打印机 <small>Demo printer</small></h1></header><main>${
      shown.length === 0 ? NONE : shown.map(picture).join(' ')
    }</main>`;
    return reply
      .header('cache-control', 'no-store')
      .type(HTML)
      .send(page({ title: '示范打印机', lang: 'zh-CN', body }));
  });
}
