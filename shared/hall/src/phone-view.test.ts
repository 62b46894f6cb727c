import { TicketId } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import { call, comeBack, finish, issue, missEarly, open } from '../testing/commands.ts';
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

  test('WAIT-2, MISS-4 everybody is told how many are called before, the held one among them', () => {
    const scene = returned(99, 5);
    const numbers = ['A002', 'A003', 'A004', 'A001', 'A005', 'A006'];
    const ahead = numbers.map(
      (number) => phoneView(scene.hall(), scene.ticket(number).id).ticket?.ahead,
    );
    expect(ahead).toEqual([0, 1, 2, 3, 4, 5]);
    expect(numbersCalled(scene, '1', 6)).toEqual(numbers);
  });

  test('WAIT-5, CALL-4 no more later ones are ahead than may still pass', () => {
    const scene = openScene(withPolicy({ kind: 'strict', passOverCap: 3 }));
    scene.given(open('1'), issue(), issue());
    for (let i = 0; i < 8; i += 1) scene.given(issue('cash', 'vip'));
    scene.given(call('1'), finish('V001', '1'));
    expect(told(scene)).toMatchObject({ ahead: 2, worstPosition: 2 });
    expect(numbersCalled(scene, '1', 3)).toEqual(['V002', 'V003', 'A001']);
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
    expect(calledBefore(scene, 2)).toBe(-1);
    expect(told(scene)).toMatchObject({ hold: 1, ahead: 1, worstPosition: null });
    expect(calledBefore(scene, 1)).toBe(-1);
    expect(told(scene)).toMatchObject({ hold: 0, ahead: 0, worstPosition: 0 });
    expect(calledBefore(scene, 1)).toBe(0);
  });
});
