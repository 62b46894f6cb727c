import { PhoneView } from '@tingxu/contract/views';
import { CONNECTING, type FeedState } from '@tingxu/feed-client/follow';
import { expect, it } from 'vitest';
import { readLink } from './link.ts';
import { callKey, stageOf } from './stage.ts';

const row = (more: object = {}) => ({
  ...{
    number: 'A042',
    lane: 'normal',
    service: 'cash',
    state: 'waiting',
    issuedAt: 1,
    further: [],
  },
  ...{ ahead: 2, worstPosition: 5, wait: null, hold: 0, counter: null, calls: 0, calledAt: null },
  ...{ validUntilAt: null, mayReturn: false, ...more },
});
const RATING = { number: 'A042', counter: '3', given: false };
const state = (
  ticket: object | null,
  more: object = {},
  rating: object | null = null,
): FeedState<'phone'> => ({
  ...CONNECTING,
  view: PhoneView.parse({
    ...{ audience: 'phone', profile: null, day: { open: true, businessDay: '2026-11-23' } },
    ...{ ticket, rating },
  }),
  status: 'live',
  ...more,
});

it('LINK-2 each state of the ticket has its stage', () => {
  const kinds = ['waiting', 'called', 'serving', 'missed', 'parked', 'preparing'].map(
    (name) => stageOf(state(row({ state: name })), null).kind,
  );
  expect(kinds).toEqual(['waiting', 'called', 'serving', 'missed', 'aside', 'aside']);
});

it('LINK-2 an ended visit keeps the number that was seen, and none that never was', () => {
  const seen = state(row({ state: 'missed' })).view?.ticket ?? null;
  expect(stageOf(state(null), seen)).toEqual({ kind: 'over', row: seen, rating: null });
  expect(stageOf(state(null), null)).toEqual({ kind: 'over', row: null, rating: null });
  expect(stageOf(CONNECTING, null).kind).toBe('connecting');
});

it('RATE-6 a visit that ended served asks until it is rated', () => {
  expect(stageOf(state(null, {}, RATING), null)).toEqual({ kind: 'rating', rating: RATING });
  const given = { ...RATING, given: true };
  expect(stageOf(state(null, {}, given), null)).toMatchObject({ kind: 'over', rating: given });
});

it('LINK-1 a link that the server refuses shows nothing of any ticket', () => {
  const problem = { type: 'about:blank', title: '', status: 404, code: 'link-unknown' } as const;
  expect(stageOf(state(row(), { problem }), null)).toEqual({ kind: 'bad-link' });
});

it('a recall is felt like a call, and nothing else is', () => {
  const called = (calls: number, calledAt: number) =>
    callKey(stageOf(state(row({ state: 'called', counter: '3', calls, calledAt })), null));
  expect(called(1, 5)).not.toBe(called(2, 9));
  expect(called(1, 5)).toBe(called(1, 5));
  expect(callKey(stageOf(state(row({ state: 'serving', counter: '3' })), null))).toBeNull();
});

it('LINK-1 reads a link from the fragment, and nothing that is none', () => {
  const proof = 'A'.repeat(22);
  expect(readLink(`#main.20261123-0042.${proof}`)).toMatchObject({
    ...{ hall: 'main', ticket: '20261123-0042' },
  });
  for (const other of ['', '#', '#main', `#main.20261123-0042.${proof}x`, '#<script>']) {
    expect(readLink(other), other).toBeNull();
  }
});
