/** What Node's HTTP parser refuses before Fastify sees a request, still answered as a problem. */
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Problem } from '@tingxu/contract/problem';
import { PROBLEM_TYPE, problemOf } from './problem.ts';

const DETAILS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'The headers are too large.',
  ERR_HTTP_REQUEST_TIMEOUT: 'The request took too long to arrive.',
};

const answerText = (problem: Problem, reason: string, headers: readonly string[] = []): string => {
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${reason}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: no-referrer',
    'Cache-Control: no-store',
    ...headers,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
};

const malformed = (code: string): string => {
  const detail = DETAILS[code];
  const problem = problemOf('malformed-request', detail === undefined ? {} : { detail });
  return answerText(problem, 'Bad Request');
};

/** A client that is gone gets nothing; every other one is told, then cut off. */
export function refuseClient(error: Error & { code?: string }, socket: Socket): void {
  const gone = error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0;
  if (gone) socket.destroy(error);
  else socket.end(malformed(error.code ?? ''), () => socket.destroy());
}

/** This server is nobody's proxy. Node leaves a CONNECT without any answer. */
export function refuseTunnel(_request: unknown, socket: Duplex): void {
  const refusal = problemOf('method-not-allowed');
  socket.on('error', () => socket.destroy());
  socket.end(answerText(refusal, 'Method Not Allowed', ['Allow: GET, HEAD, POST']), () =>
    socket.destroy(),
  );
}
