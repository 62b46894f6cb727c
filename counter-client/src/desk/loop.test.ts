import { describe, expect, it } from 'vitest';
import {
  CASH,
  DESKS,
  RULES,
  situation,
  THREE,
  ticketRow,
  viewWith,
  WEALTH,
} from '../testing/rows.ts';
import { followUp } from './follow-up.ts';
import { mainActions, nextFollows } from './loop.ts';

const name = { ticket: DESKS.serving.ticket.ticket, number: DESKS.serving.ticket.number };
const serving = (further: readonly (typeof CASH)[]) => ({
  ...DESKS.serving,
  ticket: { ...DESKS.serving.ticket, further: [...further] },
});

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
    expect(mainActions(situation(DESKS[kind]))).toEqual(actions);
  });

  it('finishes only when the setting is off', () => {
    const now = situation(DESKS.serving, { autoNext: false });
    expect(mainActions(now)).toEqual([{ type: 'finish', ...name }]);
    expect(nextFollows(now)).toBe(false);
  });

  it('CTR-5 leaves the next call to a counter that calls by itself', () => {
    const view = { ...viewWith(), rules: { ...RULES, autoCall: [THREE] } };
    const now = situation(DESKS.serving, { autoNext: false, view });
    expect(mainActions(now)).toEqual([{ type: 'finish', ...name }]);
    expect(nextFollows(now)).toBe(true);
  });

  it('LEG-2 goes on with the next service of the visit here, and calls nobody', () => {
    const now = situation(serving([CASH]));
    expect(followUp(now, serving([CASH]).ticket)).toEqual({ service: CASH, stays: true });
    expect(mainActions(now)).toEqual([{ type: 'finish', ...name }]);
  });

  it('LEG-3 calls the next when the visit goes on elsewhere', () => {
    const view = viewWith();
    const counters = [
      ...(view.profile?.counters ?? []),
      { id: '5' as typeof THREE, label: '5', skills: [WEALTH] },
    ];
    const hall = { ...view, profile: view.profile && { ...view.profile, counters } };
    const now = situation(serving([WEALTH]), { view: hall });
    expect(followUp(now, serving([WEALTH]).ticket)).toEqual({ service: WEALTH, stays: false });
    expect(mainActions(now)).toHaveLength(2);
  });

  it('LEG-1 leaves out a service that no counter takes any more', () => {
    expect(followUp(situation(DESKS.idle), ticketRow(1, { further: [WEALTH] }))).toBeNull();
  });
});
