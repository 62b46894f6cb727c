import type { CounterRule } from '@tingxu/contract/counter-rule';
import { CounterId, StaffId } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import {
  addService,
  answerHelp,
  call,
  callChosen,
  cancel,
  close,
  comeBack,
  endHelp,
  expire,
  finish,
  handOver,
  help,
  issue,
  miss,
  missEarly,
  open,
  park,
  pause,
  recall,
  release,
  resume,
  sendBack,
  start,
  transfer,
  walkUp,
  walkUpInto,
} from '../testing/commands.ts';
import { counter, hallConfig, PROVED_LANES, withPolicy } from '../testing/config.ts';
import {
  after,
  by,
  byTeller,
  minutes,
  numbersCalled,
  openScene,
  type Scene,
  seconds,
} from '../testing/scene.ts';
import { nextDeadline } from './deadlines.ts';
import { evolve } from './evolve.ts';
import { viewOf } from './view.ts';

/** A hall of two cash counters and one for accounts, under a rule for counters. */
const under = (counterRule: CounterRule = {}): Scene =>
  openScene(
    hallConfig({
      counters: [counter('1', 'cash'), counter('2', 'cash'), counter('3', 'account')],
      counterRule,
    }),
  ).given(open('1'));

describe('whose counter it is', () => {
  const waiting = (): Scene => under().given(open('2', 's2'), issue(), issue());
  const called = (): Scene => waiting().given(call('1'));
  const serving = (): Scene => called().given(start('A001', '1'));
  const chosenBy: CounterRule = { chosenCallBy: ['teller', 'supervisor'] };
  test.each([
    ['call next', waiting, call('1')],
    ['call a chosen one', () => under(chosenBy).given(issue()), callChosen('A001', '1')],
    ['serve a walk-up', waiting, walkUp('1')],
    ['pause', waiting, pause('1')],
    ['resume', () => waiting().given(pause('1')), resume('1')],
    ['close', waiting, close('1')],
    ['recall', called, recall('A001', '1')],
    ['start', called, start('A001', '1')],
    [
      'miss',
      () => called().given(after(seconds(20)), recall('A001', '1'), after(seconds(20))),
      miss('A001', '1'),
    ],
    ['finish', serving, finish('A001', '1')],
    ['transfer', serving, transfer('A001', { counter: '1', service: 'account' })],
    ['park', serving, park('A001', '1')],
    ['send back', serving, sendBack('A001', '1')],
  ])('CTR-13 what a teller does at a counter that another has is refused: %s', (_, at, command) => {
    const scene = at();
    expect(scene.refused(byTeller('s2', command))).toEqual({ code: 'counter-of-other' });
    expect(scene.when(byTeller('s1', command))).not.toEqual([]);
    expect(at().when(by('supervisor', command))).not.toEqual([]);
  });

  test('CTR-13 a counter that nobody has is closed for every teller alike', () => {
    expect(waiting().refused(byTeller('s2', call('3'))).code).toBe('counter-closed');
  });
});

describe('handing over', () => {
  test('CTR-4 one session ends and the next begins, in one command', () => {
    const scene = under().given(pause('1'));
    expect(scene.when(handOver('1', 's9'))).toEqual([
      { type: 'CounterClosed', counter: '1', staff: 's1', why: 'handover' },
      { type: 'CounterOpened', counter: '1', staff: 's9' },
    ]);
    expect(scene.counter('1')).toMatchObject({ state: 'open', staff: 's9' });
  });

  test('CTR-4 not with a ticket at the counter, not to oneself, not to somebody at another one', () => {
    const scene = under().given(open('2'), issue());
    expect(scene.refused(handOver('1', 's1')).code).toBe('staff-at-other-counter');
    expect(scene.refused(handOver('1', 's2')).code).toBe('staff-at-other-counter');
    expect(scene.refused(handOver('3', 's9')).code).toBe('counter-closed');
    expect(scene.given(call('1')).refused(handOver('1', 's9')).code).toBe('counter-busy');
  });
});

