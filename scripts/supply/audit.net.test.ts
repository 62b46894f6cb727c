/** The audit against a small server that answers as a registry and as a database of faults do. Source: SEC-13. */
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../tree.ts';

type Answer = { readonly status: number; readonly body: unknown };
/** What it says of a path to what was asked. */
let answers: (path: string, asked: string) => Answer;
let asked: string[];
let server: Server;
let url: string;
beforeEach(async () => {
  asked = [];
  server = createServer((request, reply) => {
    let text = '';
    request.on('data', (data) => {
      text += String(data);
    });
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${text}`);
      const { status, body } = answers(request.url ?? '', text);
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const audit = (...args: string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const program = join(ROOT, 'scripts', 'supply', 'audit.ts');
    execFile(process.execPath, [program, ...args], { cwd: ROOT }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + err }),
    );
  });

const refusing = (): Answer => ({ status: 405, body: {} });
const COUNTS = { info: 0, low: 0, moderate: 0, high: 0, critical: 0 };
const registry = (severity: string | null) => (): Answer => {
  const row = { id: 7, module_name: 'zod', severity, title: 'a planted fault', findings: [] };
  const body = {
    ...{ actions: [], muted: [], advisories: severity === null ? {} : { 7: row } },
    metadata: { vulnerabilities: COUNTS, dependencies: 1, totalDependencies: 1 },
  };
  return { status: 200, body };
};

/** Finds a fault in the package of that name, and in no other. */
const osv =
  (name: string, severity?: string) =>
  (path: string, text: string): Answer => {
    if (path === '/v1/vulns/GHSA-1') {
      const database = severity === undefined ? {} : { database_specific: { severity } };
      return { status: 200, body: { id: 'GHSA-1', summary: 'a planted fault', ...database } };
    }
    const { queries } = JSON.parse(text) as { queries: { package: { purl: string } }[] };
    const results = queries.map(({ package: { purl } }) =>
      purl.startsWith(`pkg:npm/${name}@`) ? { vulns: [{ id: 'GHSA-1' }] } : {},
    );
    return { status: 200, body: { results } };
  };

describe('the audit', { timeout: 60_000 }, () => {
  it('SEC-13 of a registry is red where something serious is known, and green where nothing is', async () => {
    answers = registry('critical');
    expect(await audit('--registry', url)).toMatchObject({
      ...{ code: 1, said: expect.stringContaining('a planted fault') },
    });
    answers = registry('moderate');
    expect(await audit('--registry', url)).toMatchObject({
      ...{ code: 0, said: expect.stringContaining('1 known faults, 0 of them high') },
    });
    answers = registry(null);
    expect((await audit('--registry', url)).code).toBe(0);
  });

  it('SEC-13 says that nothing is known where a registry offers none, and neither red nor green', async () => {
    answers = refusing;
    expect(await audit('--registry', url)).toMatchObject({
      ...{ code: 2, said: expect.stringMatching(/Nobody has answered .*--osv URL/s) },
    });
    // Something that answers, and is no registry.
    answers = () => ({ status: 200, body: { hello: 'there' } });
    expect((await audit('--registry', url)).code).not.toBe(0);
  });

  it('SEC-13 of a database goes by the bill of materials, and takes what is unrated for serious', async () => {
    answers = osv('zod', 'CRITICAL');
    expect(await audit('--osv', url)).toMatchObject({
      ...{ code: 1, said: expect.stringMatching(/critical +zod@\d/) },
    });
    answers = osv('zod');
    expect((await audit('--osv', url)).code).toBe(1);
    answers = osv('zod', 'LOW');
    expect((await audit('--osv', url)).code).toBe(0);
    answers = osv('of-nobody', 'CRITICAL');
    expect((await audit('--osv', url)).code).toBe(0);
    expect(asked.at(-1)).toContain('pkg:npm/fastify@');
    answers = refusing;
    expect((await audit('--osv', url)).code).toBe(2);
    answers = () => ({ status: 200, body: { results: [] } });
    expect((await audit('--osv', url)).code).toBe(2);
  });
});
