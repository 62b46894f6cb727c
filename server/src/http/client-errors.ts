/** What Node's HTTP parser refuses before Fastify sees a request, still answered as a problem. */
import type { Socket } from 'node:net';
import { PROBLEM_TYPE, problemOf } from './problem.ts';

const DETAILS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'The headers are too large.',
  ERR_HTTP_REQUEST_TIMEOUT: 'The request took too long to arrive.',
};

const answerText = (code: string): string => {
  const detail = DETAILS[code];
  const problem = problemOf('malformed-request', detail === undefined ? {} : { detail });
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} Bad Request`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
};

/** A client that is gone gets nothing; every other one is told, then cut off. */
export function refuseClient(error: Error & { code?: string }, socket: Socket): void {
  const gone = error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0;
  if (gone) socket.destroy(error);
  else socket.end(answerText(error.code ?? ''), () => socket.destroy());
}