describe('calling by itself', () => {
  test('CTR-5 a service that is finished is followed by the next call in the same command', () => {
    const scene = under({ autoCall: true }).given(issue(), issue(), call('1'));
    expect(scene.when(finish('A001', '1'))).toMatchObject([
      { type: 'ServiceFinished', ticket: '20261121-0001' },
      { type: 'TicketCalled', ticket: '20261121-0002', counter: '1' },
    ]);
  });

  test('CTR-5 with nobody to call the service is finished all the same', () => {
    const scene = under({ autoCall: true }).given(issue(), issue('account'), call('1'));
    expect(scene.when(finish('A001', '1'))).toHaveLength(1);
    expect(scene.counter('1').ticket).toBeNull();
  });

  test('CTR-5 so is a ticket that is missed, transferred, parked or sent back', () => {
    const next = { type: 'TicketCalled', ticket: '20261121-0002', counter: '1' };
    const calling = () => under({ autoCall: true }).given(issue(), issue(), call('1'));
    const missable = calling();
    missable.given(after(seconds(20)), recall('A001', '1'), after(seconds(20)));
    expect(missable.when(miss('A001', '1'))).toMatchObject([{ type: 'TicketMissed' }, next]);
    expect(calling().when(park('A001', '1'))).toMatchObject([{ type: 'TicketParked' }, next]);
    expect(calling().when(sendBack('A001', '1'))).toMatchObject([{ type: 'TicketSentBack' }, next]);
    expect(calling().when(transfer('A001', { counter: '1', service: 'account' }))).toMatchObject([
      { type: 'TicketTransferred' },
      { type: 'LegEntered' },
      next,
    ]);
  });

  test('CTR-5 not when the ticket leaves by itself or by others', () => {
    const scene = under({ autoCall: true, calledLimitMs: minutes(5) });
    scene.given(issue(), issue(), call('1'));
    expect(scene.when(by('phone', cancel('A001')))).toHaveLength(1);
    scene.given(call('1'), issue(), after(minutes(5)));
    expect(scene.when(expire())).toMatchObject([
      { type: 'TicketReleased' },
      { type: 'CounterClosed' },
    ]);
    const other = under({ autoCall: true }).given(issue(), issue());
    expect(other.when(transfer('A001', { service: 'account' }))).toHaveLength(2);
  });

  test('CTR-5 not the very ticket that was sent away', () => {
    const both = hallConfig({
      counters: [counter('1', 'cash', 'account'), counter('2', 'account')],
      counterRule: { autoCall: true },
    });
    const scene = openScene(both).given(open('1'), open('2'), issue(), after(minutes(5)));
    scene.given(call('1'), issue());
    const events = scene.when(
      transfer('A001', { counter: '1', service: 'account', keepWait: true }),
    );
    expect(events.map(({ type }) => type)).toEqual(['TicketTransferred', 'LegEntered']);
    expect(scene.when(call('2'))).toMatchObject([{ type: 'TicketCalled', counter: '2' }]);
  });

  test('CTR-5, MISS-11 not when the lobby manager passes the number', () => {
    const scene = under({ autoCall: true }).given(issue(), issue(), call('1'));
    expect(scene.when(by('lobby', missEarly('A001', '1', 'customer-left')))).toHaveLength(1);
  });

  test('CTR-5 only where it is on, and a counter may differ from its hall', () => {
    const off = under().given(issue(), issue(), call('1'));
    expect(off.when(finish('A001', '1'))).toHaveLength(1);
    const counters = [{ ...counter('1', 'cash'), autoCall: false }, counter('2', 'cash')];
    const own = openScene(hallConfig({ counters, counterRule: { autoCall: true } }));
    own.given(open('1'), open('2'), issue(), issue(), issue(), call('1'), call('2'));
    expect(own.when(finish('A001', '1'))).toHaveLength(1);
    expect(own.when(finish('A002', '2'))).toHaveLength(2);
  });
});

