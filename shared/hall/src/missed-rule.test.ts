import type { MissedRule } from '@tingxu/contract/missed-rule';
import { describe, expect, test } from 'vitest';
import {
  addService,
  call,
  cancel,
  changeConfig,
  changeLane,
  close,
  closeDay,
  comeBack,
  escort,
  expire,
  finish,
  issue,
  miss,
  missEarly,
  open,
  openDay,
  park,
  prepare,
  readmit,
  ready,
  recall,
  release,
  resumeTicket,
  sendBack,
  start,
  transfer,
} from '../testing/commands.ts';
import { counter, DEFAULT_MISSED, hallConfig, lane, withPolicy } from '../testing/config.ts';
import {
  after,
  by,
  minutes,
  numbersCalled,
  openScene,
  type Scene,
  seconds,
} from '../testing/scene.ts';
import { nextDeadline } from './deadlines.ts';
import { standingOf } from './missed-rule.ts';
import { viewOf } from './view.ts';

/** A hall of one counter and one lane under a variant of the rule; A001 is called. */
const calledUnder = (variant: Partial<MissedRule>, waiting = 0): Scene => {
  const lanes = [lane('normal', { missed: { ...DEFAULT_MISSED, ...variant } })];
  const config = hallConfig({ lanes, counters: [counter('1', 'cash')] });
  const scene = openScene(config).given(open('1'), issue());
  for (let i = 0; i < waiting; i += 1) scene.given(after(1), issue());
  return scene.given(call('1'));
};

const missed = (scene: Scene, number = 'A001'): Scene =>
  scene.given(
    ...[after(seconds(20)), recall(number, '1')],
    ...[after(seconds(20)), miss(number, '1')],
  );

describe('where a returned ticket stands', () => {
  test('MISS-7 last: at the end of its lane, with a wait that counts anew', () => {
    const scene = missed(calledUnder({ returnPlace: 'last' }, 2)).given(after(minutes(5)));
    expect(scene.when(comeBack('A001'))).toMatchObject([
      { place: 4, hold: 0, waitFromAt: scene.now() },
    ]);
    scene.given(after(1), issue());
    expect(numbersCalled(scene, '1', 4)).toEqual(['A002', 'A003', 'A001', 'A004']);
  });

  test('MISS-7 first: before everybody who waits, but not before a protected ticket', () => {
    const scene = missed(calledUnder({ returnPlace: 'first', waitCreditPermille: 0 }, 2));
    expect(scene.when(comeBack('A001'))).toMatchObject([{ hold: 0, first: true }]);
    expect(numbersCalled(scene, '1', 3)).toEqual(['A001', 'A002', 'A003']);
    const lanes = [lane('normal', { missed: { ...DEFAULT_MISSED, returnPlace: 'first' } })];
    const capped = withPolicy({ passOverCap: 0 }, { lanes, counters: [counter('1', 'cash')] });
    const bounded = openScene(capped).given(open('1'), issue(), issue(), call('1'));
    missed(bounded).given(comeBack('A001'));
    expect(numbersCalled(bounded, '1', 2)).toEqual(['A002', 'A001']);
  });

  test('MISS-7 a part of the wait is given up, rounded down to the millisecond', () => {
    const scene = calledUnder({ waitCreditPermille: 333 }, 1);
    const issuedAt = scene.ticket('A001').waitFromAt;
    missed(scene).given(after(7), comeBack('A001'));
    const waited = scene.now() - issuedAt;
    const kept = Math.floor(waited * 0.333);
    expect(scene.ticket('A001').waitFromAt).toBe(scene.now() - kept);
    expect(scene.ticket('A001').enteredAt).toBe(issuedAt);
  });

  test('MISS-7 without the setting the whole wait counts and the fact says nothing of it', () => {
    const [event] = missed(calledUnder({}, 1)).when(comeBack('A001'));
    expect(event).not.toHaveProperty('waitFromAt');
  });

  test('MISS-7, END-3 the reported wait of a ticket that was missed runs from issue to the last call', () => {
    const scene = missed(calledUnder({ returnPlace: 'last' })).given(after(minutes(5)));
    scene.given(comeBack('A001'));
    const [row] = Object.values(viewOf(scene.hall(), 'counter').tickets);
    expect(row).toMatchObject({ waitFromAt: scene.now(), waitCountsFromAt: row?.issuedAt });
    scene.given(after(minutes(1)), call('1'), after(minutes(2)));
    scene.given(recall('A001', '1'), finish('A001', '1'));
    const waited = seconds(40) + minutes(6);
    expect(scene.hall().totals).toMatchObject({ normal: { served: 1, waitSumMs: waited } });
  });
});

