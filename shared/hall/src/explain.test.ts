import type { CallReasons, FirstBy } from '@tingxu/contract/call-reasons';
import type { HallCommand } from '@tingxu/contract/commands';
import { TicketComparison } from '@tingxu/contract/comparison';
import type { JournalEntry } from '@tingxu/contract/events';
import { type ExplainedStep, type StepOf, TicketExplanation } from '@tingxu/contract/explanation';
import { CommandId, TicketRef } from '@tingxu/contract/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RandomDay, randomDay } from '../testing/arbitraries.ts';
import {
  book,
  call,
  cancel,
  changeLane,
  checkDocuments,
  checkIn,
  comeBack,
  finish,
  issue,
  issueWith,
  miss,
  missEarly,
  open,
  park,
  readmit,
  ready,
  recall,
  resumeTicket,
  sendBack,
  start,
  transfer,
} from '../testing/commands.ts';
import {
  appointments,
  BOOKED,
  type ConfigInput,
  counter,
  hallConfig,
  NORMAL,
  service,
  VIP,
  withPolicy,
} from '../testing/config.ts';
import { play } from '../testing/model-run.ts';
import {
  after,
  minutes,
  OPENING_AT,
  openScene,
  type Scene,
  type Step,
  seconds,
} from '../testing/scene.ts';
import { FIXED_SEED } from '../testing/seed.ts';
import { explainTicket } from './explain.ts';
import { compareTickets } from './explain-order.ts';

type Journal = ReturnType<Scene['journal']>;

const entriesOf = (journal: Journal): JournalEntry[] =>
  journal.map(({ at, event }, index) => ({
    seq: index + 1,
    at,
    commandId: CommandId.parse('test-command'),
    actor: { role: 'lobby' },
    event,
  }));

const explained = (scene: Scene, ref: string): TicketExplanation => {
  const found = explainTicket(scene.hall().hall, entriesOf(scene.journal()), TicketRef.parse(ref));
  if (!found) throw new Error(`${ref} is not explained`);
  return TicketExplanation.parse(found);
};
const compared = (scene: Scene, a: string, b: string): TicketComparison => {
  const refs = [TicketRef.parse(a), TicketRef.parse(b)] as const;
  const found = compareTickets(scene.hall().hall, entriesOf(scene.journal()), refs);
  if (!found) throw new Error(`${a} and ${b} are not compared`);
  return TicketComparison.parse(found);
};
const isUnexplained = (step: ExplainedStep): boolean => step.kind === 'other';

const kinds = ({ steps }: TicketExplanation): string[] => steps.map(({ kind }) => kind);

/** Every ticket of the last day of a random hall. */
const allExplained = (random: RandomDay): TicketExplanation[] => {
  const { journal, hall } = play(random);
  const entries = entriesOf(journal);
  const from = entries.findLastIndex(({ event }) => event.type === 'DayOpened');
  const today = entries.slice(Math.max(0, from));
  return today.flatMap(({ event }) =>
    event.type === 'TicketIssued'
      ? [TicketExplanation.parse(explainTicket(hall.hall, today, event.ticket))]
      : [],
  );
};
/** A ticket that went first has something that put it there. */
const firstWithoutReason = (one: TicketExplanation): CallReasons[] =>
  reasonsOf(one).filter(
    ({ how, within, firstBy }) => (how === 'first' || within === 'first') !== (firstBy !== null),
  );
const reasonsOf = ({ steps }: TicketExplanation): CallReasons[] =>
  steps.flatMap((step) => (step.kind === 'called' ? [step.reasons] : []));

/** A001 comes first, V001 30 s later and is called before it; A001 is missed, returns, is served. */
const dispute = (): Scene => {
  const scene = openScene().given(open('1'), issue('cash', 'normal'), after(seconds(30)));
  scene.given(issue('cash', 'vip'), after(seconds(10)), call('1'), after(minutes(2)));
  scene.given(finish('V001', '1'), call('1'), after(seconds(5)), recall('A001', '1'));
  scene.given(after(seconds(20)), recall('A001', '1'), after(seconds(20)), miss('A001', '1'));
  scene.given(after(seconds(60)), comeBack('A001'), call('1'), start('A001', '1'));
  return scene.given(after(minutes(3)), finish('A001', '1'));
};