describe('calling a chosen ticket', () => {
  test('CTR-6 it is called with its reason, and passes over whoever came earlier', () => {
    const scene = under().given(issue(), issue('account'), issue());
    expect(scene.when(callChosen('A002', '1', 'emergency'))).toMatchObject([
      {
        ...{ type: 'TicketCalled', ticket: '20261121-0003', counter: '1', attempt: 1 },
        ...{ passedOver: ['20261121-0001'], chosen: { reason: 'emergency' } },
      },
    ]);
    expect(scene.ticket('A001').passedOver).toBe(1);
    expect(scene.ticket('B001').passedOver).toBe(0);
    expect(scene.hall().totals).toMatchObject({ normal: { passedOverMax: 1 } });
  });

  test('CTR-6 never past a protected ticket', () => {
    const config = withPolicy({ passOverCap: 1 }, { counters: [counter('1', 'cash')] });
    const scene = openScene(config).given(open('1'), issue(), issue(), issue());
    scene.given(callChosen('A002', '1'), finish('A002', '1'));
    expect(scene.refused(callChosen('A003', '1'))).toEqual({
      code: 'would-pass-protected',
      state: 'A001',
    });
    expect(scene.when(callChosen('A001', '1'))).toMatchObject([
      { passedOver: [], protectedBy: '20261121-0001' },
    ]);
  });

  test('CTR-6, CALL-9 whom it passes over is recorded in the order of the line', () => {
    const scene = under().given(issue(), issue(), transfer('A001', { only: { counter: '1' } }));
    expect(scene.given(issue()).when(callChosen('A003', '1'))).toMatchObject([
      { passedOver: ['20261121-0002', '20261121-0001'] },
    ]);
  });

  test('CTR-6, MISS-12 whoever is called goes first no longer; who waits has no tolerance to lose', () => {
    const first = { only: { counter: '1' }, first: true };
    const scene = under().given(issue(), issue(), transfer('A001', first));
    expect(scene.ticket('A001').first).toBe(true);
    scene.given(callChosen('A001', '1'));
    expect(scene.ticket('A001').first).toBe(false);
    expect(scene.ticket('A002').toleranceLeft).toBe(null);
  });

  test('CTR-6, CALL-10 a call of a service that is secondary says so, another one does not', () => {
    const secondary = [{ service: 'account', limitMs: minutes(9) }];
    const counters = [{ ...counter('1', 'cash', 'account'), secondary }];
    const scene = openScene(hallConfig({ counters })).given(open('1'), issue('account'), issue());
    expect(scene.when(callChosen('B001', '1'))).toMatchObject([{ tier: 'secondary' }]);
    const [plain] = scene.given(finish('B001', '1')).when(callChosen('A001', '1'));
    expect(plain).not.toHaveProperty('tier');
  });

  test('CTR-6 only by who has the right; the hall says who that is', () => {
    const usual = under().given(issue());
    expect(usual.refused(by('teller', callChosen('A001', '1'))).code).toBe('choice-not-allowed');
    expect(usual.when(by('supervisor', callChosen('A001', '1')))).toHaveLength(1);
    const tellers = under({ chosenCallBy: ['teller'] }).given(issue());
    expect(tellers.refused(by('lobby', callChosen('A001', '1'))).code).toBe('choice-not-allowed');
    expect(tellers.when(by('teller', callChosen('A001', '1')))).toHaveLength(1);
  });

  test('CTR-6 only at a free counter that takes the service, and only a live one', () => {
    const scene = under().given(open('3'), issue(), issue());
    expect(scene.refused(callChosen('A009', '1')).code).toBe('ticket-unknown');
    expect(scene.refused(callChosen('A001', '3'))).toEqual({
      code: 'counter-not-skilled',
      state: 'cash',
    });
    expect(scene.refused(callChosen('A001', '2')).code).toBe('counter-closed');
    scene.given(call('1'));
    expect(scene.refused(callChosen('A002', '1')).code).toBe('counter-busy');
    expect(scene.refused(callChosen('A001', '1'))).toEqual({
      code: 'ticket-not-in-state',
      state: 'called',
    });
  });

  test('CTR-6, LEG-7 not while it is kept for another counter in force', () => {
    const scene = under().given(open('2'), issue(), transfer('A001', { only: { counter: '1' } }));
    expect(scene.refused(callChosen('A001', '2'))).toEqual({ code: 'ticket-kept', state: '1' });
    expect(scene.when(callChosen('A001', '1'))).toMatchObject([{ type: 'TicketCalled' }]);
    const away = under().given(open('2'), issue(), transfer('A001', { only: { counter: '1' } }));
    expect(away.given(close('1')).when(callChosen('A001', '2'))).toHaveLength(1);
  });

  test('CTR-6, MISS-10 a missed ticket is put first and called at another counter at once', () => {
    const scene = under().given(open('2'), issue(), issue(), call('1'));
    scene.given(after(seconds(20)), recall('A001', '1'), after(seconds(20)), miss('A001', '1'));
    const chosen = by('supervisor', callChosen('A001', '2', 'wrongly-missed'));
    expect(scene.when(chosen)).toMatchObject([
      { type: 'TicketReturned', place: 3, override: 'wrongly-missed' },
      { type: 'TicketCalled', counter: '2', attempt: 3, passedOver: ['20261121-0002'] },
    ]);
    expect(scene.ticket('A001')).toMatchObject({ state: 'called', returns: 1 });
  });

  test('CTR-6 a ticket that is held after a return may be chosen', () => {
    const scene = under().given(issue(), issue(), issue(), call('1'));
    scene.given(after(seconds(20)), recall('A001', '1'), after(seconds(20)), miss('A001', '1'));
    scene.given(comeBack('A001'));
    expect(scene.when(callChosen('A001', '1'))).toMatchObject([
      { passedOver: ['20261121-0002', '20261121-0003'] },
    ]);
    expect(scene.ticket('A001').hold).toBe(0);
  });
});

