import Fastify from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { addHallChoice } from './hall-choice.ts';

const DEMO = demoHall();
const south = { ...DEMO, hall: 'south', name: { 'zh-CN': '<南门>', en: 'South & East' } };
type Halls = Parameters<typeof addHallChoice>[1];

let app: ReturnType<typeof Fastify>;
afterEach(() => app.close());
const server = (halls: readonly unknown[], isNew = false): void => {
  app = Fastify();
  addHallChoice(app, halls as Halls, () => isNew);
  for (const path of ['/counter/', '/board/']) app.get(path, () => 'the page');
};
const open = async (url: string, cookie = '', accept = 'text/html,*/*;q=0.8') => {
  const { statusCode, headers, body } = await app.inject({ url, headers: { accept, cookie } });
  return { status: statusCode, to: headers['location'], kept: headers['set-cookie'], body };
};

it('offers the halls of a server by name, and what the address says besides stays', async () => {
  server([DEMO, south]);
  const { status, body } = await open('/counter/?counter=3');
  expect(status).toBe(200);
  expect(body).toContain('href="/counter/?counter=3&amp;hall=south"');
  expect(body).toContain('&lt;南门&gt;');
  expect(body).toContain('South &amp; East');
  expect(body).not.toContain('<南门>');
});

it('remembers the hall in the browser, until another is opened or the list is asked for', async () => {
  server([DEMO, south]);
  const chosen = await open('/counter/?hall=south');
  expect(chosen.body).toBe('the page');
  expect(chosen.kept).toMatch(/^tingxu-hall=south; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
  const cookie = String(chosen.kept).split(';', 1)[0];
  expect(await open('/counter/', cookie)).toMatchObject({
    ...{ status: 302, to: '/counter/?hall=south' },
  });
  expect((await open('/counter/?hall=', cookie)).body).toContain('选择网点');
  // A hall that is gone leads nowhere, and what was never one is not kept.
  expect((await open('/counter/', 'tingxu-hall=north')).body).toContain('选择网点');
  expect((await open('/counter/?hall=north')).kept).toBeUndefined();
});

it('asks nothing where there is one hall, before there is an account, and of no device', async () => {
  server([DEMO]);
  expect((await open('/counter/')).to).toBe(`/counter/?hall=${DEMO.hall}`);
  await app.close();
  server([DEMO, south], true);
  expect((await open('/counter/')).to).toBe(`/counter/?hall=${DEMO.hall}`);
  expect((await open('/board/')).body).toBe('the page');
  expect((await open('/counter/', '', '*/*')).body).toBe('the page');
});
