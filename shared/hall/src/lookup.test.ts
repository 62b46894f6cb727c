import { TicketRef } from '@tingxu/contract/ids';
import { expect, test } from 'vitest';
import { cancel, closeDay, issue, openDay } from '../testing/commands.ts';
import { hallConfig } from '../testing/config.ts';
import { openScene } from '../testing/scene.ts';
import { findTicket } from './lookup.ts';

const codeOf = (scene: ReturnType<typeof openScene>, ref: string): string => {
  const found = findTicket(scene.hall(), TicketRef.parse(ref));
  return found.ok ? found.value.id : found.rejection.code;
};

test('NUM-4 a ticket is found by its id and, on its day, by its number', () => {
  const scene = openScene().given(issue(), issue('account'));
  expect(codeOf(scene, 'B001')).toBe('20261121-0002');
  expect(codeOf(scene, '20261121-0001')).toBe('20261121-0001');
});

test('END-1 an ended ticket is told from one that was never issued', () => {
  const scene = openScene().given(issue(), cancel('A001'), issue());
  expect(codeOf(scene, 'A001')).toBe('ticket-ended');
  expect(codeOf(scene, '20261121-0001')).toBe('ticket-ended');
  expect(codeOf(scene, 'A003')).toBe('ticket-unknown');
  expect(codeOf(scene, '20261121-0003')).toBe('ticket-unknown');
  expect(codeOf(scene, 'B001')).toBe('ticket-unknown');
});

test('NUM-1 a number that the hall never gives is unknown, not ended', () => {
  const scene = openScene().given(issue(), cancel('A001'), issue());
  for (const ref of ['A000', 'A0001', 'A0002', '20261121-0000', '20261121-00001']) {
    expect([ref, codeOf(scene, ref)]).toEqual([ref, 'ticket-unknown']);
  }
});

test('NUM-1 tickets of another day are unknown', () => {
  const scene = openScene().given(issue(), closeDay('end-remaining'));
  expect(codeOf(scene, 'A001')).toBe('day-not-open');
  scene.given(openDay(hallConfig(), '2026-11-22'));
  expect(codeOf(scene, 'A001')).toBe('ticket-unknown');
  expect(codeOf(scene, '20261121-0001')).toBe('ticket-unknown');
});
