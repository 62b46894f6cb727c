import type { EventOf, HallEvent } from '@tingxu/contract/events';
import { TicketId } from '@tingxu/contract/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomDay } from '../testing/arbitraries.ts';
import { call, finish, issue, open, pause } from '../testing/commands.ts';
import { counter, hallConfig } from '../testing/config.ts';
import { play } from '../testing/model-run.ts';
import { after, openScene, seconds } from '../testing/scene.ts';
import { FIXED_SEED } from '../testing/seed.ts';
import { evolve } from './evolve.ts';
import { emptyHall, type HallState } from './state.ts';
import { callDifferences } from './verify-call.ts';

type Entry = { readonly at: number; readonly event: HallEvent };
type Judged = { readonly state: HallState; readonly at: number; readonly event: Called };
type Called = EventOf<'TicketCalled'>;

/** Every call of a journal with the state before it. */
const callsOf = (journal: readonly Entry[]): Judged[] => {
  const calls: Judged[] = [];
  let state = emptyHall(openScene().hall().hall);
  for (const { at, event } of journal) {
    if (event.type === 'TicketCalled') calls.push({ state, at, event });
    state = evolve(state, event, at);
  }
  return calls;
};

/** A normal ticket that waits long, a VIP behind it who is called first. */
const scene = openScene().given(open('1'), issue('cash', 'normal'), after(seconds(30)));
scene.given(issue('cash', 'vip'), after(seconds(10)), call('1'));
const [called] = callsOf(scene.journal());
if (!called) throw new Error('nobody was called');
const differencesWith = (more: Partial<Called>) =>
  callDifferences(called.state, { ...called.event, ...more }, called.at).map(
    ({ member }) => member,
  );

describe('a recorded call decided again', () => {
  it('PROOF-1, CTR-10 a call of rules that knew no counter as away is proved by them', () => {
    const dedicated = { lanes: ['vip'] };
    const counters = [{ ...counter('1', 'cash', 'account'), dedicated }, counter('2', 'cash')];
    const hall = openScene(hallConfig({ counters })).given(open('1'), open('2'), issue());
    hall.given(after(seconds(30)), issue('cash', 'vip'), pause('2'), after(seconds(600)));
    hall.given(call('1'), finish('V001', '1'), call('1'));
    const calls = callsOf(hall.journal()).map(({ state, event, at }) => {
      const old = callDifferences(state, { ...event, ruleVersion: 1 }, at);
      return [callDifferences(state, event, at), old.map(({ member }) => member)];
    });
    expect(calls).toEqual([
      [[], ['passedOver']],
      [[], ['ticket', 'score']],
    ]);
  });

  it('PROOF-1 is the same for every call of random halls under every policy', () => {
    let judged = 0;
    const policies = new Set<string>();
    const property = fc.property(randomDay(400), (day) => {
      for (const { state, at, event } of callsOf(play(day).journal)) {
        judged += 1;
        policies.add(event.policy);
        expect(callDifferences(state, event, at)).toEqual([]);
      }
    });
    fc.assert(property, { seed: FIXED_SEED, numRuns: 260 });
    expect(judged).toBeGreaterThan(1_500);
    expect(policies.size).toBeGreaterThan(4);
  });

  it.each<[string, Partial<Called>]>([
    ['ticket', { ticket: TicketId.parse('20261121-0001') }],
    ['score', { score: called.event.score + 1 }],
    ['passedOver', { passedOver: [] }],
    ['protectedBy', { protectedBy: TicketId.parse('20261121-0001') }],
    ['policy', { policy: 'fifo' }],
    ['attempt', { attempt: 2 }],
    ['ruleVersion', { ruleVersion: 99 }],
  ])('PROOF-1 control: a planted %s is found, and nothing else', (member, more) => {
    expect(differencesWith({})).toEqual([]);
    expect(differencesWith(more)).toEqual([member]);
  });

  it('PROOF-1 control: a call at a counter that could not call is found', () => {
    const { state, event, at } = called;
    const paused = state.counters.map((row) => ({ ...row, state: 'paused' as const }));
    const members = callDifferences({ ...state, counters: paused }, event, at);
    expect(members).toEqual([{ member: 'counter', recorded: 'open', decided: 'paused' }]);
    const closed = { ...state, day: state.day && { ...state.day, open: false } };
    expect(callDifferences(closed, event, at)).toMatchObject([{ member: 'day' }]);
  });
});
