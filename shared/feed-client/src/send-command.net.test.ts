import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROBLEMS, type ProblemCode } from '@tingxu/contract/problems';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { newCommandId, type SendCommand, sendCommand } from './send-command.ts';

const Reply = z.strictObject({ effect: z.int() });
type Handler = (nth: number, response: ServerResponse, effect: () => number) => void;
type Heard = { readonly method: string; readonly headers: IncomingMessage['headers'] };

let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

/** A server whose effect happens once per key, whatever becomes of its answers. */
const serverThat = async (handle: Handler) => {
  const heard: Heard[] = [];
  const bodies: string[] = [];
  const effects = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const { method = '', headers } = request;
    heard.push({ method, headers });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    bodies.push(Buffer.concat(chunks).toString());
    const key = String(headers['idempotency-key']);
    handle(heard.length, response, () => {
      effects.set(key, effects.get(key) ?? effects.size + 1);
      return effects.get(key) ?? 0;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    stop = async () => undefined;
  };
  const { port } = server.address() as AddressInfo;
  const command = (more: Partial<SendCommand<z.infer<typeof Reply>>> = {}) =>
    sendCommand({
      url: `http://127.0.0.1:${port}`,
      role: 'teller',
      path: '/api/v1/halls/demo/tickets',
      body: { service: 'cash' },
      replySchema: Reply,
      timing: { pauseMinMs: 1, pauseMaxMs: 8 },
      ...more,
    });
  return { heard, bodies, effects, command };
};
const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
const problem = (response: ServerResponse, code: ProblemCode): void => {
  const { status, title } = PROBLEMS[code];
  answer(response, status, { type: 'about:blank', title, status, code });
};

describe('sending a command', () => {
  it('JRN-4 sends it once when all is well, with key and role', async () => {
    const { heard, bodies, command } = await serverThat((_nth, response, effect) =>
      answer(response, 201, { effect: effect() }),
    );
    expect(await command()).toEqual({ ok: true, reply: { effect: 1 } });
    expect(heard).toHaveLength(1);
    expect(bodies).toEqual(['{"service":"cash"}']);
    expect(heard[0]).toMatchObject({
      method: 'POST',
      headers: {
        'tingxu-role': 'teller',
        'content-type': 'application/json',
      },
    });
  });

  it.each<[string, (response: ServerResponse, effect: () => number) => void]>([
    [
      'the answer is lost',
      (response, effect) => {
        effect();
        response.destroy();
      },
    ],
    ['the request is lost', (response) => response.destroy()],
    [
      'the answer is cut in the middle',
      (response, effect) => {
        effect();
        response.writeHead(201, { 'content-length': 100 });
        response.write('{"eff');
        setTimeout(() => response.destroy(), 5);
      },
    ],
    ['the answer never comes', (_response, effect) => void effect()],
    ['the hall is halted', (response) => problem(response, 'hall-halted')],
    ['the server stops', (response) => problem(response, 'server-stopping')],
    ['the server made an error', (response) => problem(response, 'internal-error')],
    ['a proxy shows its own page', (response) => response.writeHead(502).end('<html>')],
    ['something between answers for the server', (response) => response.end('<html>')],
  ])('JRN-4 has one effect and its answer although %s', async (_name, fail) => {
    const { heard, effects, command } = await serverThat((nth, response, effect) => {
      if (nth <= 3) fail(response, effect);
      else answer(response, 200, { effect: effect() });
    });
    const timing = { pauseMinMs: 1, pauseMaxMs: 8, tryMs: 300 };
    expect(await command({ timing })).toEqual({ ok: true, reply: { effect: 1 } });
    expect(heard).toHaveLength(4);
    expect(effects.size).toBe(1);
  });

  it('JRN-4 control: a new key for each try would have as many effects', async () => {
    const { effects, command } = await serverThat((_nth, response, effect) => {
      effect();
      response.destroy();
    });
    for (let attempt = 0; attempt < 3; attempt += 1) await command({ timing: { giveUpMs: 0 } });
    expect(effects.size).toBe(3);
  });

  it.each<ProblemCode>(['nobody-waiting', 'forbidden', 'too-many-requests', 'validation-failed'])(
    'takes %s for an answer',
    async (code) => {
      const { heard, command } = await serverThat((_nth, response) => problem(response, code));
      expect(await command()).toMatchObject({ ok: false, reason: 'refused', problem: { code } });
      expect(heard).toHaveLength(1);
    },
  );

  it('knows that it happened when it cannot read a good answer', async () => {
    const { heard, command } = await serverThat((_nth, response) =>
      answer(response, 200, { new: 1 }),
    );
    expect(await command()).toEqual({ ok: false, reason: 'unreadable' });
    expect(heard).toHaveLength(1);
  });

  it('JRN-4 gives up in the end, and the same key tells later what became of it', async () => {
    const { effects, command } = await serverThat((nth, response, effect) => {
      if (nth > 4) return answer(response, 200, { effect: effect() });
      effect();
      response.destroy();
    });
    const outcome = await command({ timing: { pauseMinMs: 10, pauseMaxMs: 10, giveUpMs: 15 } });
    if (outcome.ok || outcome.reason !== 'unreachable') throw new Error(JSON.stringify(outcome));
    expect(await command({ key: outcome.key })).toEqual({ ok: true, reply: { effect: 1 } });
    expect(effects.size).toBe(1);
  });

  it('is unreachable when nobody listens', async () => {
    const { command } = await serverThat(() => undefined);
    await stop();
    expect(await command({ timing: { giveUpMs: 20 } })).toMatchObject({ reason: 'unreachable' });
  });

  it('makes keys that differ', () => {
    expect(new Set(Array.from({ length: 1_000 }, newCommandId)).size).toBe(1_000);
  });
});