describe('fetching', () => {
  const row = (scene: Scene) => Object.values(viewOf(scene.hall(), 'counter').tickets)[0];
  const calledTwice = (): Scene =>
    calledUnder({ escortMs: minutes(2) }).given(after(seconds(20)), recall('A001', '1'));

  test('MISS-8 a miss waits for the lobby manager', () => {
    const scene = calledTwice().given(after(seconds(20)));
    expect(row(scene)).toMatchObject({ escorted: false });
    expect(scene.refused(miss('A001', '1'))).toMatchObject({
      code: 'miss-too-early',
      retryAt: scene.now() + seconds(80),
    });
    expect(scene.when(escort('A001'))).toEqual([
      { type: 'TicketEscorted', ticket: '20261121-0001', counter: '1' },
    ]);
    expect(row(scene)).toMatchObject({ escorted: true, missAllowedAt: scene.now() });
    expect(scene.when(miss('A001', '1'))).toHaveLength(1);
  });

  test('MISS-8 … but not for ever', () => {
    const scene = calledTwice().given(after(seconds(100) - 1));
    expect(scene.refused(miss('A001', '1')).code).toBe('miss-too-early');
    expect(scene.given(after(1)).when(miss('A001', '1'))).toHaveLength(1);
  });

  test('MISS-8 only a called ticket is fetched, and each call anew', () => {
    const scene = calledTwice().given(issue(), escort('A001'), after(seconds(20)));
    expect(scene.refused(escort('A002'))).toEqual({
      code: 'ticket-not-in-state',
      state: 'waiting',
    });
    expect(scene.refused(escort('A009')).code).toBe('ticket-unknown');
    scene.given(miss('A001', '1'), comeBack('A001'), call('1'), finish('A002', '1'), call('1'));
    expect(scene.ticket('A001').call).toMatchObject({ escorted: false });
    scene.given(start('A001', '1'));
    expect(scene.refused(escort('A001'))).toEqual({
      code: 'ticket-not-in-state',
      state: 'serving',
    });
  });
});

describe('who brings it back, and how', () => {
  test('MISS-9 the record says the way, told by who asks', () => {
    const ways = [
      ['kiosk', 'kiosk'],
      ['anonymous', 'kiosk'],
      ['phone', 'phone'],
      ['teller', 'staff'],
      ['lobby', 'staff'],
    ] as const;
    for (const [role, via] of ways) {
      const step = by(role, comeBack('A001'));
      expect(missed(calledUnder({})).when(step)).toMatchObject([{ via }]);
    }
  });

  test('MISS-9 a way that the lane closes is refused, and staff may be the only one', () => {
    const scene = missed(calledUnder({ returnBy: ['staff'] }));
    for (const via of ['kiosk', 'phone'] as const) {
      const { code, state } = scene.refused(by(via, comeBack('A001')));
      expect([code, state]).toEqual(['return-channel-closed', via]);
    }
    expect(scene.when(by('teller', comeBack('A001')))).toHaveLength(1);
  });

  test('MISS-10 a manager brings it back at once, without hold and with the wait kept', () => {
    const scene = missed(calledUnder({ returnPlace: 'last', returnBy: ['kiosk'] }, 3));
    expect(scene.when(by('supervisor', readmit('A001', 'wrongly-missed')))).toEqual([
      {
        ...{ type: 'TicketReturned', ticket: '20261121-0001', place: 5, hold: 0, first: true },
        ...{ ruleVersion: 1, via: 'staff', override: 'wrongly-missed' },
      },
    ]);
    expect(scene.ticket('A001')).toMatchObject({ hold: 0, returns: 1 });
    expect(numbersCalled(scene, '1', 2)).toEqual(['A001', 'A002']);
  });

  test('MISS-10 nobody else does', () => {
    const scene = missed(calledUnder({}));
    for (const role of ['teller', 'kiosk'] as const) {
      expect(scene.refused(by(role, readmit('A001', 'complaint'))).code).toBe(
        'override-not-allowed',
      );
    }
  });

  test('MISS-9, MISS-10 the server brings nobody back but by the timer', () => {
    const scene = missed(calledUnder({}));
    for (const back of [comeBack('A001'), readmit('A001', 'complaint')]) {
      const { code, state } = scene.refused(by('system', back));
      expect([code, state]).toEqual(['return-channel-closed', 'system']);
    }
  });
});