describe('the explanation of a ticket', () => {
  it('PROOF-2 says of every call who was called, who was next, and who was passed over how often', () => {
    const scene = dispute();
    const vip = explained(scene, 'V001');
    expect(kinds(vip)).toEqual(['issued', 'called', 'finished']);
    const step = vip.steps[1];
    if (step?.kind !== 'called') throw new Error('no call');
    expect(step).toMatchObject({ attempt: 1, counter: '1', staff: 's1' });
    expect(step.reasons).toMatchObject({
      ...{ how: 'score', policy: 'weighted-delay', ruleVersion: 2, candidates: 2 },
      config: { seq: 1 },
      winner: { number: 'V001', waitMs: 10_000, creditMs: 180_000 },
      next: { number: 'A001', waitMs: 40_000, creditMs: 0 },
      ...{ barred: null, protectedBy: null },
      passedOver: [{ number: 'A001', passedOver: 0 }],
    });
    expect(step.reasons.winner.score).toBeGreaterThan(step.reasons.next?.score ?? 0);
  });

  it('PROOF-2 counts the calls of a ticket and says which of them counted', () => {
    const normal = explained(dispute(), 'A001');
    expect(kinds(normal)).toEqual([
      ...['issued', 'passed-over', 'called', 'recalled', 'recalled', 'missed', 'returned'],
      ...['called', 'started', 'finished'],
    ]);
    expect(normal).toMatchObject({ calls: 4, counted: 3 });
    const [, passed, , early, spaced, missed, back] = normal.steps;
    expect(passed).toMatchObject({ winner: 'V001', times: 1, passOverCap: 2, staff: 's1' });
    expect(early).toMatchObject({ counted: false, sinceMs: 5_000, intervalMs: 20_000 });
    expect(spaced).toMatchObject({ counted: true, sinceMs: 25_000 });
    expect(missed).toMatchObject({ counted: 2, sinceFirstMs: 45_000, returns: 0 });
    expect(back).toMatchObject({ hold: 3, returns: 1 });
  });

  it('PROOF-2 compares two tickets at every call that they competed for, not at the first alone', () => {
    const scene = openScene().given(open('1'), issue('cash', 'normal'), issue('cash', 'vip'));
    scene.given(after(seconds(10)), call('1'), after(seconds(20)), recall('V001', '1'));
    scene.given(after(seconds(20)), miss('V001', '1'), comeBack('V001'), call('1'));
    const twice = compared(scene, 'A001', 'V001');
    expect(twice).toMatchObject({
      ...{ reason: 'passed-over', earlier: { number: 'V001' }, laterCalledAt: null },
      contested: [
        {
          ...{ called: 'earlier', reason: 'passed-over', other: { state: 'waiting' } },
          call: { counter: '1', reasons: { how: 'score', winner: { number: 'V001' } } },
        },
      ],
    });
    expect(twice.contested[0]?.other.as).toMatchObject({ number: 'A001', passedOver: 1 });
    // Whoever is called while the other is at a counter competes with nobody.
    scene.given(open('2'), call('2'));
    expect(compared(scene, 'A001', 'V001')).toMatchObject({
      ...{ contested: [{ called: 'earlier' }], laterCalledAt: scene.now() },
    });
  });

  it('PROOF-2 tells a later call of the other one, too, when the first came back', () => {
    const config = withPolicy({ kind: 'weighted-delay', passOverCap: 1 });
    const scene = openScene(config).given(open('1'), issue('cash', 'normal'), issue('cash', 'vip'));
    scene.given(call('1'), after(seconds(20)), recall('V001', '1'), after(seconds(20)));
    scene.given(miss('V001', '1'), comeBack('V001'), call('1'));
    expect(compared(scene, 'V001', 'A001').contested).toMatchObject([
      { called: 'later', reason: 'behind', call: { reasons: { how: 'protected' } } },
    ]);
  });

  it('PROOF-2 names the protected ticket, and the one that had to stand back', () => {
    const config = withPolicy({ kind: 'weighted-delay', passOverCap: 1 });
    const scene = openScene(config).given(open('1'), issue('cash', 'normal'));
    for (let count = 0; count < 3; count += 1) scene.given(issue('cash', 'vip'));
    scene.given(call('1'), finish('V001', '1'), call('1'), finish('A001', '1'), call('1'));
    const step = explained(scene, 'A001').steps.at(-2);
    if (step?.kind !== 'called') throw new Error('no call');
    expect(step.reasons).toMatchObject({
      how: 'protected',
      protectedBy: { number: 'A001', passedOver: 1 },
      barred: { number: 'V002' },
      next: null,
    });
    const last = explained(scene, 'V002').steps.at(-1);
    expect(last).toMatchObject({ kind: 'called', reasons: { how: 'score' } });
  });

  it('PROOF-2 says when nobody else could be called, and when a ticket ended without a call', () => {
    const scene = openScene().given(open('3'), issue('account', 'normal'), issue('cash', 'normal'));
    scene.given(call('3'), cancel('A001', 'removed-by-staff'));
    expect(explained(scene, 'B001').steps[1]).toMatchObject({ reasons: { how: 'alone' } });
    const gone = explained(scene, 'A001');
    expect(kinds(gone)).toEqual(['issued', 'ended']);
    expect(gone).toMatchObject({ calls: 0, counted: 0 });
  });

  it('PROOF-2 knows no ticket that the day has not', () => {
    const scene = dispute();
    const refs = ['A002', '20261121-0009', '20251121-0001'];
    for (const ref of refs) expect(() => explained(scene, ref)).toThrow('is not explained');
    expect(explained(scene, '20261121-0002').number).toBe('V001');
  });

  it('PROOF-2 explains every ticket of random halls, each call with the record it has', () => {
    let calls = 0;
    const property = fc.property(randomDay(300), (day) => {
      const all = allExplained(day);
      expect(all.flatMap(({ steps }) => steps.filter(isUnexplained))).toEqual([]);
      expect(all.filter((one) => firstWithoutReason(one).length > 0).map(kinds)).toEqual([]);
      // A choice by hand is no question of scores.
      const byRule = all.flatMap(reasonsOf).filter(({ how }) => how !== 'chosen');
      for (const { how, winner, next, candidates, protectedBy } of byRule) {
        calls += 1;
        const byScore = how === 'score' || how === 'limited';
        if (next && byScore) expect(winner.score).toBeGreaterThanOrEqual(next.score);
        expect(how === 'alone').toBe(candidates === 1 && protectedBy === null);
      }
    });
    fc.assert(property, { seed: FIXED_SEED, numRuns: 60 });
    expect(calls).toBeGreaterThan(100);
  });
});

