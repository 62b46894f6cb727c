import { describe, expect, it } from 'vitest';
import { mayTurnDay, roleOf } from './person.ts';

describe('who watches', () => {
  it('is a supervisor unless the address says lobby manager', () => {
    expect(roleOf('', ['lobby', 'supervisor'])).toBe('supervisor');
    expect(roleOf('?role=lobby', ['lobby', 'supervisor'])).toBe('lobby');
    expect(roleOf('?role=system', ['supervisor'])).toBe('supervisor');
  });

  it('is never in a role that they do not hold', () => {
    expect(roleOf('', ['lobby'])).toBe('lobby');
    expect(roleOf('?role=lobby', ['supervisor'])).toBe('supervisor');
  });

  it('DAY-1 turns the day only as supervisor', () => {
    expect(mayTurnDay('supervisor')).toBe(true);
    expect(mayTurnDay('lobby')).toBe(false);
  });
});
