import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

describe('what the address says about a kiosk', () => {
  test('nothing: a 10-inch panel in Chinese that gives up a visit after 45 s', () => {
    expect(readSettings('')).toEqual({
      kiosk: 'K1',
      ...{ hall: 'demo', locale: 'zh-CN', inches: 10, idleMs: 45_000 },
      mountedMm: null,
      phones: null,
      ...{ printer: null, reader: null },
    });
  });
  test('everything', () => {
    expect(
      readSettings(
        '?hall=south&kiosk=K7&lang=zh-HK&inches=21.5&idle=90&mounted=900&phones=https://q.example/x&printer=p-1&reader=18500',
      ),
    ).toEqual({
      hall: 'south',
      kiosk: 'K7',
      locale: 'zh-HK',
      inches: 21.5,
      mountedMm: 900,
      phones: 'https://q.example',
      ...{ printer: 'p-1', reader: 18_500 },
      idleMs: 90_000,
    });
  });
  test.each([
    '?inches=0&idle=5',
    '?inches=ten&idle=',
    '?inches=1e9&idle=-60',
    '?hall=../x&lang=fr&printer=../x',
  ])('%s is not believed', (search) => {
    expect(readSettings(search)).toEqual(readSettings(''));
  });
});
