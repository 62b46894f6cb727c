/**
 * Requests made from the very schemas that the routes check: valid, at the border, spoilt, of the wrong
 * type, media type or role, with hostile keys. Whatever comes, the answer is of its schema or a problem
 * of the catalogue, and never our own error. Source: DS-18.
 */
import { Problem } from '@tingxu/contract/problem';
import { demoHall } from '@tingxu/server/demo/demo-hall';
import { CLAIMABLE } from '@tingxu/server/http/identity';
import { type HttpRig, openHallDay, openHttpRig } from '@tingxu/server/http/testing/http-rig';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type JsonSchema, spoiltValues, strangeValues, valuesOf } from './values-of-schema.ts';

/** Every run of CI sends the same requests; a longer run, by FUZZ_RUNS, sends others each time. */
const LONG_RUN = process.env['FUZZ_RUNS'];
const RUNS = Number(LONG_RUN ?? 6_000);
const SEED = LONG_RUN === undefined ? { seed: 20_261_125 } : {};

type Route = HttpRig['routes'][number];

const rigs: HttpRig[] = [];
afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.close();
});
const open = async (): Promise<HttpRig> => {
  const rig = await openHttpRig();
  rigs.push(rig);
  return rig;
};

const isSchema = (value: unknown): value is z.core.$ZodType => value instanceof z.core.$ZodType;

const jsonSchemaOf = (schema: unknown): JsonSchema =>
  isSchema(schema) ? (z.toJSONSchema(schema, { io: 'input' }) as JsonSchema) : {};

/** Values that the demo hall knows, so that many requests get as far as the hall. */
const KNOWN: Readonly<Record<string, readonly unknown[]>> = {
  hall: ['demo'],
  ticket: ['A001', 'A002', 'B001', 'E001', 'V001', '20261123-0001', '20261123-0002'],
  counter: ['1', '2', '3', '4', '5', '6'],
  service: ['cash', 'accounts', 'wealth', 'loans', 'corporate'],
  lane: ['vip', 'elderly', 'normal'],
  staff: ['t01', 't02', 't03'],
  config: [demoHall()],
  basedOn: [0, 1, 2, 3],
};

/** Now and then a member's value is one that the hall knows. */
const withKnown = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(values, fc.nat(), fc.integer({ min: 0, max: 9 })).map(([value, pick, chance]) => {
    if (chance < 2 || typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        const known = Object.hasOwn(KNOWN, key) ? KNOWN[key] : undefined;
        return [key, known ? known[pick % known.length] : member];
      }),
    );
  });

const bodies = (route: Route): fc.Arbitrary<unknown> => {
  const schema = jsonSchemaOf(route.schema?.body);
  if (schema.type === undefined) return fc.constant(undefined);
  return fc.oneof(
    { weight: 6, arbitrary: withKnown(valuesOf(schema)) },
    { weight: 2, arbitrary: spoiltValues(schema) },
    { weight: 1, arbitrary: strangeValues },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
};

const segments = fc.oneof(
  fc.string({ maxLength: 40, unit: 'binary' }).map((text) => {
    try {
      return encodeURIComponent(text);
    } catch {
      return '%';
    }
  }),
  fc.constantFrom('%', '%00', '%2e%2e', '..', '.', '__proto__', 'constructor', 'a'.repeat(200), ''),
);

const paths = (route: Route): fc.Arbitrary<string> => {
  const params = jsonSchemaOf(route.schema?.params);
  const known = withKnown(valuesOf({ type: 'object', ...params }));
  const filled = known.map((values) =>
    route.url.replaceAll(/:(\w+)/g, (_all, name: string) =>
      encodeURIComponent(String((values as Record<string, unknown>)[name])),
    ),
  );
  const strange = segments.map((segment) => route.url.replaceAll(/:\w+/g, segment));
  return fc.oneof({ weight: 9, arbitrary: filled }, { weight: 1, arbitrary: strange });
};

const mostly = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: rare });

const requestsOf = (route: Route, index: number) =>
  fc.record({
    // By its place, so that a counterexample is short enough to be read.
    at: fc.constant(index),
    url: paths(route),
    body: bodies(route),
    role: mostly<string>(
      fc.constantFrom(...(route.config?.roles ?? [])),
      fc.constantFrom(...CLAIMABLE, 'system', '__proto__', ''),
    ),
    key: mostly<string | null>(
      fc.uuid(),
      fc.constantFrom(null, '', 'short', 'same-for-all', 'x'.repeat(90)),
    ),
    media: mostly(
      fc.constant('application/json'),
      fc.constantFrom(
        'text/plain',
        'application/xml',
        'multipart/form-data',
        'application/json; charset=utf-8',
        'nonsense',
        ';',
      ),
    ),
    advanceMs: fc.nat(45_000),
  });

