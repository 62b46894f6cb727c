import { DeviceKey, PairedDeviceId, PairingCode } from '@tingxu/contract/identity';
import { describe, expect, it } from 'vitest';
import { type Asking, type From, openPairings } from './pairings.ts';

const asking = (number: number): Asking => {
  const x = String(number).padStart(43, 'A');
  const key = DeviceKey.parse({ kty: 'EC', crv: 'P-256', x, y: 'A'.repeat(43) });
  return { key, role: 'board', hall: null, place: {}, version: '' };
};
const from = (address: string): From => ({ address, agent: null });
const HERE = from('here');
const ANY = () => true;
const DEVICE = PairedDeviceId.parse('d-000000000001');

describe('devices that ask', () => {
  it('AUTH-12 show codes of signs that cannot be misread, each its own', () => {
    const pairings = openPairings(() => 0);
    const codes = Array.from({ length: 30 }, (_, at) => pairings.ask(asking(at), HERE)?.code);
    expect(new Set(codes).size).toBe(30);
    for (const code of codes) expect(PairingCode.safeParse(code).success).toBe(true);
  });

  it('AUTH-12 stand once each, however often they ask', () => {
    const pairings = openPairings(() => 0);
    const first = pairings.ask(asking(1), HERE);
    const second = pairings.ask(asking(1), HERE);
    expect(pairings.byCode(first?.code ?? '', ANY)).toBeUndefined();
    expect(pairings.standing(first?.pairing ?? '')).toEqual({ state: 'over', device: null });
    expect(pairings.byCode(second?.code ?? '', ANY)?.pairing).toBe(second?.pairing);
  });

  it('AUTH-12 crowd out nobody at another address, and are never without number', () => {
    const pairings = openPairings(() => 0);
    const honest = pairings.ask(asking(0), from('there'));
    for (let at = 1; at <= 1_000; at += 1) pairings.ask(asking(at), from('flood'));
    expect(pairings.byCode(honest?.code ?? '', ANY)).toBeDefined();
    const taken = Array.from({ length: 300 }, (_, at) =>
      pairings.ask(asking(2_000 + at), from(`10.0.0.${at}`)),
    );
    expect(taken.filter((one) => one === null).length).toBeGreaterThan(0);
    expect(pairings.byCode(honest?.code ?? '', ANY)).toBeDefined();
  });

  it('AUTH-12 find a place whoever floods it, from ten addresses at least as from one', () => {
    const pairings = openPairings(() => 0);
    const honest = pairings.ask(asking(0), from('there'));
    for (let at = 1; at <= 400; at += 1) pairings.ask(asking(at), from(`flood ${at % 10}`));
    const late = pairings.ask(asking(999), from('elsewhere'));
    expect(pairings.byCode(honest?.code ?? '', ANY)).toBeDefined();
    expect(pairings.byCode(late?.code ?? '', ANY)).toBeDefined();
  });

  it('AUTH-12 lose no try by a wrong code of somebody who may not take them in', () => {
    const pairings = openPairings(() => 0);
    const [one, other] = [pairings.ask(asking(1), HERE), pairings.ask(asking(2), HERE)];
    const mine = ({ pairing }: { readonly pairing: string }) => pairing === one?.pairing;
    for (let tries = 0; tries < 10; tries += 1) pairings.byCode('wrong', mine);
    expect(pairings.standing(one?.pairing ?? '').state).toBe('over');
    expect(pairings.byCode(other?.code ?? '', mine)).toBeUndefined();
    expect(pairings.byCode(other?.code ?? '', ANY)).toBeDefined();
  });

  it('AUTH-12 count wrong codes for each that is shown, and for none that comes later', () => {
    const pairings = openPairings(() => 0);
    const early = pairings.ask(asking(1), HERE);
    for (let tries = 1; tries < 10; tries += 1) pairings.byCode('wrong', ANY);
    const late = pairings.ask(asking(2), HERE);
    const done = pairings.ask(asking(3), HERE);
    pairings.settle(done?.pairing ?? '', DEVICE);
    pairings.byCode('wrong', ANY);
    expect(pairings.byCode(early?.code ?? '', ANY)).toBeUndefined();
    expect(pairings.byCode(late?.code ?? '', ANY)).toBeDefined();
    expect(pairings.standing(done?.pairing ?? '')).toEqual({ state: 'paired', device: DEVICE });
  });
});