describe('two tickets compared', () => {
  it('PROOF-2 answers why V001 was called before A001, and how often A001 was called', () => {
    const found = compared(dispute(), 'A001', 'V001');
    expect(found).toMatchObject({
      reason: 'passed-over',
      earlier: { number: 'V001' },
      later: { number: 'A001', calls: 4, counted: 3 },
      call: { counter: '1', reasons: { winner: { number: 'V001' } } },
      other: { state: 'waiting', as: { number: 'A001', passedOver: 0 } },
    });
    expect(found.laterCalledAt).toBeGreaterThan(found.call?.at ?? 0);
  });

  it.each<[TicketComparison['reason'], (scene: Scene) => void, string]>([
    ['not-issued', (scene) => scene.given(call('1'), issue('cash', 'normal')), 'A002'],
    ['behind', (scene) => scene.given(issue('cash', 'normal'), call('1')), 'A002'],
    ['skills', (scene) => scene.given(issue('account', 'normal'), call('1')), 'B001'],
    [
      'not-waiting',
      (scene) => scene.given(issue('cash', 'normal'), cancel('A002'), call('1')),
      'A002',
    ],
    ['neither', (scene) => scene.given(issue('cash', 'normal')), 'A002'],
  ])('PROOF-2 says %s', (reason, happen, other) => {
    const scene = openScene().given(open('1'), issue('cash', 'normal'));
    happen(scene);
    expect(compared(scene, 'A001', other).reason).toBe(reason);
    expect(compared(scene, other, 'A001').reason).toBe(reason);
  });
});

/** The steps of a kind, as they stand. */
const stepsOf = <K extends ExplainedStep['kind']>(scene: Scene, ref: string, kind: K) =>
  explained(scene, ref).steps.filter((step): step is StepOf<K> => step.kind === kind);
const lastReasons = (scene: Scene, ref: string): CallReasons | undefined =>
  stepsOf(scene, ref, 'called').at(-1)?.reasons;

