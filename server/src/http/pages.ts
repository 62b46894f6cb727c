/** Everything a browser opens: the screens, the start page, the documentation. Public. */
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import fastifyHelmet from '@fastify/helmet';
import type { HallConfig } from '@tingxu/contract/config';
import { BRAND_CSS, BRAND_LOGO, brandedPage } from '../brand/branded-page.ts';
import type { Brand } from '../brand/read-brand.ts';
import { AGENT_PORT } from '../card-agent/agent-server.ts';

import type { DemoDevices } from '../process/open-devices.ts';
import type { ClipFiles } from '../voice/clips.ts';
import { addClips } from './clip-pages.ts';
import { addDemoCallers } from './demo-callers.ts';
import { addDemoSigns } from './demo-signs.ts';
import { addDemoSlips } from './demo-slips.ts';
import { addDocs } from './docs.ts';
import { errorsHtml } from './errors-page.ts';
import { addHallChoice } from './hall-choice.ts';
import type { Api } from './hosting.ts';
import { page, STYLE, STYLE_PATH } from './html.ts';
import { ERRORS_PAGE } from './problem.ts';
import { addScreenFiles } from './screen-files.ts';
import { DEMO_DEVICES, PHONE_TICKET, SCREENS, type SignIn, startPage } from './start-page.ts';

export type Pages = {
  /** Folder that holds the apps' folders, each with its `dist`. */
  readonly appsFolder: string;
  readonly halls: readonly HallConfig[];
  readonly signIns: readonly SignIn[];
  /** A bank's own look and wording. */
  readonly brand: Brand | null;
  /** Devices of the demo hall, to look at; null where there are none. */
  readonly demo?: DemoDevices | null;
  /** What boards say. */
  readonly clips?: ClipFiles;
};

const HTML = 'text/html; charset=utf-8';
const HOST = /^[A-Za-z0-9.:[\]-]{1,255}$/;

/** Some browsers of old screens do not count a WebSocket to the same host as 'self'. */
const ownSocket = (host: string | undefined): string =>
  host !== undefined && HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";

const READER = /^\/kiosk\/\?(?:[^#]*&)?reader=(\d{4,5}|on)(?:&|$)/;

/** On the machine of a kiosk that has a reader, by its address; nothing else of that machine. Rules: CARD-2. */
const cardAgent = (url = ''): string => {
  const port = READER.exec(url)?.[1];
  if (port === undefined) return "'self'";
  return `http://127.0.0.1:${port === 'on' ? AGENT_PORT : port}`;
};

const CONTENT_SECURITY_POLICY = {
  useDefaults: false as const,
  directives: {
    'default-src': ["'none'"],
    'object-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'media-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'connect-src': [
      "'self'",
      (request: IncomingMessage) => ownSocket(request.headers.host),
      (request: IncomingMessage) => cardAgent(request.url),
    ],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    // Of the counter's page, for the script that keeps its shell.
    'trusted-types': ['shell'],
  },
};

/**
 * Headers of a page besides those of every answer. No upgrade-insecure-requests: a branch without
 * certificates is served over plain HTTP in its own network.
 */
async function addPageHeaders(pages: Api): Promise<void> {
  await pages.register(fastifyHelmet, {
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  pages.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  });
}

const notBuilt = (folder: string): string =>
  page({
    title: 'Tingxu',
    lang: 'zh-CN',
    body: `<header><h1>尚未构建 <small>Not built yet: ${folder}. Run <code>npm run build</code>.</small></h1></header>`,
  });

/** The page itself, with the brand written into it; its files are those that were built. */
function addBrandedPage(pages: Api, path: string, file: string, brand: Brand): void {
  for (const address of [path, `${path}index.html`]) {
    pages.get(address, (_request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .type(HTML)
        .send(brandedPage(readFileSync(file, 'utf8'), brand)),
    );
  }
}

function addBrand(pages: Api, { css, logo }: Brand): void {
  const files = [
    {
      path: BRAND_CSS,
      file: css === null ? null : { type: 'text/css; charset=utf-8', bytes: css },
    },
    { path: BRAND_LOGO, file: logo },
  ];
  for (const { path, file } of files) {
    if (file === null) continue;
    pages.get(path, (_request, reply) =>
      reply.header('cache-control', 'no-cache').type(file.type).send(file.bytes),
    );
  }
}

function addScreens(pages: Api, { appsFolder, brand }: Pages): void {
  for (const { path, folder } of [...SCREENS, PHONE_TICKET]) {
    const root = join(appsFolder, folder, 'dist');
    const file = join(root, 'index.html');
    if (existsSync(file)) {
      if (brand) addBrandedPage(pages, path, file, brand);
      addScreenFiles(pages, path, root);
    } else {
      pages.get(path, (_request, reply) => reply.code(503).type(HTML).send(notBuilt(folder)));
    }
  }
}

/** Where the first account is made. */
const SET_UP_PAGE = '/admin/';

function addTexts(pages: Api, content: Pages, needsSetUp: () => boolean): void {
  const start = startPage(content.halls, content.signIns, content.demo ? DEMO_DEVICES : []);
  const errors = errorsHtml();
  const texts = [
    { path: '/', type: HTML, text: start },
    { path: ERRORS_PAGE, type: HTML, text: errors },
    { path: STYLE_PATH, type: 'text/css; charset=utf-8', text: STYLE },
  ];
  for (const { path, type, text } of texts) {
    pages.get(path, (_request, reply) => {
      void reply.header('cache-control', 'no-cache');
      // Until then no other page is of use to anybody. Rules: AUTH-16.
      if (path === '/' && needsSetUp()) return reply.redirect(SET_UP_PAGE);
      return reply.type(type).send(text);
    });
  }
}

/** Adds all pages, in a scope of their own so that the API does not pay for their headers. */
export async function addPages(
  pages: Api,
  content: Pages,
  needsSetUp: () => boolean,
): Promise<void> {
  // None of them is in the API.
  pages.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, hide: true };
  });
  await addPageHeaders(pages);
  addTexts(pages, content, needsSetUp);
  if (content.brand) addBrand(pages, content.brand);
  addHallChoice(pages, content.halls, needsSetUp);
  addScreens(pages, content);
  if (content.demo) {
    addDemoSlips(pages, content.demo.slips);
    addDemoSigns(pages, content.demo.signs);
    addDemoCallers(pages, content.demo.boxes);
  }
  if (content.clips) addClips(pages, content.clips);
  addDocs(pages);
}
