/** A WebSocket client of bare bytes: it sends what no library would, and may stop reading. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Role } from '@tingxu/contract/roles';
import { handshakeAs } from './feed-rig.ts';
import { until } from './until.ts';

export type RawWebsocket = {
  readonly tcp: Socket;
  /** Everything received after the HTTP answer, as text. */
  received(): string;
  /** One frame, masked as a client must. `opcode` 1 is text, 2 binary, 8 close. */
  send(payload: string | Buffer, opcode?: number): void;
  /** Bytes as they are. */
  sendBytes(bytes: Buffer): void;
};

const UPGRADE = [
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
  'Host: 127.0.0.1',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
];

export const openRawWebsocket = async (port: number): Promise<RawWebsocket> => {
  const tcp = connect(port, '127.0.0.1');
  tcp.on('error', () => undefined);
  await once(tcp, 'connect');
  const key = randomBytes(16).toString('base64');
  tcp.write([...UPGRADE, `Sec-WebSocket-Key: ${key}`, '', ''].join('\r\n'));
  const [first] = (await once(tcp, 'data')) as [Buffer];
  if (!first.includes('101 Switching Protocols')) throw new Error(first.toString());
  let text = first.subarray(first.indexOf('\r\n\r\n') + 4).toString();
  tcp.on('data', (data: Buffer) => {
    text += data.toString();
  });
  return {
    tcp,
    received: () => text,
    send: (payload, opcode = 1) => tcp.write(frame(Buffer.from(payload), opcode)),
    sendBytes: (bytes) => tcp.write(bytes),
  };
};

const frame = (payload: Buffer, opcode: number): Buffer => {
  const mask = randomBytes(4);
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return Buffer.concat([header(payload.length, opcode), mask, masked]);
};

const header = (length: number, opcode: number): Buffer => {
  if (length < 126) return Buffer.from([0x80 | opcode, 0x80 | length]);
  if (length < 65_536) {
    const short = Buffer.from([0x80 | opcode, 0x80 | 126, 0, 0]);
    short.writeUInt16BE(length, 2);
    return short;
  }
  const long = Buffer.alloc(10);
  long.set([0x80 | opcode, 0x80 | 127]);
  long.writeBigUInt64BE(BigInt(length), 2);
  return long;
};

/** Joins the default namespace in a role and asks to follow. */
export const joinAndFollow = async (
  client: RawWebsocket,
  role: Role,
  follow: object,
): Promise<void> => {
  client.send(`40${JSON.stringify(handshakeAs(role))}`);
  // What comes before the answer to this closes the connection.
  await until('joined', () => client.received().includes('40{') || client.tcp.destroyed);
  client.send(`420${JSON.stringify(['follow', follow])}`);
};
