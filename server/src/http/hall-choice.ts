/**
 * Which hall a page of staff is of, when its address names none: the only one of the server, the one that this
 * browser came to last, or the one that is chosen from a list. A device has its hall from its pairing.
 */
import type { HallConfig } from '@tingxu/contract/config';
import type { HallId } from '@tingxu/contract/ids';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { escapeHtml, page } from './html.ts';
import { cookieIn } from './session-cookie.ts';

/** Pages of staff, who type the address that they were told. */
const OF_STAFF: readonly string[] = ['/counter/', '/supervisor/', '/lobby/', '/admin/'];

/** No secret: it opens nothing, and names a hall that everybody is told of. */
const COOKIE = 'tingxu-hall';
/** Units: s. */
const KEPT_S = 365 * 24 * 3_600;

const remember = (reply: FastifyReply, hall: HallId, secure: boolean): void => {
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${KEPT_S}${secure ? '; Secure' : ''}`;
  void reply.header('set-cookie', `${COOKIE}=${hall}; ${attributes}`);
};

const addressWith = (path: string, query: URLSearchParams, hall: HallId): string => {
  const wanted = new URLSearchParams(query);
  wanted.set('hall', hall);
  return `${path}?${wanted}`;
};

const choicePage = (halls: readonly HallConfig[], path: string, query: URLSearchParams): string => {
  const tile = ({ hall, name }: HallConfig): string =>
    `<li><a href="${escapeHtml(addressWith(path, query, hall))}"><strong lang="zh-CN">${escapeHtml(name['zh-CN'])}</strong>
<span lang="en">${escapeHtml(name.en)}</span><code>${hall}</code></a></li>`;
  const body = `<header><h1>选择网点 <small lang="en">Choose the hall</small></h1></header>
<main>
<p>本服务器有多个网点。选定后本机会记住。 <span lang="en">This server has several halls. Your choice is kept in this browser.</span></p>
<ul class="screens">${halls.map(tile).join('\n')}</ul>
</main>`;
  return page({ title: '选择网点 · Choose the hall', lang: 'zh-CN', body });
};

/** An empty name, `?hall=`, asks for the list again. `needsSetUp`: nothing is chosen before there is an account. */
export function addHallChoice(
  pages: Pick<FastifyInstance, 'addHook'>,
  halls: readonly HallConfig[],
  needsSetUp: () => boolean,
): void {
  const [first] = halls;
  if (!first) return;
  const known = (hall: string | null | undefined): HallId | undefined =>
    halls.find((one) => one.hall === hall)?.hall;
  const led = (request: FastifyRequest, named: string | null): HallId | undefined => {
    if (halls.length === 1 || needsSetUp()) return first.hall;
    return named === null ? known(cookieIn(request.headers.cookie, COOKIE)) : undefined;
  };
  pages.addHook('onRequest', async (request, reply) => {
    const [path = '', text = ''] = request.url.split('?', 2);
    // Not the copy that a page fetches to be kept: it is of every hall.
    const opened = request.headers.accept?.includes('text/html') ?? false;
    if (!opened || !OF_STAFF.includes(path)) return;
    const query = new URLSearchParams(text);
    const named = query.get('hall');
    if (named !== null && named !== '') {
      const hall = known(named);
      if (hall) remember(reply, hall, request.protocol === 'https');
      return;
    }
    const hall = led(request, named);
    void reply.header('cache-control', 'no-cache');
    if (hall) return reply.redirect(addressWith(path, query, hall));
    return reply.type('text/html; charset=utf-8').send(choicePage(halls, path, query));
  });
}
