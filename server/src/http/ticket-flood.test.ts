import { describe, expect, it } from 'vitest';
import { ticketFlood } from './ticket-flood.ts';

/** Tickets that a kiosk gets within `forMs` when somebody asks each `everyMs`. */
const taken = (perMinute: number, everyMs: number, forMs: number): number => {
  const flood = ticketFlood(perMinute);
  let count = 0;
  for (let nowMs = 0; nowMs < forMs; nowMs += everyMs) {
    if (flood.take('K1', nowMs) === 0) count += 1;
  }
  return count;
};

describe('a kiosk', () => {
  it('ISSUE-7 gives a family its tickets at once, then one in two seconds', () => {
    expect(taken(1_000, 10, 1_000)).toBe(3);
    expect(taken(1_000, 10, 21_000)).toBe(13);
  });

  it('ISSUE-7 gives no more than so many a minute, however they are spread', () => {
    expect(taken(20, 10, 60_000)).toBe(20);
    expect(taken(20, 2_500, 60_000)).toBe(20);
    expect(taken(20, 10, 600_000)).toBe(200);
  });

  it('ISSUE-7 holds nobody who takes tickets as people do', () => {
    const flood = ticketFlood(20);
    for (let customer = 0; customer < 200; customer += 1) {
      expect(flood.take('K1', customer * 4_000)).toBe(0);
    }
  });

  it('ISSUE-7 says how long to wait, and counts each kiosk by itself', () => {
    const flood = ticketFlood(20);
    for (const _ of [1, 2, 3]) expect(flood.take('K1', 0)).toBe(0);
    expect(flood.take('K1', 0)).toBe(2_000);
    expect(flood.take('K2', 0)).toBe(0);
  });

  it('ISSUE-7 remembers so many kiosks and no more', () => {
    const flood = ticketFlood(20);
    for (let made = 0; made < 5_000; made += 1) expect(flood.take(`made-up ${made}`, made)).toBe(0);
  });
});