describe('a customer without a ticket', () => {
  test('CTR-7 gets one, is called and served in one command', () => {
    const scene = under().given(issue());
    expect(scene.when(by('teller', walkUp('1')))).toMatchObject([
      { type: 'TicketIssued', number: 'A002' },
      { type: 'TicketCalled', passedOver: ['20261121-0001'], chosen: { reason: 'walk-up' } },
      { type: 'ServiceStarted', ticket: '20261121-0002' },
    ]);
    expect(scene.ticket('A001').passedOver).toBe(1);
    expect(scene.counter('1').ticket).toBe('20261121-0002');
  });

  test('CTR-7, END-3 its wait is none and is left out', () => {
    const scene = under().given(walkUp('1'), after(minutes(5)), finish('A001', '1'));
    const [row] = Object.values(scene.hall().totals).filter(({ lane }) => lane === 'normal');
    expect(row).toMatchObject({ issued: 1, served: 1, waits: 0, within: 0 });
  });

  test('CTR-7 never past a protected ticket, and then no number is burnt', () => {
    const config = withPolicy({ passOverCap: 0 }, { counters: [counter('1', 'cash')] });
    const scene = openScene(config).given(open('1'), issue());
    const before = scene.hall();
    expect(scene.refused(walkUp('1')).code).toBe('would-pass-protected');
    expect(scene.hall()).toBe(before);
  });

  test('CTR-12 stands in a lane that is not everybody’s by what is shown, or for a reason', () => {
    const scene = under();
    expect(scene.refused(walkUpInto('vip', '1'))).toEqual({
      code: 'lane-needs-reason',
      state: 'vip',
    });
    expect(scene.when(walkUpInto('vip', '1', { reason: 'needs-care' }))[0]).toMatchObject({
      ...{ type: 'TicketIssued', lane: 'vip', proof: 'staff', laneReason: 'needs-care' },
    });
    const lanes = PROVED_LANES;
    const byProof = () => openScene(hallConfig({ lanes })).given(open('1'));
    const [shown] = byProof().when(walkUpInto('vip', '1', { proof: { class: 'vip' } }));
    expect(shown).toMatchObject({ lane: 'vip', proof: 'directory' });
    expect(shown).not.toHaveProperty('laneReason');
    const unproved = walkUpInto('vip', '1', { proof: { class: 'ordinary' } });
    expect(byProof().refused(unproved).code).toBe('lane-needs-reason');
    const [everybody] = under().when(walkUpInto('normal', '1', { reason: 'needs-care' }));
    expect(everybody).not.toHaveProperty('laneReason');
  });

  test('CTR-7 only by who may, and only what the counter takes', () => {
    expect(under().refused(walkUp('1', 'account')).code).toBe('counter-not-skilled');
    expect(under().refused(walkUp('1', 'cash', 'gold')).code).toBe('lane-unknown');
    const limited = under({ walkUpBy: ['supervisor'] });
    expect(limited.refused(by('teller', walkUp('1'))).code).toBe('choice-not-allowed');
  });
});

