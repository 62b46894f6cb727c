import { expect, it } from 'vitest';
import { readCode, readVisit } from './visit.ts';

it('PHONE-1 reads the hall and its code from the address, and none where there is none', () => {
  const code = 'ABCD2345';
  expect(readVisit({ search: '?hall=main', hash: `#${code}` })).toEqual({ hall: 'main', code });
  expect(readVisit({ search: '?hall=main&locale=en', hash: '' })).toEqual({
    ...{ hall: 'main', code: null },
  });
  for (const search of ['', '?hall=', '?hall=<b>', '?hall=__proto__']) {
    expect(readVisit({ search, hash: `#${code}` }), search).toBeNull();
  }
});

it('PHONE-1 takes a code as people type it', () => {
  expect(readCode(' abcd 2345')).toBe('ABCD2345');
  expect(readCode('abcd-2345')).toBe('ABCD2345');
  for (const wrong of ['', 'ABCD234', 'ABCD23456', 'ABCD234O', 'ABCD2341']) {
    expect(readCode(wrong), wrong).toBeNull();
  }
});
