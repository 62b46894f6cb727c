import { TicketId } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import { call, comeBack, issue, missEarly, open } from '../testing/commands.ts';
import { withPolicy } from '../testing/config.ts';
import { after, numbersCalled, openScene, type Scene } from '../testing/scene.ts';
import { phoneView } from './phone-view.ts';

const A001 = TicketId.parse('20261121-0001');

const told = (scene: Scene) => phoneView(scene.hall(), A001).ticket;

/** First come first served. A001 has missed its call and is back, held for three more of its lane. */
const returned = (passOverCap: number, others: number): Scene => {
  const scene = openScene(withPolicy({ kind: 'fifo', passOverCap }));
  scene.given(open('1'), issue('cash'), call('1'), missEarly('A001', '1', 'looked-for'));
  for (let i = 0; i < others; i += 1) scene.given(after(1), issue('cash'));
  return scene.given(comeBack('A001'));
};

/** How many a counter calls before A001. */
const calledBefore = (scene: Scene, among: number): number =>
  numbersCalled(scene, '1', among).indexOf('A001');

describe('a held ticket on the phone', () => {
  test('LINK-2, MISS-4 is told no worst position, and everybody whom it lets go', () => {
    const scene = returned(99, 5);
    expect(told(scene)).toMatchObject({ hold: 3, ahead: 3, worstPosition: null });
    expect(calledBefore(scene, 5)).toBe(3);
  });

  test.each([0, 1, 2])(
    'MISS-4 lets go whoever is there, fewer than it is held for: %i',
    (others) => {
      const scene = returned(99, others);
      expect(told(scene)?.ahead).toBe(others);
      expect(calledBefore(scene, others + 1)).toBe(others);
    },
  );

  test('MISS-4 whoever goes before the last that it lets go is ahead of it, too', () => {
    const scene = returned(99, 1).given(after(1), issue('cash', 'vip'), after(1), issue('cash'));
    scene.given(after(1), issue('cash', 'vip'));
    expect(told(scene)?.ahead).toBe(3);
    expect(calledBefore(scene, 5)).toBe(3);
  });

  test('LINK-2, CALL-6 a cap does not bound who goes first until it is held no more', () => {
    const scene = returned(0, 1).given(issue('cash'), issue('cash'), issue('cash'));
    expect(told(scene)).toMatchObject({ hold: 3, ahead: 3, worstPosition: null });
    expect(calledBefore(scene, 3)).toBe(-1);
    expect(told(scene)).toMatchObject({ hold: 0, ahead: 0, worstPosition: 0 });
    expect(calledBefore(scene, 1)).toBe(0);
  });
});