describe('a number passed before its time', () => {
  test('MISS-11 by a manager and with a reason', () => {
    const scene = calledUnder({});
    const early = missEarly('A001', '1', 'customer-left');
    for (const role of ['teller', 'system'] as const) {
      expect(scene.refused(by(role, early)).code).toBe('override-not-allowed');
    }
    expect(scene.when(by('lobby', early))).toMatchObject([
      { type: 'TicketMissed', calls: 1, early: 'customer-left' },
    ]);
    expect(scene.counter('1').ticket).toBeNull();
  });
});

describe('timers', () => {
  test('MISS-12 a miss that has been allowed for so long is declared by the system', () => {
    const scene = calledUnder({ autoMissMs: seconds(15) });
    expect(nextDeadline(scene.hall())).toBeNull();
    scene.given(after(seconds(20)), recall('A001', '1'));
    expect(nextDeadline(scene.hall())).toBe(scene.now() + seconds(35));
    expect(scene.given(after(seconds(35) - 1)).when(expire())).toEqual([]);
    expect(scene.given(after(1)).when(expire())).toMatchObject([
      { type: 'TicketMissed', timer: true, calls: 2 },
    ]);
  });

  test('MISS-12, CONF-4 only a call from before a change of the rule has its notice', () => {
    const quick = { intervalMs: 0, minCalls: 1, autoMissMs: seconds(5) };
    const under = (more: Partial<MissedRule>) =>
      hallConfig({
        lanes: [lane('normal', { missed: { ...DEFAULT_MISSED, ...more } })],
        counters: [counter('1', 'cash')],
      });
    const waiting = () => openScene(under({})).given(open('1'), issue());
    const before = waiting().given(call('1'), after(1), changeConfig(under(quick)));
    expect(nextDeadline(before.hall())).toBe(before.now() + seconds(15));
    for (const later of [0, 1, seconds(4)]) {
      const scene = waiting().given(changeConfig(under(quick)), after(later), call('1'));
      expect(nextDeadline(scene.hall())).toBe(scene.now() + seconds(5));
    }
  });

  test('MISS-12 a missed ticket comes back by itself', () => {
    const scene = missed(calledUnder({ autoReturnMs: minutes(3) }, 1));
    expect(nextDeadline(scene.hall())).toBe(scene.now() + minutes(3));
    expect(scene.given(after(minutes(3) - 1)).when(expire())).toEqual([]);
    expect(scene.given(after(1)).when(expire())).toMatchObject([
      { type: 'TicketReturned', via: 'timer', hold: 3 },
    ]);
    expect(nextDeadline(scene.hall())).toBeNull();
  });

  test('MISS-12 it does not when its time is over first', () => {
    const scene = missed(calledUnder({ autoReturnMs: minutes(3), validMs: minutes(3) }));
    expect(scene.given(after(minutes(3))).when(expire())).toMatchObject([
      { type: 'TicketExpired', why: 'time-over' },
    ]);
  });

  test('MISS-12 several that come back together take a place each, oldest first', () => {
    const scene = missed(calledUnder({ autoReturnMs: minutes(3) }, 1)).given(call('1'));
    missed(scene, 'A002').given(after(minutes(3)));
    expect(scene.when(expire())).toMatchObject([
      { ticket: '20261121-0001', place: 3 },
      { ticket: '20261121-0002', place: 4 },
    ]);
  });

  test('MISS-12 a missed number dies with the last call that it outlives', () => {
    const scene = missed(calledUnder({ toleranceCalls: 2 }, 3));
    expect(scene.when(call('1'))).toHaveLength(1);
    expect(scene.ticket('A001').toleranceLeft).toBe(1);
    scene.given(finish('A002', '1'));
    expect(scene.when(call('1'))).toMatchObject([
      { type: 'TicketCalled' },
      { type: 'TicketExpired', ticket: '20261121-0001', why: 'tolerance-over' },
    ]);
    expect(scene.refused(comeBack('A001')).code).toBe('ticket-ended');
    expect(scene.hall().totals).toMatchObject({ normal: { noShow: 1 } });
  });

  test('MISS-12 who came back in time has no tolerance to lose', () => {
    const scene = missed(calledUnder({ toleranceCalls: 1, returnAfterCalls: 9 }, 3));
    scene.given(comeBack('A001'));
    expect(numbersCalled(scene, '1', 4)).toEqual(['A002', 'A003', 'A004', 'A001']);
  });
});