describe('a counter that nobody answers at', () => {
  const leased = () => under({ calledLimitMs: minutes(5), servingLimitMs: minutes(60) });

  test('CTR-8 a called ticket is back in line when its counter gives no sign for too long', () => {
    const scene = leased().given(open('2'), issue(), issue(), call('1'));
    const { waitFromAt } = scene.ticket('A001');
    scene.given(after(minutes(4)), recall('A001', '1'));
    expect(nextDeadline(scene.hall())).toBe(scene.now() + minutes(5));
    expect(scene.given(after(minutes(5) - 1)).when(expire())).toEqual([]);
    expect(scene.given(after(1)).when(expire())).toEqual([
      {
        ...{ type: 'TicketReleased', ticket: '20261121-0001', counter: '1', staff: 's1' },
        ...{ place: 3, why: 'lease-over' },
      },
      { type: 'CounterClosed', counter: '1', staff: 's1', why: 'lease-over' },
    ]);
    expect(scene.ticket('A001')).toMatchObject({ state: 'waiting', call: null, waitFromAt });
    expect(scene.counter('1')).toMatchObject({ state: 'closed', staff: null, ticket: null });
    expect(nextDeadline(scene.hall())).toBeNull();
    expect(numbersCalled(scene, '2', 2)).toEqual(['A001', 'A002']);
  });

  test('CTR-8 a service that lasts too long ends with its session', () => {
    const scene = leased().given(issue(), call('1'), after(minutes(1)), start('A001', '1'));
    expect(nextDeadline(scene.hall())).toBe(scene.now() + minutes(60));
    scene.given(after(minutes(60)));
    expect(scene.when(expire())).toMatchObject([
      { type: 'TicketLeft', reason: 'session-ended', why: 'lease-over' },
      { type: 'CounterClosed' },
    ]);
    expect(scene.hall().totals).toMatchObject({ normal: { served: 0, left: 1 } });
  });

  test('CTR-8 without the setting there is no limit', () => {
    const scene = under().given(issue(), call('1'));
    expect(nextDeadline(scene.hall())).toBeNull();
    expect(scene.given(after(minutes(600))).when(expire())).toEqual([]);
  });

  test('CTR-8 a supervisor releases a counter, whatever it holds', () => {
    const idle = under();
    expect(idle.when(release('1'))).toEqual([
      { type: 'CounterClosed', counter: '1', staff: 's1', why: 'released' },
    ]);
    expect(idle.refused(release('1')).code).toBe('counter-closed');
    const calling = under().given(issue(), call('1'));
    expect(calling.when(release('1'))).toMatchObject([
      { type: 'TicketReleased', why: 'released' },
      { type: 'CounterClosed' },
    ]);
    const serving = under().given(issue(), call('1'), start('A001', '1'));
    expect(serving.when(release('1'))).toMatchObject([
      { type: 'TicketLeft', reason: 'session-ended', why: 'released' },
      { type: 'CounterClosed' },
    ]);
  });

  test('CTR-14 whoever has left loses a counter that is theirs and serves nobody, and no other', () => {
    const called = () => under().given(issue(), call('1'));
    expect(called().when(release('1', 's1'))).toMatchObject([
      { type: 'TicketReleased', why: 'released' },
      { type: 'CounterClosed', staff: 's1' },
    ]);
    const serving = called().given(start('A001', '1'));
    expect(serving.refused(release('1', 's1')).code).toBe('counter-busy');
    const handed = under().given(handOver('1', 's9'));
    expect(handed.refused(release('1', 's1')).code).toBe('counter-of-other');
    expect(handed.when(release('1', 's9'))).toMatchObject([{ type: 'CounterClosed' }]);
  });
});

