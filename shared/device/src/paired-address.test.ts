import { CounterId, HallId, KioskId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { pairedAddress, wantsPairing } from './paired-address.ts';

const hall = HallId.parse('main');
const counter = CounterId.parse('3');
const kiosk = KioskId.parse('K2');

describe('the address of a paired page', () => {
  it('AUTH-14 names hall and place as they were paired, and keeps how the page looks', () => {
    const before = 'http://q.bank/kiosk/?hall=demo&kiosk=K1&inches=21.5&pair';
    expect(pairedAddress(before, { role: 'kiosk', hall, place: { kiosk } })).toBe(
      'http://q.bank/kiosk/?hall=main&kiosk=K2&inches=21.5&placed=kiosk',
    );
  });

  it('leads to the page of what the device was paired as', () => {
    const before = 'http://q.bank/board/?layout=strip&pair=1';
    expect(pairedAddress(before, { role: 'pad', hall, place: { counter } })).toBe(
      'http://q.bank/rating/?layout=strip&hall=main&counter=3&placed=counter',
    );
    expect(pairedAddress(before, { role: 'board', hall, place: { counter } })).toBe(
      'http://q.bank/board/?layout=strip&hall=main&counters=3&placed=counters',
    );
  });

  it('is the same again once it says so', () => {
    for (const place of [{}, { counter }]) {
      const paired = { role: 'board', hall, place } as const;
      const once = pairedAddress('http://q.bank/board/?counters=1,2&lang=zh-HK', paired);
      expect(pairedAddress(once, paired)).toBe(once);
    }
  });

  it('AUTH-14 forgets the counter of a board that was moved to the whole hall, and no zone that was set by hand', () => {
    const wholeHall = { role: 'board', hall, place: {} } as const;
    const before = 'http://q.bank/board/?layout=strip';
    const atThree = pairedAddress(before, { ...wholeHall, place: { counter } });
    expect(pairedAddress(atThree, wholeHall)).toBe('http://q.bank/board/?layout=strip&hall=main');
    const zoned = 'http://q.bank/board/?counters=1%2C2%2C3&hall=main';
    expect(pairedAddress(zoned, wholeHall)).toBe(zoned);
    const four = CounterId.parse('4');
    expect(pairedAddress(atThree, { ...wholeHall, place: { counter: four } })).toBe(
      'http://q.bank/board/?layout=strip&hall=main&counters=4&placed=counters',
    );
  });

  it('says that pairing is wanted', () => {
    expect(wantsPairing('?hall=main&pair')).toBe(true);
    expect(wantsPairing('?hall=main')).toBe(false);
  });
});
