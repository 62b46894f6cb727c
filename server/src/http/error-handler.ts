/** Turns whatever was thrown into a problem of the catalogue; logs defects, and refusals by their own measure. */

import type { Problem } from '@tingxu/contract/problem';
import { PROBLEMS, type ProblemCode } from '@tingxu/contract/problems';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Fault } from '../runtime/fault.ts';
import type { Log } from './hosting.ts';
import { callerOf } from './identity.ts';
import { PROBLEM_TYPE, type ProblemMore, problemOf, RequestProblem } from './problem.ts';
import { refusalLog } from './refusal-log.ts';
import { DATA_HEADERS } from './safe-headers.ts';

type Answer = { readonly problem: Problem; readonly headers: Readonly<Record<string, string>> };

const answer = (
  code: ProblemCode,
  more: ProblemMore = {},
  headers: Readonly<Record<string, string>> = {},
): Answer => ({ problem: problemOf(code, more), headers });

/** Fastify's own refusals that have a code of their own in the catalogue. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'route-unknown',
  405: 'method-not-allowed',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

const KEY_HEADER = '/idempotency-key';

/** `body/service`, `headers/idempotency-key`; the part alone when the whole of it is wrong. */
const pathOf = (context: string | undefined, instancePath: string): string =>
  `${context ?? 'request'}${instancePath === '/' ? '' : instancePath}`;

function validationAnswer(error: FastifyError, request: FastifyRequest): Answer {
  const findings = error.validation ?? [];
  const keyMissing =
    error.validationContext === 'headers' &&
    request.headers['idempotency-key'] === undefined &&
    findings.some((finding) => finding.instancePath === KEY_HEADER);
  if (keyMissing) return answer('idempotency-key-missing');
  const errors = findings.slice(0, 20).map((finding) => ({
    path: pathOf(error.validationContext, finding.instancePath),
    message: finding.message ?? 'Invalid input',
  }));
  return answer('validation-failed', { errors });
}

function answerOf(error: FastifyError, request: FastifyRequest): Answer {
  if (error instanceof RequestProblem) return answer(error.code, error.more, error.headers);
  if (error instanceof Fault) return answer(error.code);
  if (hasZodFastifySchemaValidationErrors(error)) return validationAnswer(error, request);
  const status = error.statusCode ?? 500;
  if (status < 400 || status >= 500) return answer('internal-error');
  return answer(BY_STATUS[status] ?? 'malformed-request');
}

const retryAfter = (problem: Problem): Record<string, string> =>
  problem.retryAfterSeconds === undefined
    ? {}
    : { 'retry-after': String(problem.retryAfterSeconds) };

/** Sends a problem: data like any other, also where a page was asked for. */
export function sendProblem(
  reply: FastifyReply,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): FastifyReply {
  return reply
    .code(problem.status)
    .headers({ ...DATA_HEADERS, ...retryAfter(problem), ...headers })
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problem));
}

export const errorHandler = (log: Log) => {
  const refused = refusalLog(log);
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { problem, headers } = answerOf(error, request);
    // The route, not the address: that may hold the reference of a booking.
    const { url = 'unknown' } = request.routeOptions;
    const about = { requestId: request.id, method: request.method, route: url };
    if (PROBLEMS[problem.code].kind === 'defect') {
      log.error({ ...about, err: error }, 'a request met a defect of the server');
    } else if (problem.status >= 500) {
      log.warn({ ...about, code: problem.code }, 'a request could not be served');
    } else {
      refused(problem.code, { ...about, address: request.ip, ...callerOf(request) });
    }
    return sendProblem(reply, problem, { 'tingxu-request-id': request.id, ...headers });
  };
};