describe('the version of the rule', () => {
  test('MISS-13 stands in every miss and every return', () => {
    const scene = missed(calledUnder({ version: 7 })).given(comeBack('A001'));
    const versions = scene
      .journal()
      .flatMap(({ event }) => ('ruleVersion' in event ? [[event.type, event.ruleVersion]] : []));
    expect(versions).toContainEqual(['TicketMissed', 7]);
    expect(versions).toContainEqual(['TicketReturned', 7]);
  });
});

describe('come back to me', () => {
  const twoCounters = () => {
    const counters = [counter('1', 'cash'), counter('2', 'cash', 'account')];
    const scene = openScene(hallConfig({ counters })).given(
      open('1'),
      open('2'),
      issue(),
      call('1'),
    );
    return scene.given(
      after(seconds(20)),
      recall('A001', '1'),
      after(seconds(20)),
      miss('A001', '1'),
    );
  };

  test('MISS-14 a missed ticket is kept for the counter that missed it, or for who sat there', () => {
    const scene = twoCounters().given(issue(), call('1'));
    expect(scene.when(comeBack('A001', 'counter'))).toMatchObject([
      { type: 'TicketReturned', only: { counter: '1' } },
    ]);
    expect(scene.refused(call('2')).code).toBe('nobody-waiting');
    expect(numbersCalled(scene.given(finish('A002', '1')), '1', 1)).toEqual(['A001']);
    expect(twoCounters().when(comeBack('A001', 'staff'))).toMatchObject([
      { type: 'TicketReturned', only: { staff: 's1' } },
    ]);
    const readmitted = { ...readmit('A001', 'wrongly-missed'), keepFor: 'counter' } as const;
    expect(twoCounters().when(readmitted)).toMatchObject([
      { override: 'wrongly-missed', only: { counter: '1' } },
    ]);
  });

  test('MISS-14 said nothing, it stays kept for whom it was', () => {
    const kept = twoCounters().given(comeBack('A001', 'staff'), call('1'));
    kept.given(after(seconds(20)), recall('A001', '1'), after(seconds(20)), miss('A001', '1'));
    expect(kept.hall().tickets.size).toBe(0);
    const scene = openScene().given(open('1'), open('2'), issue());
    scene.given(transfer('A001', { only: { counter: '1' } }), call('1'));
    scene.given(after(seconds(20)), recall('A001', '1'), after(seconds(20)), miss('A001', '1'));
    expect(scene.when(comeBack('A001'))[0]).not.toHaveProperty('only');
    expect(scene.ticket('A001').only).toEqual({ counter: '1' });
  });

  test('MISS-14 only by staff, and only for a counter in service or somebody signed in', () => {
    const atKiosk = by('kiosk', comeBack('A001', 'counter'));
    expect(twoCounters().refused(atKiosk).code).toBe('override-not-allowed');
    const gone = twoCounters().given(close('1'));
    expect(gone.refused(comeBack('A001', 'counter')).code).toBe('counter-closed');
    expect(gone.refused(comeBack('A001', 'staff')).code).toBe('staff-not-signed-in');
    expect(gone.when(comeBack('A001'))).toHaveLength(1);
  });
});

