import { DeviceRow } from '@tingxu/contract/devices';
import { SlipRow } from '@tingxu/contract/slip-events';
import { describe, expect, it } from 'vitest';
import { isCopy, paperPlaces } from './paper.ts';

const row = (device: string, more: object = {}): DeviceRow =>
  DeviceRow.parse({
    ...{ device, kind: 'ticket-printer', ready: true, slip: null, link: 'connected' },
    ...{ name: { 'zh-CN': device, en: device }, troubles: [], sinceAt: 0, ...more },
  });
const slip = (more: object): SlipRow =>
  SlipRow.parse({ printer: 'p2', state: 'printed', out: true, ...more });

describe('where paper can be printed', () => {
  it('is at printers only, that of the last slip first', () => {
    const devices = [row('p1'), row('led', { kind: 'led' }), row('p2')];
    const found = paperPlaces(devices, slip({}).printer);
    expect(found.map(({ printer }) => printer.device)).toEqual(['p2', 'p1']);
    const { device, kind, ready } = row('p1');
    expect(paperPlaces([{ device, kind, ready, slip: null }], null)).toEqual([]);
  });

  it('DEV-2 names what keeps a printer from it, and not what does not', () => {
    const out = row('p1', { ready: false, troubles: ['paper-low', 'paper-out'] });
    const starting = row('p2', { ready: false, link: 'starting' });
    const low = row('p3', { troubles: ['paper-low'] });
    expect(paperPlaces([out, starting, low], null).map(({ hindrance }) => hindrance)).toEqual([
      ...['paper-out', 'lost', null],
    ]);
  });

  it('SLIP-2 is a copy once an earlier slip may be in somebody’s hands', () => {
    const none = isCopy(undefined);
    const failed = isCopy(slip({ state: 'not-printed', why: 'paper-out', out: false }));
    expect([none, failed, isCopy(slip({}))]).toEqual([false, false, true]);
  });
});