describe('calling the lobby manager', () => {
  const row = (scene: Scene) => viewOf(scene.hall(), 'counter').counters;

  test('CTR-9 the call, its answer and its end stand on the counter of the staff views', () => {
    const scene = under().given(after(seconds(5)));
    expect(scene.when(help('1', 'dispute'))).toEqual([
      { type: 'HelpCalled', counter: '1', staff: 's1', kind: 'dispute' },
    ]);
    const calledAt = scene.now();
    const asked = { kind: 'dispute', calledAt };
    expect(row(scene)).toMatchObject({ 1: { help: { ...asked, answeredAt: null } } });
    scene.given(after(seconds(30)), answerHelp('1'));
    expect(row(scene)).toMatchObject({ 1: { help: { ...asked, answeredAt: scene.now() } } });
    scene.given(endHelp('1'));
    expect(row(scene)).not.toHaveProperty('1.help');
  });

  test('CTR-9 once at a time, by a counter in service, and over when its session is', () => {
    const scene = under();
    expect(scene.refused(help('2')).code).toBe('counter-closed');
    expect(scene.refused(answerHelp('1')).code).toBe('help-not-called');
    expect(scene.refused(endHelp('1')).code).toBe('help-not-called');
    scene.given(help('1'));
    expect(scene.refused(help('1'))).toEqual({
      code: 'help-already-called',
      state: 'customer-needs-help',
    });
    scene.given(answerHelp('1'));
    expect(scene.refused(answerHelp('1')).code).toBe('help-not-called');
    scene.given(close('1'));
    expect(scene.counter('1').help).toBeNull();
  });

  test('CTR-9 a teller asks for the own counter and takes its own call back, not that of another', () => {
    const scene = under().given(open('2', 's2'));
    const others = { code: 'counter-of-other' };
    expect(scene.refused(byTeller('s2', help('1')))).toEqual(others);
    scene.given(byTeller('s1', help('1')));
    expect(scene.refused(byTeller('s2', endHelp('1')))).toEqual(others);
    scene.given(byTeller('s1', endHelp('1')), help('1'), by('lobby', endHelp('1')));
    scene.given(by('supervisor', help('1')), by('supervisor', endHelp('1')));
    expect(scene.counter('1').help).toBeNull();
  });

  test('CTR-9, CTR-4 a hand-over leaves the call for whoever takes over, until it is taken back', () => {
    const scene = under().given(help('1', 'dispute'), after(seconds(5)));
    const asked = scene.counter('1').help;
    const [closed, opened] = scene.when(handOver('1', 's9'));
    expect(closed).toEqual({
      ...{ type: 'CounterClosed', counter: '1', staff: 's1' },
      ...{ why: 'handover', helpStays: true },
    });
    expect(opened).toEqual({ type: 'CounterOpened', counter: '1', staff: 's9' });
    expect(scene.counter('1')).toMatchObject({ staff: 's9', help: asked });
    expect(row(scene)).toMatchObject({ 1: { staff: 's9', help: asked } });
    scene.given(answerHelp('1'), handOver('1', 's8'));
    expect(scene.counter('1').help?.answeredAt).toBe(scene.now());
    scene.given(endHelp('1'));
    expect(scene.counter('1').help).toBeNull();
    expect(scene.when(handOver('1', 's7'))[0]).not.toHaveProperty('helpStays');
  });

  test('CTR-9 a journal from before says nothing of a call that stays, and it is over', () => {
    const scene = under().given(help('1'));
    const { counter, staff } = { counter: CounterId.parse('1'), staff: StaffId.parse('s1') };
    const before = { type: 'CounterClosed', counter, staff, why: 'handover' } as const;
    expect(evolve(scene.hall(), before, scene.now()).counters[0]?.help).toBeNull();
  });

  test('CTR-6, CTR-7 a counter that the hall does not have is told before all else', () => {
    const scene = under();
    const unknown = { code: 'counter-unknown' };
    expect(scene.refused(callChosen('A099', '77'))).toEqual(unknown);
    expect(scene.refused(by('teller', callChosen('A099', '77')))).toEqual(unknown);
    expect(scene.refused(walkUp('77', 'no-such-service'))).toEqual(unknown);
    scene.given(issue(), call('1'));
    expect(scene.refused(callChosen('A001', '77'))).toEqual(unknown);
  });

  test('CTR-9 no public screen is told', () => {
    const scene = under().given(help('1'));
    expect(JSON.stringify(viewOf(scene.hall(), 'board'))).not.toContain('help');
  });
});

