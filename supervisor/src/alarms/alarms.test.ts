import { CounterId, KioskId } from '@tingxu/contract/ids';
import type { SupervisorView } from '@tingxu/contract/views';
import { describe, expect, it } from 'vitest';
import { AT, counterRow, NORMAL, totalsRow, VIP, viewWith, waited } from '../testing/rows.ts';
import { alarmsOf } from './alarms.ts';
import { watchSettings } from './watch-settings.ts';

const USUAL = watchSettings('');
const kinds = (view: Parameters<typeof viewWith>[0], settings = USUAL) =>
  alarmsOf(viewWith(view), AT, settings).map(({ kind }) => kind);
const help = (agoMs: number, answered = false) => ({
  help: { kind: 'approval' as const, calledAt: AT - agoMs, answeredAt: answered ? AT : null },
});
const working = { pauseReason: 'internal-work' } as const;

describe('the alarms of a hall', () => {
  it('are none while all is well', () => {
    expect(kinds({ tickets: [waited(1, 14)], counters: [counterRow('1', 'open')] })).toEqual([]);
  });

  it('CTR-9, HELP-1 begin with the calls of counters and kiosks', () => {
    const view = viewWith({ counters: [{ ...counterRow('1', 'open'), ...help(9_000) }] });
    const kiosk = KioskId.parse('K1');
    const asks = { kiosk, calledAt: AT - 10_000, answeredAt: null };
    const found = alarmsOf({ ...view, kioskHelp: { [kiosk]: asks } }, AT, USUAL);
    expect(found).toMatchObject([
      { kind: 'help', call: { from: { kiosk: 'K1' } } },
      { kind: 'help', call: { from: { counter: '1' } } },
    ]);
  });

  it('HOURS-6 say that a manager has stopped issuing, not that the doors are shut', () => {
    const at = (state: 'stopped' | 'over' | 'extended') => {
      const view = viewWith({});
      const day = { ...view.day, issuing: { state, untilAt: null, reason: null } };
      return alarmsOf({ ...view, day }, AT, USUAL).map(({ kind }) => kind);
    };
    expect([at('stopped'), at('over'), at('extended')]).toEqual([['stopped'], [], []]);
  });

  it('CARE-1 name whoever has waited over the limit of care, whatever the lane', () => {
    const tickets = [waited(1, 15), waited(2, 20, { lane: VIP }), waited(3, 14)];
    expect(alarmsOf(viewWith({ tickets }), AT, USUAL)).toEqual([
      {
        kind: 'care',
        care: { rings: true, tickets: [tickets[1], tickets[0]], over: 2, minutes: 15, last: null },
      },
    ]);
  });

  it('CARE-3 put what rings before the late lanes, and what has been answered behind all', () => {
    const view = viewWith({
      ...{ tickets: [waited(1, 15)], totals: [totalsRow(NORMAL, { waits: 5, within: 0 })] },
    });
    const order = (care: SupervisorView['care']) =>
      alarmsOf({ ...view, care }, AT, USUAL).map(({ kind }) => kind);
    expect(order(null)).toEqual(['care', 'promise']);
    expect(order({ answeredAt: AT, staff: null })).toEqual(['promise', 'care']);
  });

  it('HELP-4 raise their voice for a call that nobody answers, at a counter as at a kiosk', () => {
    const late = (agoMs: number, answered: boolean) => {
      const view = viewWith({
        counters: [{ ...counterRow('1', 'open'), ...help(agoMs, answered) }],
      });
      const kiosk = KioskId.parse('K1');
      const asks = { kiosk, calledAt: AT - agoMs, answeredAt: answered ? AT : null };
      return alarmsOf({ ...view, kioskHelp: { [kiosk]: asks } }, AT, USUAL).map(
        (alarm) => alarm.kind === 'help' && alarm.late,
      );
    };
    expect(late(119_999, false)).toEqual([false, false]);
    expect(late(120_000, false)).toEqual([true, true]);
    expect(late(600_000, true)).toEqual([false, false]);
  });

  it('put outside customers before inside work', () => {
    const tickets = [1, 2, 3, 4].map((ordinal) => waited(ordinal, 1));
    const counters = [
      { ...counterRow('1', 'paused'), ...working },
      { ...counterRow('2', 'paused'), pauseReason: 'break' as const },
    ];
    expect(kinds({ tickets, counters })).toEqual(['work']);
    expect(kinds({ tickets: tickets.slice(1), counters })).toEqual([]);
    expect(kinds({ tickets: tickets.slice(1), counters }, watchSettings('?work=2'))).toEqual([
      'work',
    ]);
  });

  it('say that a lane is under its promise once there is something to judge by', () => {
    const totals = (waits: number) => [totalsRow(NORMAL, { waits, within: 0 })];
    expect(kinds({ totals: totals(5) })).toEqual(['promise']);
    expect(kinds({ totals: totals(4) })).toEqual([]);
    // Eight were on time, and eight more stand past the promise: they are late already.
    const tickets = [1, 2, 3, 4, 5, 6, 7, 8].map((ordinal) => waited(ordinal, 36));
    const kept = [totalsRow(NORMAL, { waits: 8, within: 8 })];
    expect(kinds({ totals: kept, tickets })).toEqual(['care', 'promise']);
    expect(kinds({ totals: kept })).toEqual([]);
  });

  it('FEED-8 name a call that nobody has answered for long', () => {
    const called = (ordinal: number, minutes: number) =>
      waited(ordinal, minutes, {
        ...{ state: 'called', counter: CounterId.parse('1') },
        calledAt: AT - minutes * 60_000,
      });
    const tickets = [called(1, 5), called(2, 4), waited(3, 6)];
    expect(alarmsOf(viewWith({ tickets }), AT, USUAL)).toEqual([
      { kind: 'open-call', ticket: tickets[0], counter: '1' },
    ]);
    expect(kinds({ tickets }, watchSettings('?open=6'))).toEqual([]);
  });

  it('tell more open calls than three as one, with the oldest', () => {
    const called = (ordinal: number) =>
      waited(ordinal, 1, {
        ...{ state: 'called', counter: CounterId.parse(String(ordinal)) },
        calledAt: AT - 600_000 - ordinal,
      });
    const tickets = [1, 2, 3, 4].map(called);
    expect(kinds({ tickets: tickets.slice(1) })).toEqual(['open-call', 'open-call', 'open-call']);
    expect(alarmsOf(viewWith({ tickets }), AT, USUAL)).toEqual([
      { kind: 'open-calls', count: 4, oldest: tickets[3] },
    ]);
  });

  it('PARK-2 count who is set aside beyond the limit', () => {
    const parked = { state: 'parked' } as const;
    const tickets = [
      waited(1, 1, { ...parked, validUntilAt: AT }),
      waited(2, 1, { ...parked, validUntilAt: AT + 1 }),
      waited(3, 1, { state: 'preparing' }),
    ];
    expect(kinds({ tickets })).toEqual(['aside']);
  });
});

describe('the settings of a monitor', () => {
  it('come from its address, and anything else is as usual', () => {
    expect(watchSettings('?work=0&open=2&wall')).toEqual({
      workWaiting: 0,
      openMs: 120_000,
      wall: true,
    });
    expect(watchSettings('?work=-1&open=0')).toEqual(USUAL);
    expect(watchSettings('?work=many')).toEqual(USUAL);
  });
});
