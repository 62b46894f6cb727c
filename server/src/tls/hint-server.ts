/**
 * What answers on the plain port of a server that speaks TLS: where the hall is, and the certificate that
 * a screen must trust once. Nothing else, and no redirection that a device would follow for ever without
 * anybody noticing that it began in the clear. Rules: WEB-3.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';

export const AUTHORITY_PATH = '/ca.crt';

export type Hint = {
  /** Of the secure server, as a browser opens it. */
  readonly url: string;
  /** The own authority's certificate; null where the bank has its own. */
  readonly authority: string | null;
};

const text = (url: string, authority: string | null): string =>
  [
    `本系统使用加密连接，请打开 ${url}/`,
    `This system is used over TLS: open ${url}/`,
    ...(authority === null
      ? []
      : [`先信任本网点的证书 · first trust the certificate of this branch: ${AUTHORITY_PATH}`]),
    '',
  ].join('\n');

const SAFE = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  connection: 'close',
};

/** Somebody may have moved it; that ends no server. */
const readIfThere = (file: string): Buffer | null => {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
};

export function hintServer({ url, authority }: Hint): Server {
  const server = createServer(
    { headersTimeout: 5_000, requestTimeout: 5_000 },
    (request, reply) => {
      if (request.method === 'GET' && request.url === AUTHORITY_PATH && authority !== null) {
        const certificate = readIfThere(authority);
        const headers = { ...SAFE, 'content-type': 'application/x-x509-ca-cert' };
        if (certificate === null) reply.writeHead(404, SAFE).end();
        else reply.writeHead(200, headers).end(certificate);
        return;
      }
      reply.writeHead(426, {
        ...SAFE,
        'content-type': 'text/plain; charset=utf-8',
        upgrade: 'TLS/1.2, HTTP/1.1',
      });
      reply.end(text(url, authority));
    },
  );
  server.maxConnections = 50;
  return server;
}
