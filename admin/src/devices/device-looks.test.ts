import { PairedDeviceRow } from '@tingxu/contract/identity';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { adminDevices } from '@tingxu/i18n/admin-devices';
import { describe, expect, it } from 'vitest';
import { codeIn, isOld, placeWords, sorted, stateOf } from './device-looks.ts';

const WORDS = adminDevices['zh-CN'];
const AT = '2026-11-23T09:00:00Z';
const row = (more: object = {}): PairedDeviceRow =>
  PairedDeviceRow.parse({
    ...{
      device: 'd-000000000001',
      role: 'kiosk',
      hall: 'demo',
      place: { kiosk: 'K1' },
      name: '入口',
    },
    ...{ pairedAt: AT, pairedBy: 'a01', lastSeenAt: AT, version: '1 · abc', connected: true },
    ...{ contested: false, revokedAt: null },
    ...more,
  });

describe('how a paired device is', () => {
  it.each([
    [{}, 'ok', '在线'],
    [{ connected: false }, 'warn', '离线'],
    [{ connected: false, lastSeenAt: null }, 'info', '尚未上线'],
    [{ contested: true }, 'over', '密钥重复'],
    [{ contested: true, revokedAt: AT }, 'quiet', '已停用'],
  ])('AUTH-19 %j is told as %s', (more, tone, word) => {
    expect(stateOf(row(more), WORDS)).toEqual([tone, word]);
  });

  it('AUTH-18 has first what two machines hold, and last what was revoked', () => {
    const names = sorted([
      row({ name: '旧', revokedAt: AT }),
      row({ name: '屏', role: 'board', place: {} }),
      row({ name: '十', place: { kiosk: 'K10' } }),
      row({ name: '二', place: { kiosk: 'K2' } }),
      row({ name: '重', role: 'pad', place: { counter: '1' }, contested: true }),
    ]).map(({ name }) => name);
    expect(names).toEqual(['重', '二', '十', '屏', '旧']);
  });

  it('tells a page that is older than this one', () => {
    expect(isOld(row({ version: `${PROTOCOL_VERSION - 1} · abc` }))).toBe(true);
    expect(isOld(row({ version: `${PROTOCOL_VERSION} · abc` }))).toBe(false);
    expect(isOld(row({ version: null }))).toBe(false);
  });

  it('names places as the hall does', () => {
    const label = (counter: string): string => `0${counter}`;
    expect(placeWords(row(), WORDS, label)).toBe('K1');
    expect(placeWords(row({ role: 'pad', place: { counter: '3' } }), WORDS, label)).toBe(
      '03 号窗口',
    );
    expect(placeWords(row({ role: 'board', place: {} }), WORDS, label)).toBe('全厅');
  });

  it('reads a code as people type it', () => {
    expect(codeIn(' k7m2 9qxp')).toBe('K7M29QXP');
    expect(codeIn('K7M2-9QXP')).toBe('K7M29QXP');
  });
});
