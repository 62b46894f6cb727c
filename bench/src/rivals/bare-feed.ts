/**
 * The yardstick of the feed: a bare Socket.IO server that sends one payload to everybody for each
 * POST, in a process of its own. `{type:'payload', payload}` says what.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import * as z from 'zod/mini';

const Payload = z.object({ type: z.literal('payload'), payload: z.unknown() });

let payload: unknown = null;
let count = 0;

const http = createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    count += 1;
    io.emit('batch', { count, payload });
    const body = JSON.stringify({ count });
    response.setHeader('content-length', body.length);
    response.end(body);
  });
});
// As the hall's feed: one path for every client, nothing compressed.
const io = new Server(http, {
  transports: ['websocket'],
  perMessageDeflate: false,
  serveClient: false,
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  process.send?.({ type: 'ready', port: address.port });
});
process.on('message', (message) => {
  const parsed = Payload.safeParse(message);
  if (parsed.success) payload = parsed.data.payload;
  if (parsed.success) process.send?.({ type: 'taken' });
});
process.on('disconnect', () => process.exit(0));
