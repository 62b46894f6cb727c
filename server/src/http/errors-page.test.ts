import { readFileSync } from 'node:fs';
import { PROBLEM_CODES } from '@tingxu/contract/problem';
import { PROBLEMS } from '@tingxu/contract/problems';
import { describe, expect, it } from 'vitest';
import { errorsMarkdown } from './errors-page.ts';
import { problemOf, rejectionProblem } from './problem.ts';

const COMMITTED = new URL('../../../docs/ERRORS.md', import.meta.url);

describe('docs/ERRORS.md', () => {
  it('is what server/src/admin/generate-errors.ts writes now', () => {
    expect(readFileSync(COMMITTED, 'utf8')).toBe(errorsMarkdown());
  });

  it('lists every code once', () => {
    const codes = [...errorsMarkdown().matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]);
    expect(codes.sort()).toEqual([...PROBLEM_CODES].sort());
  });
});

describe('problems', () => {
  it('take status and title from the catalogue', () => {
    for (const code of PROBLEM_CODES) {
      const { status, title } = PROBLEMS[code];
      expect(problemOf(code)).toEqual({ type: `/api/docs/errors#${code}`, title, status, code });
    }
  });

  it('round the time to wait up, and never say zero', () => {
    const code = 'miss-too-early';
    expect(rejectionProblem({ code, retryAt: 20_001 }, 0).retryAfterSeconds).toBe(21);
    expect(rejectionProblem({ code, retryAt: 5 }, 10).retryAfterSeconds).toBe(1);
    expect(rejectionProblem({ code }, 0)).not.toHaveProperty('retryAfterSeconds');
  });
});
