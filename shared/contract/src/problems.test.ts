import { describe, expect, test } from 'vitest';
import { FOLLOW_AGAIN_CODES, PROBLEM_CODES, Problem, SAME_KEY_CODES } from './problem.ts';
import { DEFECTS, FAULTS, PROBLEMS, REJECTIONS } from './problems.ts';

const rows = Object.entries(PROBLEMS);

describe('the catalogue of problems', () => {
  test('holds every code once, whoever answers it', () => {
    const codes = [REJECTIONS, FAULTS, DEFECTS].flatMap((part) => Object.keys(part));
    expect(new Set(codes).size).toBe(codes.length);
    expect(PROBLEM_CODES).toEqual(codes);
    expect(Object.keys(PROBLEMS)).toEqual(codes);
  });

  test('pages know without the catalogue which codes are for the moment only', () => {
    const again = (kinds: readonly string[], ...retries: readonly string[]) =>
      rows.flatMap(([code, { kind, retry }]) =>
        kinds.includes(kind) && retries.includes(retry) ? [code] : [],
      );
    const all = ['rejection', 'fault', 'defect'];
    expect([...SAME_KEY_CODES].sort()).toEqual(again(all, 'same-key').sort());
    // Of a board's reports and of signing in, which are no follow.
    const later = again(['fault', 'defect'], 'same-key', 'later');
    expect([...FOLLOW_AGAIN_CODES].sort()).toEqual(
      later.filter((code) => !/^(speakers-full|sign-in-.*)$/.test(code)).sort(),
    );
  });

  test('a rejection is 404, 409, 412 or 422, a fault another 4xx or 503, a defect 500', () => {
    const statuses = (kind: string) =>
      new Set(rows.filter(([, row]) => row.kind === kind).map(([, row]) => row.status));
    expect([...statuses('rejection')].sort()).toEqual([404, 409, 412, 422]);
    for (const status of statuses('fault')) expect(status === 503 || status < 500).toBe(true);
    expect([...statuses('defect')]).toEqual([500]);
  });

  test('codes are kebab-case, titles are sentences without a full stop, and no two are the same', () => {
    for (const [code, row] of rows) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(row.title).toMatch(/^[A-Z].*[^.]$/);
    }
    expect(new Set(rows.map(([, row]) => row.title)).size).toBe(rows.length);
  });

  test('what may be tried again with the same key is what may not have happened', () => {
    const sameKey = rows.filter(([, row]) => row.retry === 'same-key');
    expect(sameKey.every(([, row]) => row.status >= 500)).toBe(true);
    const unsure = rows.filter(([, row]) => row.status >= 500);
    expect(unsure).toEqual(sameKey);
  });

  test('a body of RFC 9457 needs a code of the catalogue and may carry more', () => {
    const body = {
      type: '/api/docs/errors#ticket-ended',
      title: 'The ticket has ended',
      status: 409,
    };
    expect(Problem.safeParse({ ...body, code: 'ticket-ended', instance: '/x' }).success).toBe(true);
    expect(Problem.safeParse({ ...body, code: 'ticket-lost' }).success).toBe(false);
    expect(Problem.safeParse(body).success).toBe(false);
  });
});
