import { CounterId } from '@tingxu/contract/ids';
import { managerEnds, tellerEnds } from '@tingxu/feed-client/walk-out';
import { createI18n } from '@tingxu/i18n/create-i18n';
import { describe, expect, it } from 'vitest';
import type { Action } from '../desk/action.ts';
import { stepsOf } from '../desk/steps-of.ts';
import {
  AT,
  DESKS,
  RULES,
  situation,
  T03,
  T05,
  THREE,
  ticketRow,
  twoCounters,
  viewWith,
  withLanes,
} from '../testing/rows.ts';
import { areas } from '../texts.ts';
import { backSteps, limitsOf } from './aside-steps.ts';
import { LEAVING, leaveSteps, setAside } from './leave-steps.ts';
import { choose, type Step } from './step.ts';
import { matching, ticketSteps } from './ticket-steps.ts';

const words = createI18n(areas, 'zh-CN');
const MINUTE = 60_000;

/** The commands that the answers lead to. */
const answered = (first: Step | null, ...keys: readonly string[]): readonly Action[] => {
  let at: Step | readonly Action[] | null = first;
  for (const key of keys) {
    if (at === null || !('options' in at)) throw new Error(`nothing is asked before ${key}`);
    at = choose(at, key);
  }
  if (at === null || 'options' in at) throw new Error('more is asked');
  return at;
};
const serving = situation(DESKS.serving, { view: twoCounters() });
const free = (
  tickets: readonly ReturnType<typeof ticketRow>[],
  chosenCallBy = RULES.chosenCallBy,
) => situation(DESKS.idle, { view: { ...viewWith(tickets), rules: { ...RULES, chosenCallBy } } });

describe('a service more', () => {
  it('LEG-1, LEG-9 is added as the customer asked, or referred with the reason', () => {
    expect(answered(stepsOf('addService', serving, words), 'wealth')).toEqual([
      expect.objectContaining({ type: 'addService', service: 'wealth' }),
    ]);
    const [referred] = answered(
      ...([stepsOf('addService', serving, words), 'referral', 'corporate', 'wealth'] as const),
    );
    expect(referred).toMatchObject({ service: 'wealth', referral: 'corporate' });
  });
});

describe('a transfer', () => {
  it('LEG-4, LEG-6, LEG-7 goes first to another counter in three digits', () => {
    expect(answered(stepsOf('transfer', serving, words), 'cash', 'counter-5', 'first')).toEqual([
      expect.objectContaining({
        ...{ type: 'transfer', service: 'cash', only: { counter: '5' } },
        ...{ first: true, keepWait: true },
      }),
    ]);
  });

  it('LEG-5 keeps the wait unless told otherwise', () => {
    const [anew] = answered(stepsOf('transfer', serving, words), 'wealth', `staff-${T05}`, 'anew');
    expect(anew).toMatchObject({ keepWait: false, first: false, only: { staff: T05 } });
  });

  it('offers no counter that is closed, cannot do it, or is one’s own', () => {
    const whom = choose(stepsOf('transfer', serving, words)!, 'wealth');
    expect(whom).toMatchObject({
      options: [{ key: 'any' }, { key: 'counter-5' }, { key: 'staff-t05' }],
    });
    const alone = situation(DESKS.serving);
    expect(choose(stepsOf('transfer', alone, words)!, 'cash')).toMatchObject({
      options: [{ key: 'any' }],
    });
  });
});

describe('setting aside', () => {
  it('PARK-2 offers the usual limit first and none above the longest', () => {
    expect(limitsOf({ parkMs: 15 * MINUTE, parkMaxMs: 30 * MINUTE })).toEqual(
      [15, 5, 10, 30].map((minutes) => minutes * MINUTE),
    );
  });

  it('PARK-5 keeps a ticket for the person who says so', () => {
    const parked = answered(stepsOf('park', serving, words), String(15 * MINUTE), 'staff');
    expect(parked).toMatchObject([{ type: 'park', limitSeconds: 900, keepFor: 'staff' }]);
    const [anybody] = answered(stepsOf('sendBack', serving, words), 'any');
    expect(anybody).not.toHaveProperty('keepFor');
  });
});

describe('a customer without a ticket', () => {
  it('CTR-12 stands in a lane that is not everybody’s for a reason', () => {
    const idle = free([]);
    const steps = stepsOf('walkUp', { ...idle, view: withLanes(idle.view) }, words);
    expect(answered(steps, 'cash', 'normal')).toMatchObject([{ type: 'walkUp', lane: 'normal' }]);
    expect(answered(steps, 'cash', 'vip', 'needs-care')).toMatchObject([
      { type: 'walkUp', lane: 'vip', reason: 'needs-care' },
    ]);
  });
});

