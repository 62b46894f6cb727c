import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { openLine } from './line.ts';

test('carries both ways, drops what is on it when cut, carries again when mended', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => socket.write(`echo ${data}`));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const line = await openLine(`http://127.0.0.1:${port}`);
  const dial = async () => {
    const socket = connect(Number(new URL(line.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };
  const echo = async (socket: Awaited<ReturnType<typeof dial>>) => {
    socket.write('a');
    const [answer] = await once(socket, 'data');
    return String(answer);
  };

  const first = await dial();
  expect(await echo(first)).toBe('echo a');
  const closed = once(first, 'close');
  line.cut();
  await closed;
  expect(line.isCut()).toBe(true);

  const second = await dial();
  await once(second, 'close');

  line.mend();
  const third = await dial();
  expect(await echo(third)).toBe('echo a');
  third.destroy();
  await line.close();
  server.close();
});
