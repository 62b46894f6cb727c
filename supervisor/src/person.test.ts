import { describe, expect, it } from 'vitest';
import { mayTurnDay, roleOf, staffOf } from './person.ts';

const memory = (held: string | null) => ({ getItem: () => held, setItem: () => undefined });

describe('who watches', () => {
  it('is a supervisor unless the address says lobby manager', () => {
    expect(roleOf('')).toBe('supervisor');
    expect(roleOf('?role=lobby')).toBe('lobby');
    expect(roleOf('?role=system')).toBe('supervisor');
  });

  it('acts under the number of the address, or of the tab', () => {
    expect(staffOf('?staff=s01', memory('l01'))).toBe('s01');
    expect(staffOf('', memory('l01'))).toBe('l01');
    expect(staffOf('?staff=S%2001', memory(null))).toBeNull();
  });

  it('DAY-1 turns the day only as supervisor', () => {
    expect(mayTurnDay('supervisor')).toBe(true);
    expect(mayTurnDay('lobby')).toBe(false);
  });
});
