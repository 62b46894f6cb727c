/**
 * The built files of a screen, from memory: whoever asks for many and reads none holds no file open, and all
 * are sent from the same bytes. A screen that is built anew is read anew. Rules: WEB-6.
 */
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from './hosting.ts';
import { sendBytes } from './send-bytes.ts';

/** Everything that a build leaves; anything else is bytes. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

type ScreenFile = { readonly path: string; readonly etag: string; readonly bytes: () => Buffer };

const isFile = (entry: Dirent): boolean => entry.isFile();

const fileAt = (path: string): ScreenFile => {
  const { size, mtimeMs } = statSync(path);
  let bytes: Buffer | undefined;
  return {
    path,
    etag: `W/"${size.toString(16)}-${Math.floor(mtimeMs).toString(16)}"`,
    bytes: () => {
      bytes ??= readFileSync(path);
      return bytes;
    },
  };
};

/** By its name below the folder, with slashes: nothing outside can be named. */
const filesIn = (root: string): ReadonlyMap<string, ScreenFile> =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(isFile)
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(root, path).split(sep).join('/'), fileAt(path)]),
  );

/** Finds a file by its name; a build that is under way leaves those of before. */
const finderIn = (root: string): ((name: string) => ScreenFile | undefined) => {
  const index = join(root, 'index.html');
  let builtAt = Number.NaN;
  let files: ReadonlyMap<string, ScreenFile> = new Map();
  return (name) => {
    const now = statSync(index, { throwIfNoEntry: false })?.mtimeMs ?? builtAt;
    if (now !== builtAt && existsSync(index)) {
      files = filesIn(root);
      builtAt = now;
    }
    return files.get(name);
  };
};

/** Vite names its assets by content, so they never change; the page that names them may. */
const cacheOf = (name: string): string =>
  name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** The files of `root` below `path`, which ends in a slash and is found without it, too. */
export function addScreenFiles(pages: Api, path: string, root: string): void {
  const find = finderIn(root);
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const { '*': asked = '' } = request.params as { readonly '*'?: string };
    const name = asked === '' ? 'index.html' : asked;
    const file = find(name);
    if (!file) return reply.callNotFound();
    reply.headers({ 'cache-control': cacheOf(name), etag: file.etag });
    if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
    reply.type(TYPES[extname(name)] ?? 'application/octet-stream');
    return sendBytes(reply, file.bytes());
  };
  pages.get(`${path}*`, answer);
  pages.get(path.slice(0, -1), (request, reply) => {
    const query = request.url.indexOf('?');
    const rest = query === -1 ? '' : request.url.slice(query);
    return reply.redirect(`${path}${rest}`, 301);
  });
}