describe('a walk-out', () => {
  test('END-4 ends a waiting ticket with its own reason and is no miss', () => {
    const scene = calledUnder({}, 1);
    expect(scene.when(cancel('A002', 'walked-out'))).toEqual([
      { type: 'TicketCancelled', ticket: '20261121-0002', reason: 'walked-out' },
    ]);
    expect(scene.hall().totals).toMatchObject({
      normal: { noShow: 0, cancelled: 1, walkedOut: 1 },
    });
    expect(scene.refused(cancel('A001', 'walked-out'))).toEqual({
      code: 'ticket-not-in-state',
      state: 'called',
    });
    missed(scene);
    expect(scene.refused(cancel('A001', 'walked-out')).state).toBe('missed');
  });

  const called = () => openScene().given(open('1'), issue(), issue(), call('1'));
  const gone = cancel('A001', 'walked-out');

  test('END-4 whom a counter set aside walks out only once the service had begun', () => {
    const unseen = called().given(park('A001', '1'));
    expect(unseen.refused(gone).state).toBe('parked');
    expect(unseen.when(cancel('A001', 'removed-by-staff'))).toHaveLength(1);
    expect(called().given(sendBack('A001', '1')).refused(gone).state).toBe('preparing');
    const seen = called().given(start('A001', '1'), after(minutes(1)), park('A001', '1'));
    expect(seen.when(cancel('A001', 'walked-out'))).toHaveLength(1);
    expect(seen.hall().totals).toMatchObject({ normal: { noShow: 0, walkedOut: 1 } });
    expect(called().given(prepare('A002')).when(cancel('A002', 'walked-out'))).toHaveLength(1);
  });

  test('END-4 no way back into the line makes a walk-out of whom nobody has seen', () => {
    const ways = {
      parked: [park('A001', '1'), resumeTicket('A001')],
      'sent back': [sendBack('A001', '1'), ready('A001')],
      transferred: [transfer('A001', { counter: '1', service: 'account' })],
      'in another lane': [
        ...[park('A001', '1'), changeLane('A001', 'elderly'), resumeTicket('A001')],
      ],
      released: [release('1')],
      'brought back by staff': [
        missEarly('A001', '1', 'customer-left'),
        readmit('A001', 'complaint'),
      ],
      'in an open day again': [closeDay('end-remaining'), openDay()],
    };
    for (const [way, steps] of Object.entries(ways)) {
      const scene = called().given(...steps);
      expect([way, scene.ticket('A001').state]).toEqual([way, 'waiting']);
      expect([way, scene.refused(gone).code]).toEqual([way, 'ticket-not-in-state']);
      expect(viewOf(scene.hall(), 'counter').tickets[scene.ticket('A001').id]).not.toHaveProperty(
        'mayWalkOut',
      );
    }
  });

  test('END-4 whoever was seen may walk out: served, or come back alone', () => {
    const served = called().given(addService('A001', 'account'), finish('A001', '1'));
    expect(served.when(gone)).toHaveLength(1);
    const missedOnce = () => called().given(missEarly('A001', '1', 'customer-left'));
    for (const door of ['kiosk', 'phone'] as const) {
      const back = missedOnce().given(by(door, comeBack('A001')));
      expect(viewOf(back.hall(), 'counter').tickets[back.ticket('A001').id]?.mayWalkOut).toBe(true);
      expect(back.when(gone)).toHaveLength(1);
    }
    expect(
      missedOnce()
        .given(by('teller', comeBack('A001')))
        .refused(gone).state,
    ).toBe('waiting');
    const again = missedOnce().given(by('kiosk', comeBack('A001')), call('1'), park('A002', '1'));
    again.given(call('1'), park('A001', '1'), resumeTicket('A001'));
    expect(again.refused(gone).state).toBe('waiting');
  });

  test('END-4 staff never say that a customer cancelled whom nobody has seen since a call', () => {
    const said = cancel('A001');
    expect(called().refused(said)).toEqual({ code: 'ticket-not-in-state', state: 'called' });
    for (const aside of [park('A001', '1'), sendBack('A001', '1'), release('1')]) {
      expect(called().given(aside).refused(by('teller', said)).code).toBe('ticket-not-in-state');
      expect(called().given(aside).when(by('phone', said))).toHaveLength(1);
    }
    const seen = called().given(start('A001', '1'), after(minutes(1)), park('A001', '1'));
    expect(seen.when(by('teller', said))).toMatchObject([{ reason: 'cancelled-by-customer' }]);
    const kiosk = openScene(hallConfig({ customersCancel: true })).given(open('1'), issue());
    expect(kiosk.given(call('1')).when(by('kiosk', said))).toHaveLength(1);
  });

  test('END-4, MISS-2 a teller removes a called ticket only once it could be missed', () => {
    const removed = by('teller', cancel('A001', 'removed-by-staff'));
    const early = called().given(after(seconds(20)));
    expect(early.refused(removed)).toEqual({ code: 'override-not-allowed', state: 'teller' });
    for (const role of ['lobby', 'supervisor'] as const) {
      expect(called().when(by(role, cancel('A001', 'removed-by-staff')))).toHaveLength(1);
    }
    early.given(recall('A001', '1'), after(seconds(19)));
    expect(early.refused(removed).code).toBe('override-not-allowed');
    expect(early.given(after(seconds(1))).when(removed)).toMatchObject([
      { reason: 'removed-by-staff' },
    ]);
  });

  test('END-4 setting a called ticket aside is no way for a teller to remove it', () => {
    const removed = by('teller', cancel('A001', 'removed-by-staff'));
    const parked = called().given(park('A001', '1'));
    expect(parked.refused(removed).code).toBe('override-not-allowed');
    expect(called().given(release('1')).refused(removed).code).toBe('override-not-allowed');
    const missedOnce = called().given(missEarly('A001', '1', 'customer-left'));
    expect(missedOnce.when(removed)).toHaveLength(1);
    expect(called().when(by('teller', cancel('A002', 'removed-by-staff')))).toHaveLength(1);
  });

  test('END-4, END-5 what a customer ends is recorded as the customer’s, whatever was asked', () => {
    const walked = by('phone', cancel('A001', 'walked-out'));
    const own = [{ type: 'TicketCancelled', reason: 'cancelled-by-customer' }];
    expect(openScene().given(issue()).when(walked)).toMatchObject(own);
    expect(called().when(walked)).toMatchObject(own);
    const kiosk = openScene(hallConfig({ customersCancel: true })).given(issue());
    expect(kiosk.when(by('kiosk', cancel('A001', 'walked-out')))).toMatchObject(own);
  });

  test('END-5 the holder gives the ticket up on the phone', () => {
    expect(
      openScene()
        .given(issue())
        .when(by('phone', cancel('A001'))),
    ).toHaveLength(1);
    const asStaff = by('phone', cancel('A001', 'removed-by-staff'));
    expect(openScene().given(issue()).refused(asStaff).code).toBe('cancel-needs-staff');
  });

  test('END-5 at the kiosk a customer ends the own ticket only where the hall lets customers', () => {
    const told = by('kiosk', cancel('A001', 'walked-out'));
    expect(openScene().given(issue()).refused(told).code).toBe('cancel-needs-staff');
    const open = () => openScene(hallConfig({ customersCancel: true })).given(issue());
    expect(open().when(told)).toHaveLength(1);
    expect(open().when(by('kiosk', cancel('A001')))).toHaveLength(1);
    const asStaff = by('kiosk', cancel('A001', 'removed-by-staff'));
    expect(open().refused(asStaff).code).toBe('cancel-needs-staff');
  });
});

describe('what whoever came back is told', () => {
  const rule = (more: Partial<MissedRule>): MissedRule => ({ ...DEFAULT_MISSED, ...more });

  test('MISS-15 the place of the rule with the calls of the fact, and first where the rule was gone round', () => {
    expect(standingOf(rule({}), { hold: 2 })).toEqual({ place: 'after-calls', hold: 2 });
    expect(standingOf(rule({ returnPlace: 'last' }), { hold: 0 })).toEqual({
      ...{ place: 'last', hold: 0 },
    });
    const override = standingOf(rule({ returnPlace: 'last' }), { hold: 0, first: true });
    expect(override).toEqual({ place: 'first', hold: 0 });
  });
});
