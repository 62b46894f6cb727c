/**
 * Lets the page of the counter start while the server cannot be reached, so that it says so itself and
 * goes on when the server is back. It keeps the page and its files, nothing else: whatever the hall
 * says comes from the hall. The server is asked first, so a new build shows at once, and its page
 * takes the place of the old one with all its files.
 */
const KEPT = 'counter-shell';
const PAGE = new URL('./', self.location.href).pathname;
const ASSETS = `${PAGE}assets/`;
/** A server that does not answer by then is not reachable for whoever stands before the screen. */
const PATIENCE_MS = 4_000;

const filesOf = (html) =>
  [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
    .map(([, path]) => new URL(path, self.location.href).pathname)
    .filter((path) => path.startsWith(ASSETS));

/** The page and the files that it names; those of an earlier build go. */
const keep = async (answer) => {
  const html = await answer.clone().text();
  const cache = await caches.open(KEPT);
  const before = await cache.match(PAGE);
  if (before && (await before.text()) === html) return;
  await cache.addAll(filesOf(html));
  await cache.put(PAGE, answer);
  const named = new Set([PAGE, ...filesOf(html)]);
  for (const request of await cache.keys()) {
    if (!named.has(new URL(request.url).pathname)) await cache.delete(request);
  }
};

const withinPatience = async (request) => {
  const giving = new AbortController();
  const patience = setTimeout(() => giving.abort(), PATIENCE_MS);
  try {
    return await fetch(request, { signal: giving.signal });
  } finally {
    clearTimeout(patience);
  }
};

const pageFirstFromServer = async (event) => {
  try {
    const answer = await withinPatience(event.request);
    if (answer.ok) event.waitUntil(keep(answer.clone()).catch(() => undefined));
    return answer;
  } catch (reason) {
    const kept = await caches.match(PAGE);
    if (kept) return kept;
    throw reason;
  }
};

/** Named by their content, so what is kept is what the server has. */
const file = async (request) => {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(KEPT)).put(request, answer.clone());
  return answer;
};

self.addEventListener('install', (event) => {
  event.waitUntil(fetch(PAGE, { cache: 'no-cache' }).then((answer) => answer.ok && keep(answer)));
  self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (mode === 'navigate' && pathname === PAGE) event.respondWith(pageFirstFromServer(event));
  else if (pathname.startsWith(ASSETS)) event.respondWith(file(event.request));
});