describe('a visit of several services', () => {
  it('PROOF-2 says from where to where a ticket is transferred, for whom, and that it went first', () => {
    const scene = openScene().given(open('2'), open('3'), issue('cash', 'normal'), call('2'));
    scene.given(start('A001', '2'), after(minutes(2)), issue('account', 'vip'));
    scene.given(
      transfer('A001', {
        ...{ counter: '2', service: 'account', first: true, only: { counter: '3' } },
      }),
    );
    expect(stepsOf(scene, 'A001', 'transferred')).toMatchObject([
      {
        ...{ counter: '2', staff: 's2', serviceMs: 120_000 },
        from: { service: 'cash', lane: 'normal' },
        to: { service: 'account', lane: 'normal', first: true, only: { counter: '3' } },
      },
    ]);
    scene.given(call('3'));
    expect(lastReasons(scene, 'A001')).toMatchObject({
      ...{ how: 'first', firstBy: 'transferred', only: { counter: '3' } },
      passedOver: [{ number: 'V001' }],
    });
  });

  it('PROOF-2, LEG-6 names as the next best the one that the rule would have taken next', () => {
    const scene = openScene().given(open('1'), open('2'), issue('cash', 'normal'), call('2'));
    scene.given(start('A001', '2'), issue('cash', 'normal'), call('1'), start('A002', '1'));
    scene.given(issue('account', 'vip'), after(minutes(9)));
    for (const [number, counter] of [
      ['A001', '2'],
      ['A002', '1'],
    ] as const) {
      scene.given(transfer(number, { counter, service: 'account', first: true }));
    }
    scene.given(call('2'));
    expect(lastReasons(scene, 'A001')).toMatchObject({
      ...{ how: 'first', next: { number: 'A002' } },
    });
  });

  it('PROOF-2 says what a finished service leads to: the same counter, or the line', () => {
    const scene = openScene().given(open('2'), issueWith({ further: ['account', 'cash'] }));
    scene.given(call('2'), start('A001', '2'), finish('A001', '2'));
    const [first] = stepsOf(scene, 'A001', 'leg-finished');
    expect(first).toMatchObject({ service: 'cash', to: { service: 'account', stays: '2' } });
    expect(stepsOf(scene, 'A001', 'issued')[0]?.further).toEqual(['account', 'cash']);
  });

  it.each<[FirstBy, readonly HallCommand[]]>([
    ['resumed', [park('A001', '2'), resumeTicket('A001')]],
    ['form-corrected', [sendBack('A001', '2'), ready('A001')]],
    ['readmitted', [missEarly('A001', '2', 'looked-for'), readmit('A001', 'wrongly-missed')]],
  ])('PROOF-2 says that a ticket goes first as it was %s', (firstBy, steps) => {
    const scene = openScene().given(open('2'), issue('cash', 'normal'), call('2'));
    scene.given(...steps, issue('cash', 'vip'), call('2'));
    expect(lastReasons(scene, 'A001')).toMatchObject({ how: 'first', firstBy });
  });

  it('PROOF-2 says how long it was away, why it was passed early, how it came back', () => {
    const scene = openScene().given(open('2'), issue('cash', 'normal'), call('2'));
    scene.given(park('A001', '2', { keepFor: 'staff' }), after(minutes(3)), resumeTicket('A001'));
    expect(stepsOf(scene, 'A001', 'parked')).toMatchObject([{ only: { staff: 's2' } }]);
    expect(stepsOf(scene, 'A001', 'resumed')).toMatchObject([{ first: true, awayMs: 180_000 }]);
    scene.given(call('2'), missEarly('A001', '2', 'customer-left'), comeBack('A001'));
    expect(stepsOf(scene, 'A001', 'missed')).toMatchObject([
      { early: 'customer-left', timer: false, counted: 1, rule: { minCalls: 2 }, ruleVersion: 1 },
    ]);
    expect(stepsOf(scene, 'A001', 'returned')).toMatchObject([
      { via: 'staff', override: null, hold: 3, first: false, waitFromAt: null },
    ]);
  });

  it('PROOF-2 says from which lane to which, and why; for when a booking was', () => {
    const config = hallConfig({ lanes: [VIP, BOOKED, NORMAL], appointments: appointments() });
    const scene = openScene(config).given(book(1, OPENING_AT + minutes(30)), checkIn(1));
    const [issued] = stepsOf(scene, 'Y001', 'issued');
    expect(issued).toMatchObject({ proof: 'appointment' });
    const bookedAt = OPENING_AT + minutes(30);
    expect(stepsOf(scene, 'Y001', 'checked-in')).toMatchObject([
      { bookedAt, waitFromAt: bookedAt, at: OPENING_AT },
    ]);
    scene.given(changeLane('Y001', 'vip', 'needs-care'));
    expect(stepsOf(scene, 'Y001', 'lane-changed')).toMatchObject([
      { from: 'booked', to: 'vip', reason: 'needs-care' },
    ]);
  });
});

