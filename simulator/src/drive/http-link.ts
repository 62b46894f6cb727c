/** Plain HTTP over kept connections; knows nothing of halls. */
import { Agent, request } from 'node:http';

export type HttpAnswer = { readonly status: number; readonly body: string };

export type HttpLink = {
  get(path: string, headers: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  post(path: string, headers: Readonly<Record<string, string>>, body: object): Promise<HttpAnswer>;
  close(): void;
};

/** A server that does not answer for so long is broken. Units: ms. */
const TIMEOUT_MS = 20_000;

export const httpLink = (origin: string): HttpLink => {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const send = (
    method: 'GET' | 'POST',
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<HttpAnswer> =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        new URL(path, origin),
        { method, headers, agent, timeout: TIMEOUT_MS },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.once('error', reject);
          incoming.once('end', () =>
            resolve({
              status: incoming.statusCode ?? 0,
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      outgoing.once('timeout', () =>
        outgoing.destroy(new Error(`no answer to ${method} ${path} in ${TIMEOUT_MS} ms`)),
      );
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  return {
    get: (path, headers) => send('GET', path, headers, ''),
    post: (path, headers, body) => {
      const text = JSON.stringify(body);
      const length = String(Buffer.byteLength(text));
      return send(
        'POST',
        path,
        { ...headers, 'content-type': 'application/json', 'content-length': length },
        text,
      );
    },
    close: () => agent.destroy(),
  };
};
