import { expect, it } from 'vitest';
import { DeviceSettings } from './device-settings.ts';

const of = (id: string, kind: object, line: object) => ({
  ...{ id, hall: 'demo', name: { 'zh-CN': id, en: id } },
  ...kind,
  line,
});
const PRINTER = { kind: 'ticket-printer', paper: 80 };
const SIGNS = { kind: 'led', signs: [{ width: 64, height: 16 }] };
const CALLERS = { kind: 'caller', boxes: [{ address: 1, counter: '1' }] };
const READER = { kind: 'card-reader' };
const isTaken = (...devices: readonly object[]) => DeviceSettings.safeParse(devices).success;

it('DEV-1 two devices share no line, whatever they are and however it is spelt', () => {
  const at = (port?: number) => ({ tcp: '192.168.10.50', ...(port && { port }) });
  expect(isTaken(of('one', PRINTER, at()), of('two', PRINTER, at(9_101)))).toBe(true);
  expect(isTaken(of('one', PRINTER, at()), of('two', PRINTER, at(9_100)))).toBe(false);
  expect(isTaken(of('one', SIGNS, at(4_001)), of('two', CALLERS, at()))).toBe(false);
  const usb = { file: '/dev/ttyUSB0' };
  expect(isTaken(of('one', SIGNS, usb), of('two', CALLERS, usb))).toBe(false);
  const kiosk = { kiosk: 'K1' };
  expect(isTaken(of('one', PRINTER, kiosk), of('two', READER, kiosk))).toBe(true);
  expect(isTaken(of('one', PRINTER, kiosk), of('two', PRINTER, kiosk))).toBe(false);
});

it('DEV-1 a device file lies in the folder of devices', () => {
  const at = (file: string) => isTaken(of('one', PRINTER, { file }));
  const good = ['/dev/usb/lp0', '/dev/ttyUSB0', '/dev/serial/by-id/usb-FT232..A', '/dev/.x'];
  expect(good.map(at)).toEqual(good.map(() => true));
  const bad = [
    '/dev/../tmp/x',
    '/dev/usb/../../etc/passwd',
    '/dev/..',
    '/dev/.',
    '/dev//lp0',
    '/dev/',
    '/tmp/x',
  ];
  expect(bad.map(at)).toEqual(bad.map(() => false));
});

it('DEV-1 two devices share no id', () => {
  expect(isTaken(of('one', PRINTER, { kiosk: 'K1' }), of('one', READER, { kiosk: 'K1' }))).toBe(
    false,
  );
});
