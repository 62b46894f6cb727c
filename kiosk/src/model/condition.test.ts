import { IssueReply } from '@tingxu/contract/rest';
import { CONNECTING } from '@tingxu/feed-client/follow';
import { describe, expect, test } from 'vitest';
import { live, viewWith } from '../testing/hall.ts';
import { conditionOf } from './condition.ts';
import { type Screen, shownOf } from './screen.ts';

describe('FEED-4, DAY-6 a number can be had only from a hall that is open and confirmed', () => {
  test.each([
    ['connecting', CONNECTING],
    ['open', live()],
    ['closed', live(viewWith({ day: { open: false, businessDay: null } }))],
    ['closed', live(viewWith({ profile: null }))],
    ['offline', { ...live(), status: 'stale', staleSinceAt: 1 }],
    ['offline', { ...CONNECTING, status: 'refused' }],
  ] as const)('%s', (condition, state) => {
    expect(conditionOf(state)).toBe(condition);
  });
});

describe('when the hall cannot be reached', () => {
  const ticket: Screen = {
    kind: 'ticket',
    issued: IssueReply.parse({
      ticket: {
        ...{ id: '20261121-0042', number: 'A042', hall: 'demo', businessDay: '2026-11-21' },
        ...{ lane: 'normal', service: 'cash', state: 'waiting', counter: null },
        ...{ issuedAt: '2026-11-21T09:30:00+08:00', endedAt: null, endReason: null },
      },
      link: `demo.20261121-0042.${'A'.repeat(22)}`,
      ahead: 3,
      worstPosition: 8,
      wait: null,
    }),
  };
  test('choosing gives way to a message', () => {
    expect(shownOf({ kind: 'services' }, 'offline')).toEqual({ kind: 'offline' });
    expect(shownOf({ kind: 'entry', typed: 'A0' }, 'closed')).toEqual({ kind: 'closed' });
  });
  test('a ticket that was acknowledged stays', () => {
    expect(shownOf(ticket, 'offline')).toBe(ticket);
    expect(shownOf(ticket, 'closed')).toBe(ticket);
  });
});
