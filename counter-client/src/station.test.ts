import { describe, expect, it } from 'vitest';
import { type Memory, rememberStation, stationOf } from './station.ts';
import { STATION } from './testing/rows.ts';

const memory = (): Memory => {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
};

describe('the station of a tab', () => {
  it('is read from the address', () => {
    expect(stationOf('?counter=3&staff=t03', memory())).toEqual(STATION);
  });

  it('is remembered until it is left', () => {
    const tab = memory();
    rememberStation(STATION, tab);
    expect(stationOf('', tab)).toEqual(STATION);
    rememberStation(null, tab);
    expect(stationOf('', tab)).toBeNull();
  });

  it('lets the address win over what is remembered', () => {
    const tab = memory();
    rememberStation(STATION, tab);
    expect(stationOf('?counter=5&staff=t05', tab)).toEqual({ counter: '5', staff: 't05' });
  });

  it.each(['?counter=3', '?staff=t03', '?counter=3&staff=T%2003', '?counter=&staff=t03'])(
    'is none for %s',
    (search) => {
      expect(stationOf(search, memory())).toBeNull();
    },
  );
});
