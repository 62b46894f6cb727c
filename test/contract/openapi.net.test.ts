/** The published interface, pinned: a change shows in the review as a change of openapi.json. */
import { openHttpRig } from '@tingxu/server/http/testing/http-rig';
import { beforeAll, describe, expect, it } from 'vitest';

type Operation = {
  readonly operationId?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-tingxu-roles'?: readonly string[];
};
type Document = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

let document: Document;
let text: string;
beforeAll(async () => {
  const rig = await openHttpRig();
  const reply = await rig.send('GET', '/api/openapi.json');
  text = reply.text;
  document = JSON.parse(text) as Document;
  await rig.close();
});

const operations = (): [string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );

describe('openapi.json', () => {
  it('is the one that was agreed', async () => {
    await expect(`${JSON.stringify(document, null, 1)}\n`).toMatchFileSnapshot('openapi.json');
  });

  it('is OpenAPI 3.1 with an id, roles and problems for every operation', () => {
    expect(document.openapi).toBe('3.1.0');
    const ids = operations().map(([, operation]) => operation.operationId);
    expect(new Set(ids).size).toBe(operations().length);
    for (const [name, operation] of operations()) {
      expect(operation['x-tingxu-roles']?.length, name).toBeGreaterThan(0);
      if (name.includes('/api/v1')) expect(operation.responses).toHaveProperty('4XX');
    }
  });

  it('asks for an Idempotency-Key on every POST that changes something and nowhere else', () => {
    for (const [name, { parameters = [] }] of operations()) {
      const key = parameters.find((parameter) => parameter.name === 'idempotency-key');
      // Reports of boards and printing pages, and test pages, change no hall by themselves; the same twice is one.
      const reports = name.includes('/boards/') || /\/devices\/\{device\}\/(test|page)$/.test(name);
      // A phone that comes in changes nothing of the hall yet.
      const enters = name.endsWith('/phone-tickets/entry');
      // Signing in and the like is of this moment, and what is done to accounts is the same twice.
      const identity = !name.includes('/halls/');
      const changes =
        !reports && !enters && !identity && name.startsWith('post ') && !name.endsWith('/preview');
      expect([name, key?.required]).toEqual([name, changes ? true : undefined]);
    }
  });

  it('refers only to what is there, and holds nothing unused', () => {
    const used = new Set(
      [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]),
    );
    expect([...used].sort()).toEqual(Object.keys(document.components.schemas).sort());
    expect(used.size).toBeGreaterThan(10);
  });
});
