/**
 * RFC 9457 problems from the one catalogue. Everything that is not a success is answered by this file.
 * Source: shared/contract/src/problems.ts, docs/ERRORS.md.
 */
import type { Instant } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problem';
import { PROBLEMS, type ProblemCode } from '@tingxu/contract/problems';
import type { Rejection } from '@tingxu/hall/decision';

export const PROBLEM_TYPE = 'application/problem+json';
export const ERRORS_PAGE = '/api/docs/errors';

export type ProblemMore = Pick<
  Problem,
  'detail' | 'errors' | 'retryAfterSeconds' | 'state' | 'conflicts'
>;

/** The body of a problem; `more` says what is special about this one. */
export const problemOf = (code: ProblemCode, more: ProblemMore = {}): Problem => ({
  type: `${ERRORS_PAGE}#${code}`,
  title: PROBLEMS[code].title,
  status: PROBLEMS[code].status,
  code,
  ...more,
});

/** A refusal of the hall, as the answer of a command. Units: `at` the instant of the answer. */
export function rejectionProblem(rejection: Rejection, at: Instant): Problem {
  const { code, state, retryAt, conflicts } = rejection;
  return problemOf(code, {
    ...(state !== undefined && { state }),
    ...(conflicts && { conflicts: [...conflicts] }),
    ...(retryAt !== undefined && {
      retryAfterSeconds: Math.max(1, Math.ceil((retryAt - at) / 1000)),
    }),
  });
}

/** Thrown by the HTTP shell when a request never reaches a hall. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly code: ProblemCode;
  readonly more: ProblemMore;
  /** Extra headers, e.g. `allow`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, more: ProblemMore = {}, headers: Record<string, string> = {}) {
    super(PROBLEMS[code].title);
    this.code = code;
    this.more = more;
    this.headers = headers;
  }
}
