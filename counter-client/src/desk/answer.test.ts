import { describe, expect, it } from 'vitest';
import { AT, DESKS, RULES, situation, ticketRow, viewWith } from '../testing/rows.ts';
import type { Intent } from './action.ts';
import { answerTo } from './answer.ts';
import type { DeskKind } from './desk.ts';

const possible = (intent: Intent, at = AT): DeskKind[] =>
  Object.values(DESKS)
    .filter((desk) => answerTo(intent, situation(desk, { at })).kind !== 'refused')
    .map(({ kind }) => kind);
const why = (intent: Intent, kind: DeskKind, more = {}) => {
  const answer = answerTo(intent, situation(DESKS[kind], more));
  return answer.kind === 'refused' ? answer.why : answer;
};

describe('the keys of the desk', () => {
  it('MISS-1 recall whoever is called', () => expect(possible('recall')).toEqual(['calling']));

  it('MISS-2 pass a number only when the time has come, and say when that is', () => {
    expect(possible('miss')).toEqual([]);
    expect(why('miss', 'calling')).toEqual({ kind: 'miss-in', seconds: 1 });
    expect(possible('miss', AT + 1000)).toEqual(['calling']);
  });

  it('MISS-1 say how many calls count and when the next one does', () => {
    const ticket = ticketRow(7, { state: 'called', countedCalls: 1, recallCountsAt: AT + 4_000 });
    const now = situation({ ...DESKS.calling, ticket });
    expect(answerTo('miss', now)).toEqual({
      kind: 'refused',
      why: { kind: 'calls-lacking', counted: 1, needed: 2, seconds: 4 },
    });
  });

  it.each(['finish', 'transfer', 'park', 'sendBack', 'addService'] as const)(
    'SERVE-2, LEG-4, PARK-1, PREP-3 %s needs a customer at the counter',
    (intent) => {
      expect(possible(intent)).toEqual(['calling', 'serving']);
      expect(why(intent, 'idle')).toEqual({ kind: 'no-ticket' });
    },
  );

  it('END-2, END-4 end whoever is called once they could be missed; finish who is served', () => {
    expect(possible('end')).toEqual([]);
    expect(why('end', 'calling')).toEqual({ kind: 'miss-in', seconds: 1 });
    expect(possible('end', AT + 1000)).toEqual(['calling']);
    expect(why('end', 'idle')).toEqual({ kind: 'no-ticket' });
    expect(why('end', 'serving')).toEqual({ kind: 'being-served' });
  });

  it('CTR-2, CTR-4 leave no counter that has a ticket', () => {
    expect(possible('pause')).toEqual(['idle']);
    expect(possible('close')).toEqual(['idle', 'paused']);
    expect(possible('handOver')).toEqual(['idle', 'paused']);
    expect(why('handOver', 'calling')).toEqual({ kind: 'has-ticket' });
  });

  it('CTR-7 serve a walk-up only where the hall lets tellers, and past nobody who is protected', () => {
    expect(possible('walkUp')).toEqual(['idle']);
    const strict = { ...viewWith(), rules: { ...RULES, walkUpBy: [] } };
    expect(why('walkUp', 'idle', { view: strict })).toEqual({ kind: 'walk-up-role' });
    const view = viewWith([ticketRow(4, { passedOver: 9 })]);
    expect(why('walkUp', 'idle', { view })).toEqual({ kind: 'protected', number: 'A004' });
  });

  it('bring back somebody only when there is somebody', () => {
    expect(why('away', 'idle')).toEqual({ kind: 'nobody-away' });
    const view = viewWith([ticketRow(4, { state: 'parked' })]);
    expect(why('away', 'idle', { view })).toEqual({ kind: 'ask' });
  });

  it('CTR-9 call for help whenever the counter is in service', () => {
    expect(possible('help')).toEqual(['idle', 'paused', 'calling', 'serving']);
  });

  it('LEG-1 add no more services than a ticket may have', () => {
    const further = Array.from({ length: 8 }, () => DESKS.serving.ticket.service);
    const ticket = { ...DESKS.serving.ticket, further };
    const now = situation({ ...DESKS.serving, ticket });
    expect(answerTo('addService', now)).toMatchObject({ why: { kind: 'services-full' } });
  });

  it('FEED-4 ask nothing about a picture that nobody confirms', () => {
    expect(why('transfer', 'serving', { live: false })).toEqual({ kind: 'offline' });
    expect(why('keys', 'serving', { live: false })).toEqual({ kind: 'ask' });
  });

  it('do nothing at a counter that is not one’s own', () => {
    expect(why('help', 'taken')).toEqual({ kind: 'taken' });
    expect(why('main', 'day-closed')).toEqual({ kind: 'day-closed' });
  });
});
