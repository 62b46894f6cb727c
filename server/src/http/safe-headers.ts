/**
 * Headers of every answer, also of one that is refused before a route has a say: nothing is taken for what
 * it does not say it is, and whoever came over TLS comes over nothing else. Data is never a page; pages
 * have a policy of their own. Source: SEC-06, SEC-15.
 */
import { type IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Of every answer. */
const EVERY_ANSWER = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

/** An answer of data: never a page, never kept, for pages of this server only. */
export const DATA_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Browsers that came over TLS come over nothing else for so long. Units: s. */
const ONLY_TLS_SECONDS = 365 * 86_400;
/** No name below that of a hall is anybody else's, so none is harmed. */
const ONLY_TLS = `max-age=${ONLY_TLS_SECONDS}; includeSubDomains`;

/**
 * Stands before every other hook. HSTS over TLS only: a branch without certificates is served over plain
 * HTTP in its own network.
 */
export function addSafeHeaders(app: Pick<FastifyInstance, 'addHook'>, isSecure: boolean): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(EVERY_ANSWER);
    if (isSecure) reply.header('strict-transport-security', ONLY_TLS);
    done();
  });
}

/**
 * Answers that no hook of ours sees have them, too: of the feed's path, of an expectation that nobody meets, of an
 * address that cannot be read, of a request without a host.
 */
export const safeResponse = (isSecure: boolean): typeof ServerResponse =>
  class<Request extends IncomingMessage> extends ServerResponse<Request> {
    constructor(request: Request) {
      super(request);
      for (const [name, value] of Object.entries(EVERY_ANSWER)) this.setHeader(name, value);
      if (isSecure) this.setHeader('strict-transport-security', ONLY_TLS);
    }
  };

export function addDataHeaders(app: Pick<FastifyInstance, 'addHook'>): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(DATA_HEADERS);
    done();
  });
}
