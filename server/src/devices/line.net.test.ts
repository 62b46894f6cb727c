import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileLine, type Line, LineClosed, tcpLine } from './line.ts';
import { printerDriver } from './printer/printer-driver.ts';

let device: Server;
let line: Line | null = null;
beforeEach(async () => {
  device = createServer();
  device.listen(0, '127.0.0.1');
  await once(device, 'listening');
});
afterEach(() => {
  line?.close();
  device.close();
});

/** The line, and the device's end of it. */
const connected = async (): Promise<{ line: Line; ofDevice: Socket }> => {
  const arriving = once(device, 'connection') as Promise<[Socket]>;
  const { port } = device.address() as AddressInfo;
  line = await tcpLine('127.0.0.1', port)(new AbortController().signal);
  const [ofDevice] = await arriving;
  ofDevice.on('error', () => undefined);
  return { line, ofDevice };
};
const looksAt = (at: Line) => printerDriver('none').check(at);

it('DEV-2 the line of a device that talks without end is closed, and a printer that is asked nothing is lost', async () => {
  const { line: flooded, ofDevice } = await connected();
  const gone = new Promise((resolve) => ofDevice.once('close', resolve));
  const more = Buffer.alloc(65_536, 0x41);
  const talk = (): void => {
    while (!ofDevice.destroyed && ofDevice.write(more));
  };
  ofDevice.on('drain', talk);
  talk();
  await gone;
  await expect(looksAt(flooded)).rejects.toThrow(LineClosed);
});

it('DEV-2 control: one that tells its state by itself now and then stays', async () => {
  const { line: talked, ofDevice } = await connected();
  for (let round = 0; round < 30; round += 1) {
    ofDevice.write(Buffer.alloc(200, 0x12));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await looksAt(talked)).toEqual([]);
  }
  expect(ofDevice.destroyed).toBe(false);
});

it('DEV-2 a device file that gives without end is not read on', async () => {
  const endless = await fileLine('/dev/zero')(new AbortController().signal);
  line = endless;
  await expect
    .poll(() => looksAt(endless).catch((error: unknown) => error))
    .toBeInstanceOf(LineClosed);
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { user, system } = process.cpuUsage(before);
  // Reading on takes a third of a processor and more.
  expect((user + system) / 1_000).toBeLessThan(100);
});