type Request = ReturnType<typeof requestsOf> extends fc.Arbitrary<infer T> ? T : never;

const send = (rig: HttpRig, route: Route, request: Request) => {
  const { url, body, role, key, media } = request;
  return rig.send(route.method === 'GET' ? 'GET' : 'POST', url, {
    role,
    key,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: body === undefined ? {} : { 'content-type': media },
  });
};

/** Dots in a path lead elsewhere before it is sent. */
const leadsElsewhere = (url: string): boolean =>
  url.split('/').some((part) => /^(?:\.|%2e){1,2}$/i.test(part));

/** What is wrong with an answer; null when nothing is. */
function flawOf(
  route: Route,
  { url }: Request,
  reply: Awaited<ReturnType<typeof send>>,
): string | null {
  const { status, headers, json } = reply;
  if (status >= 500) return `status ${status}`;
  if (status >= 400) {
    if (!String(headers['content-type']).startsWith('application/problem+json'))
      return 'no problem';
    const problem = Problem.safeParse(json);
    if (!problem.success) return 'not of the catalogue';
    return problem.data.status === status ? null : 'two statuses';
  }
  if (leadsElsewhere(url)) return null;
  const responses = route.schema?.response as Record<string, unknown> | undefined;
  const schema = responses?.[status];
  if (!isSchema(schema)) return `undocumented status ${status}`;
  return z.safeParse(schema, json).success ? null : 'not of its schema';
}

const apiRoutes = (rig: HttpRig): Route[] =>
  rig.routes.filter((route) => route.url.startsWith('/api/v1') && route.method !== 'HEAD');

/** Runs the fuzz; gives how often each kind of answer came. */
async function fuzz(rig: HttpRig): Promise<Map<string, number>> {
  const routes = apiRoutes(rig);
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.oneof(...routes.map(requestsOf)), async (request) => {
      const route = routes[request.at];
      if (!route) throw new Error('no such route');
      rig.clock.advanceTo(rig.clock.now() + request.advanceMs);
      const reply = await send(rig, route, request);
      const code = String(reply.json['code'] ?? reply.status);
      seen.set(code, (seen.get(code) ?? 0) + 1);
      const flaw = flawOf(route, request, reply);
      if (flaw !== null) throw new Error(`${flaw}: ${reply.text.slice(0, 200)}`);
    }),
    { ...SEED, numRuns: RUNS, includeErrorInReport: true },
  );
  return seen;
}

describe('fuzzed requests', () => {
  it('never meet a defect, and every answer is of the contract', {
    timeout: 1_200_000,
  }, async () => {
    const rig = await open();
    await rig.app.ready();
    await openHallDay(rig);
    const seen = await fuzz(rig);
    expect(rig.defects).toEqual([]);
    expect(rig.logged.filter((line) => line.level !== 'warn' && line.level !== 'info')).toEqual([]);
    expect((await rig.send('GET', '/readyz')).status).toBe(200);
    // The fuzz is worth something only when it gets as far as the hall, in many ways.
    const expected = [
      '200',
      '201',
      'validation-failed',
      'malformed-request',
      'forbidden',
      'unsupported-media-type',
      'idempotency-key-missing',
    ];
    for (const code of expected) expect(seen.get(code) ?? 0, code).toBeGreaterThan(0);
    expect(seen.size).toBeGreaterThan(15);
  });

  it('find a route that breaks, and one that answers otherwise than it says', async () => {
    // A row of the table, so that the server starts.
    const config = { operation: 'issueTicket' } as const;
    const Answer = z.strictObject({ done: z.literal(true) });
    const Body = z.strictObject({ depth: z.int().check(z.gte(0), z.lte(9)) });
    const schema = { body: Body, response: { 200: Answer } };
    const breaking = await open();
    breaking.app.post('/api/v1/broken', { config, schema }, (request) => {
      if ((request.body as z.infer<typeof Body>).depth > 3) throw new TypeError('broken');
      return { done: true };
    });
    await breaking.app.ready();
    await expect(fuzz(breaking)).rejects.toThrow('status 500');

    const lying = await open();
    lying.app.post('/api/v1/lying', { config, schema }, (_request, reply) =>
      reply.type('application/json').send('{"done":false}'),
    );
    await lying.app.ready();
    await expect(fuzz(lying)).rejects.toThrow('not of its schema');
  });
});
