import { describe, expect, it } from 'vitest';
import { AT, ticketRow } from '../testing/rows.ts';
import { arrivalOf } from './arrival.ts';

const idle = { kind: 'idle', sinceAt: AT } as const;
const early = ticketRow(1, { issuedAt: AT - 1 });
const late = ticketRow(2, { issuedAt: AT + 1 });

describe('the hint that somebody has come', () => {
  it('names the first who came to an empty hall', () => {
    expect(arrivalOf(idle, [late])).toBe(late);
  });

  it('is silent when somebody was waiting all along', () => {
    expect(arrivalOf(idle, [late, early])).toBeNull();
  });

  it('is silent while nobody has come, and while the desk is not free', () => {
    expect(arrivalOf(idle, [])).toBeNull();
    expect(arrivalOf({ kind: 'closed' }, [late])).toBeNull();
    expect(arrivalOf(null, [late])).toBeNull();
  });
});