describe('documents on the trail', () => {
  it('PREP-4, PROOF-2 names what was missing as the hall named it then', () => {
    const documents = [{ 'zh-CN': '身份证', en: 'your ID card' }];
    const services = [service('cash', { documents })];
    const scene = openScene(hallConfig({ services, counters: [counter('1', 'cash')] }));
    scene.given(issue(), checkDocuments('A001', [0]), checkDocuments('A001', []));
    expect(stepsOf(scene, 'A001', 'documents')).toMatchObject([
      { missing: documents },
      { missing: [] },
    ]);
  });
});

describe('who was ahead and not called', () => {
  /** Counter 1 takes cash, 2 cash and account; whoever stands in line came before A002. */
  const called = (...steps: readonly Step[]): CallReasons | undefined => {
    const scene = openScene().given(open('1'), open('2'), ...steps);
    scene.given(issue('cash', 'vip'), call('1'));
    return lastReasons(scene, 'V001');
  };

  it('PROOF-2 says why each of them was not for this counter, and how many there were', () => {
    const accounts = Array.from({ length: 7 }, () => issue('account', 'normal'));
    const reasons = called(...accounts, issueWith({ preparing: true }));
    expect(reasons?.notTaken).toMatchObject([
      { why: 'skills', count: 7, numbers: ['B001', 'B002', 'B003', 'B004', 'B005'] },
      { why: 'preparing', count: 1, numbers: ['A001'] },
    ]);
    expect(reasons?.passedOver).toEqual([]);
  });

  it('PROOF-2 says that one was kept for another counter, or had yet to let others pass', () => {
    const kept = [issue('cash', 'normal'), call('2'), park('A001', '2', { keepFor: 'counter' })];
    expect(called(...kept, resumeTicket('A001'))?.notTaken).toMatchObject([
      { why: 'kept', numbers: ['A001'] },
    ]);
    const missed = [issue('cash', 'vip'), call('2'), missEarly('V001', '2', 'looked-for')];
    const scene = openScene().given(open('1'), open('2'), ...missed, comeBack('V001'));
    scene.given(issue('cash', 'vip'), call('1'));
    expect(lastReasons(scene, 'V002')?.notTaken).toMatchObject([
      { why: 'held', numbers: ['V001'] },
    ]);
  });

  it('PROOF-2 says that the counter is kept for other lanes, or a service is secondary to it', () => {
    const skills = ['cash', 'account'];
    const dedicated = { id: '1', label: '1', skills, dedicated: { lanes: ['vip'] } };
    const both = { id: '2', label: '2', skills };
    const limited = { service: 'account', limitMs: 600_000 };
    const secondary = { id: '1', label: '1', skills, secondary: [limited] };
    const first = (counters: ConfigInput['counters']) => {
      const scene = openScene(hallConfig({ counters })).given(open('1'), open('2'));
      scene.given(issue('account', 'normal'), issue('cash', 'vip'), call('1'));
      return lastReasons(scene, 'V001')?.notTaken;
    };
    expect(first([dedicated, both])).toMatchObject([{ why: 'dedicated', numbers: ['B001'] }]);
    expect(first([secondary, both])).toMatchObject([{ why: 'secondary', numbers: ['B001'] }]);
  });

  it('PROOF-2, CALL-11 says held where nobody else takes the lane of a held ticket', () => {
    const alone = { id: '1', label: '1', skills: ['cash'], dedicated: { lanes: ['vip'] } };
    const scene = openScene(hallConfig({ counters: [alone], services: [service('cash')] }));
    scene.given(
      open('1'),
      issue('cash', 'normal'),
      call('1'),
      missEarly('A001', '1', 'looked-for'),
    );
    scene.given(comeBack('A001'), issue('cash', 'normal'), call('1'));
    expect(lastReasons(scene, 'A002')?.notTaken).toMatchObject([
      { why: 'held', numbers: ['A001'] },
    ]);
  });
});
