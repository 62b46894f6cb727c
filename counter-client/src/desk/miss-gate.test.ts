import { describe, expect, it } from 'vitest';
import { AT, ticketRow } from '../testing/rows.ts';
import { missGate } from './miss-gate.ts';

const called = (more: Parameters<typeof ticketRow>[1]) =>
  ticketRow(1, { state: 'called', ...more });

describe('whether a number may be passed', () => {
  it('MISS-1 lacks calls, and says when the next one counts', () => {
    const ticket = called({ recallCountsAt: AT + 12_400 });
    expect(missGate(ticket, AT)).toEqual({ kind: 'calls-lacking', recallCountsIn: 13 });
    expect(missGate(ticket, AT + 12_400)).toEqual({ kind: 'calls-lacking', recallCountsIn: 0 });
  });

  it('MISS-2 counts down to the instant and opens on it', () => {
    const ticket = called({ missAllowedAt: AT + 20_000 });
    expect(missGate(ticket, AT)).toEqual({ kind: 'too-early', seconds: 20 });
    expect(missGate(ticket, AT + 19_001)).toEqual({ kind: 'too-early', seconds: 1 });
    expect(missGate(ticket, AT + 20_000)).toEqual({ kind: 'allowed' });
  });
});