describe('a ticket by its number', () => {
  it('is found by its digits alone', () => {
    const view = viewWith([ticketRow(31), ticketRow(3), ticketRow(131)]);
    expect(matching(view, '31').map(({ number }) => number)).toEqual(['A031']);
    expect(matching(view, 'a03').map(({ number }) => number)).toEqual(['A031']);
    expect(matching(view, ' ')).toEqual([]);
  });

  it('CTR-6 is called only where tellers may choose, and with a reason', () => {
    const row = ticketRow(1);
    expect(ticketSteps(free([row]), row, words).options[0]?.refused).toContain('柜员不能指定');
    const allowed = ticketSteps(free([row], ['teller']), row, words);
    expect(answered(allowed, 'call', 'needs-care')).toMatchObject([
      { type: 'callTicket', reason: 'needs-care' },
    ]);
  });

  it('CALL-4 is not called past a protected one, which is named', () => {
    const row = ticketRow(2);
    const now = free([row, ticketRow(1, { passedOver: 9 })], ['teller']);
    expect(ticketSteps(now, row, words).options[0]?.refused).toContain('A001');
  });

  it('END-4 ends only as the hall lets who asks', () => {
    const all = ['cancelled-by-customer', 'removed-by-staff', 'walked-out'];
    const seen = ticketRow(1, { mayWalkOut: true });
    expect(tellerEnds(seen, AT)).toEqual(all);
    expect(managerEnds(seen)).toEqual(all);
    const { mayWalkOut: _, ...unseen } = seen;
    expect(tellerEnds(unseen, AT)).toEqual([]);
    expect(managerEnds(unseen)).toEqual(['removed-by-staff']);
    const called = { ...unseen, state: 'called', missAllowedAt: AT } as const;
    expect(tellerEnds(called, AT - 1)).toEqual([]);
    expect(tellerEnds(called, AT)).toEqual(['removed-by-staff']);
    expect(tellerEnds({ ...unseen, state: 'missed' }, AT)).toEqual(['removed-by-staff']);
    expect(managerEnds({ ...unseen, state: 'serving' })).toEqual([]);
  });

  it('END-4 offers no end where there is none', () => {
    const keysOf = (row: ReturnType<typeof ticketRow>) =>
      ticketSteps(free([row]), row, words).options.map(({ key }) => key);
    expect(keysOf(ticketRow(1, { mayWalkOut: true }))).toContain('end');
    const { mayWalkOut: _, ...unseen } = ticketRow(1);
    expect(keysOf(unseen)).not.toContain('end');
  });

  it('MISS-14 is kept for whoever missed it here, when they say so', () => {
    const aside = { cause: 'missed', sinceAt: 0, counter: THREE, staff: T03 } as const;
    const row = ticketRow(1, { state: 'missed', aside });
    const asked = backSteps(serving, row, words);
    if (!('options' in asked)) throw new Error('nothing is asked');
    expect(answered(asked, 'any')).toEqual([
      { type: 'return', ticket: row.ticket, number: row.number },
    ]);
    expect(answered(asked, 'staff')).toMatchObject([{ type: 'return', keepFor: 'staff' }]);
    const elsewhere = ticketRow(1, {
      state: 'missed',
      aside: { ...aside, counter: CounterId.parse('5') },
    });
    expect(backSteps(serving, elsewhere, words)).toHaveLength(1);
  });
});

describe('signing out with a customer', () => {
  const keys = (step: Step | null) => step?.options.map(({ key, refused }) => [key, refused]);

  it('CTR-15 stays first, then finishes and closes in one command', () => {
    const step = leaveSteps(serving, words);
    expect(keys(step)?.map(([key]) => key)).toEqual([...LEAVING]);
    expect(answered(step, 'stay')).toEqual([]);
    expect(answered(step, 'finish')).toEqual([
      expect.objectContaining({ type: 'finish', afterwards: 'close' }),
    ]);
    expect(leaveSteps(free([]), words)).toBeNull();
  });

  it('CTR-15 from a picture that nobody confirms only staying and going are left', () => {
    const step = leaveSteps({ ...serving, live: false }, words);
    const open = keys(step)?.filter(([, refused]) => refused === undefined);
    expect(open?.map(([key]) => key)).toEqual(['stay', 'anyway']);
  });

  it('CTR-15, PARK-5 keeps the customer for the counter of whoever comes', () => {
    const ticket = ticketRow(31);
    expect(setAside(ticket, RULES)).toMatchObject({
      ...{ type: 'park', keepFor: 'counter', limitSeconds: RULES.parkMs / 1_000 },
      afterwards: { pause: 'internal-work' },
    });
  });
});
