import { describe, expect, it } from 'vitest';
import { AT, T03, ticketRow } from '../testing/rows.ts';
import { type Intent, mainActions, otherActions } from './action.ts';
import type { Desk, DeskKind } from './desk.ts';

const ticket = ticketRow(7, { state: 'called', missAllowedAt: AT + 1000 });
const name = { ticket: ticket.ticket, number: ticket.number };
const DESKS: Readonly<Record<DeskKind, Desk>> = {
  'day-closed': { kind: 'day-closed' },
  'unknown-counter': { kind: 'unknown-counter' },
  taken: { kind: 'taken', staff: T03 },
  closed: { kind: 'closed' },
  idle: { kind: 'idle', sinceAt: AT },
  paused: { kind: 'paused', sinceAt: AT, reason: 'break' },
  calling: { kind: 'calling', sinceAt: AT, ticket },
  serving: { kind: 'serving', sinceAt: AT, ticket: { ...ticket, state: 'serving' } },
};

describe('the usual loop', () => {
  it.each([
    ['closed', [{ type: 'open' }]],
    ['idle', [{ type: 'callNext' }]],
    ['calling', [{ type: 'start', ...name }]],
    ['serving', [{ type: 'finish', ...name }, { type: 'callNext' }]],
    ['paused', [{ type: 'resume' }]],
    ['taken', []],
    ['day-closed', []],
    ['unknown-counter', []],
  ] as const)('at a desk that is %s', (kind, actions) => {
    expect(mainActions(DESKS[kind], true)).toEqual(actions);
  });

  it('finishes only when the setting is off', () => {
    expect(mainActions(DESKS.serving, false)).toEqual([{ type: 'finish', ...name }]);
  });
});

describe('the other keys', () => {
  const possible = (intent: Exclude<Intent, 'main'>, at = AT): DeskKind[] =>
    Object.values(DESKS)
      .filter((desk) => otherActions(intent, desk, at) !== null)
      .map(({ kind }) => kind);

  it('MISS-1 recall whoever is called', () => expect(possible('recall')).toEqual(['calling']));

  it('MISS-2 pass a number only when the time has come', () => {
    expect(possible('miss')).toEqual([]);
    expect(possible('miss', AT + 1000)).toEqual(['calling']);
  });

  it('SERVE-2 finish a called or started ticket', () => {
    expect(possible('finish')).toEqual(['calling', 'serving']);
  });

  it('CTR-2 neither pause nor close a counter that has a ticket', () => {
    expect(possible('pause')).toEqual(['idle']);
    expect(possible('close')).toEqual(['idle', 'paused']);
  });

  it('ask before pausing and closing', () => {
    expect(otherActions('pause', DESKS.idle, AT)).toBe('ask');
    expect(otherActions('close', DESKS.paused, AT)).toBe('ask');
  });
});
