/** The problem catalogue for readers: as the page that `type` points to, and as docs/ERRORS.md. */
import { PROBLEM_CODES } from '@tingxu/contract/problem';
import {
  PROBLEMS,
  type ProblemActor,
  type ProblemCode,
  type ProblemKind,
  type ProblemRetry,
} from '@tingxu/contract/problems';
import { page } from './html.ts';

const KINDS: Readonly<Record<ProblemKind, { title: string; text: string }>> = {
  rejection: {
    title: 'Rejections',
    text: 'The hall understood the command and says no. Nothing has changed.',
  },
  fault: {
    title: 'Faults',
    text: 'The request did not reach the hall: its form, its sender or the server is the reason.',
  },
  defect: {
    title: 'Defects',
    text: 'The server made an error. It is in the log under the `Tingxu-Request-Id` of the answer.',
  },
};

const ACTORS: Readonly<Record<ProblemActor, string>> = {
  customer: 'the customer',
  teller: 'the teller',
  supervisor: 'the supervisor',
  it: 'the branch’s IT',
  developer: 'the developer of the client',
};

const RETRIES: Readonly<Record<ProblemRetry, string>> = {
  never: 'no, the same request fails again',
  later: 'later, when the state has changed, with a new key',
  'same-key': 'yes, with the same key: the outcome is then told',
};

const codesOf = (kind: ProblemKind): ProblemCode[] =>
  PROBLEM_CODES.filter((code) => PROBLEMS[code].kind === kind);

const kinds = Object.keys(KINDS) as ProblemKind[];

const INTRODUCTION =
  'Every answer that is not a success is RFC 9457 `application/problem+json` with a stable `code`. ' +
  '`errors` names wrong fields, `state` what is there instead, `retryAfterSeconds` when the same ' +
  'request may succeed.';

/** docs/ERRORS.md. Source: shared/contract/src/problems.ts. */
export function errorsMarkdown(): string {
  const sections = kinds.map((kind) => {
    const rows = codesOf(kind).map((code) => {
      const { status, title, actor, retry } = PROBLEMS[code];
      return `| \`${code}\` | ${status} | ${title} | ${ACTORS[actor]} | ${RETRIES[retry]} |`;
    });
    return [
      `## ${KINDS[kind].title}`,
      '',
      KINDS[kind].text,
      '',
      '| code | status | meaning | who can act | try again |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
  });
  return [
    '# Errors',
    '',
    '<!-- Written by server/src/admin/generate-errors.ts from shared/contract/src/problems.ts. -->',
    '',
    INTRODUCTION,
    '',
    ...sections,
  ].join('\n');
}

const inCode = (text: string): string => text.replaceAll(/`([^`]+)`/g, '<code>$1</code>');

/** The page behind `type`: one anchor per code. */
export function errorsHtml(): string {
  const sections = kinds.map((kind) => {
    const rows = codesOf(kind).map((code) => {
      const { status, title, actor, retry } = PROBLEMS[code];
      const cells = [`<code>${code}</code>`, status, title, ACTORS[actor], RETRIES[retry]];
      return `<tr id="${code}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    });
    return `<h2>${KINDS[kind].title}</h2><p>${inCode(KINDS[kind].text)}</p>
<table><thead><tr><th>code</th><th>status</th><th>meaning</th><th>who can act</th><th>try again</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
  });
  const body = `<header><h1>Errors</h1><p><a href="/">Tingxu</a> · <a href="/api/docs">API</a></p></header>
<main><p>${inCode(INTRODUCTION)}</p>${sections.join('\n')}</main>`;
  return page({ title: 'Errors · Tingxu', lang: 'en', body });
}