describe('the last service before a break', () => {
  const busy = (counterRule: CounterRule = { autoCall: true }) =>
    under(counterRule).given(issue(), issue(), call('1'));

  test('CTR-11 a counter that calls by itself pauses or closes with the service', () => {
    expect(busy().when(finish('A001', '1', { pause: 'break' }))).toMatchObject([
      { type: 'ServiceFinished' },
      { type: 'CounterPaused', counter: '1', staff: 's1', reason: 'break' },
    ]);
    const closed = busy().given(finish('A001', '1', 'close'));
    expect(closed.counter('1')).toMatchObject({ state: 'closed', staff: null, ticket: null });
    expect(closed.ticket('A002').state).toBe('waiting');
    expect(busy().when(finish('A001', '1'))).toMatchObject([
      { type: 'ServiceFinished' },
      { type: 'TicketCalled' },
    ]);
  });

  test('CTR-11 nor does it call when the ticket is parked or missed as the last one', () => {
    expect(busy().when(park('A001', '1', { afterwards: { pause: 'break' } }))).toMatchObject([
      { type: 'TicketParked' },
      { type: 'CounterPaused', reason: 'break' },
    ]);
    const missable = busy().given(after(seconds(20)), recall('A001', '1'), after(seconds(20)));
    const last = { ...miss('A001', '1'), afterwards: 'close' } as const;
    expect(missable.when(last)).toMatchObject([
      { type: 'TicketMissed' },
      { type: 'CounterClosed', counter: '1' },
    ]);
  });

  test('CTR-11 not while the next service goes on at the counter', () => {
    const scene = busy().given(addService('A001', 'cash'));
    const before = scene.hall();
    expect(scene.refused(finish('A001', '1', 'close')).code).toBe('counter-busy');
    expect(scene.hall()).toBe(before);
    const elsewhere = busy().given(addService('A001', 'account'));
    expect(elsewhere.given(finish('A001', '1', 'close')).counter('1').state).toBe('closed');
  });
});
