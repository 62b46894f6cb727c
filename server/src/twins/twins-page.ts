/** The twins on one page of this machine: what they show, how they are, and a line to command them. */
import { createServer, type Server } from 'node:http';
import { escapeHtml, page, STYLE, STYLE_PATH } from '../http/html.ts';
import { command, type HallTwin } from './hall-twins.ts';

const LONGEST_LINE = 300;

const section = (twin: HallTwin): string => {
  const pictures = twin
    .pictures()
    .map(
      ({ of, src }) =>
        `<figure><img alt="" src="${src}"><figcaption>${escapeHtml(of)}</figcaption></figure>`,
    );
  return `<h2>${escapeHtml(twin.id)} <small>${escapeHtml(`${twin.kind} · ${twin.at}`)}</small></h2>
<form method="post"><input type="hidden" name="twin" value="${escapeHtml(twin.id)}">
<input name="words" size="50" aria-label="${escapeHtml(twin.id)}" placeholder="${escapeHtml(twin.verbs.join(' · '))}">
<button>OK</button></form><p><code>${escapeHtml(twin.state())}</code></p>${pictures.join(' ')}`;
};

const html = (twins: readonly HallTwin[], said: string): string =>
  page({
    ...{ title: '设备模拟 · Twins', lang: 'zh-CN' },
    body: `<header><h1>设备模拟 <small>Twins</small></h1></header><main>
<p role="status"><code>${escapeHtml(said)}</code></p><p><a href="/">刷新 <small>Refresh</small></a></p>
${twins.map(section).join('\n')}</main>`,
  });

/** Pages of others in the same browser may not command them. */
const isOwn = (host: string | undefined, origin: string | undefined, port: number): boolean =>
  (host === `127.0.0.1:${port}` || host === `localhost:${port}`) &&
  (origin === undefined || origin === `http://${host}`);

/** On this machine alone. The port 0 takes a free one. */
export const openTwinsPage = async (
  twins: readonly HallTwin[],
  port: number,
): Promise<{ readonly port: number; stop(): Promise<void> }> => {
  const server: Server = createServer((request, response) => {
    const { host, origin } = request.headers;
    const send = (status: number, type: string, body: string): void =>
      void response
        .writeHead(status, {
          'content-type': `${type}; charset=utf-8`,
          'cache-control': 'no-store',
        })
        .end(body);
    if (!isOwn(host, origin, taken())) send(403, 'text/plain', 'not from here');
    else if (request.url === STYLE_PATH) send(200, 'text/css', STYLE);
    else if (request.method !== 'POST') send(200, 'text/html', html(twins, ''));
    else {
      let body = '';
      request.on('data', (part) => {
        body = (body + String(part)).slice(0, LONGEST_LINE);
      });
      request.on('end', () => {
        const asked = new URLSearchParams(body);
        const said = command(twins, `${asked.get('twin') ?? ''} ${asked.get('words') ?? ''}`);
        send(200, 'text/html', html(twins, said));
      });
    }
  });
  const taken = (): number => {
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : port;
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: taken(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
