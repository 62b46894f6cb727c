import { describe, expect, it } from 'vitest';
import { missing } from './journal-counts.ts';

const ACKNOWLEDGED = { issue: 4, 'call-next': 3, start: 3, finish: 2 };
const EVENTS = {
  DayOpened: 1,
  TicketIssued: 4,
  TicketCalled: 3,
  ServiceStarted: 3,
  ServiceFinished: 2,
};

describe('the journal after a run', () => {
  it('holds what was acknowledged', () => {
    expect(missing(ACKNOWLEDGED, EVENTS)).toEqual([]);
  });

  it.each([
    [{ ...EVENTS, TicketIssued: 3 }, 'TicketIssued: 4 acknowledged, 3 in the journal'],
    [{ ...EVENTS, TicketCalled: 4 }, 'TicketCalled: 3 acknowledged, 4 in the journal'],
    [{ TicketIssued: 4, TicketCalled: 3, ServiceStarted: 3 }, 'ServiceFinished: 2 acknowledged, 0'],
  ])('is found to lack or to have made something up: %j', (events, sentence) => {
    expect(missing(ACKNOWLEDGED, events)).toEqual([expect.stringContaining(sentence)]);
  });
});
