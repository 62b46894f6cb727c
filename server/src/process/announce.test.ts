import { describe, expect, it } from 'vitest';
import { announcement, elsewhere, readyLine, urlOf } from './announce.ts';

const READY = {
  url: 'http://127.0.0.1:8080',
  others: ['http://192.0.2.7:8080'],
  port: 8080,
  pid: 1,
  signIns: [{ zh: '柜员', en: 'teller', staff: 't01' }],
};

describe('what a start says', () => {
  it('names an address that a browser can open', () => {
    expect(urlOf('127.0.0.1', 8080)).toBe('http://127.0.0.1:8080');
    expect(urlOf('0.0.0.0', 80)).toBe('http://127.0.0.1:80');
    expect(urlOf('::', 80)).toBe('http://[::1]:80');
    expect(urlOf('fe80::1', 80)).toBe('http://[fe80::1]:80');
    expect(urlOf('branch.local', 80)).toBe('http://branch.local:80');
  });

  it('lists the screens, the other addresses and who may sign in, in both languages', () => {
    const text = announcement(READY);
    for (const part of ['/kiosk/', '取号机', 'Hall board', '192.0.2.7', 't01', '柜员', 'teller']) {
      expect(text).toContain(part);
    }
    expect(announcement({ ...READY, signIns: [] })).not.toContain('sign-ins');
    expect(elsewhere('127.0.0.1', 8080)).toEqual([]);
  });

  it('tells a program in one line', () => {
    expect(readyLine(READY)).toBe(
      'TINGXU_READY {"url":"http://127.0.0.1:8080","port":8080,"pid":1}',
    );
  });
});
