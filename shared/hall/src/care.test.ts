import { HALL_AUDIENCES } from '@tingxu/contract/roles';
import { DEFAULT_WATCH, type WatchRule } from '@tingxu/contract/watch';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerCare, call, closeDay, issue, open, openDay } from '../testing/commands.ts';
import { hallConfig } from '../testing/config.ts';
import { after, by, byTeller, minutes, openScene, type Scene } from '../testing/scene.ts';
import { explainTicket } from './explain.ts';
import { feedEvents } from './feed-diff.ts';
import { viewOf } from './view.ts';

const A001 = '20261121-0001';
const A002 = '20261121-0002';
const answered = (scene: Scene): readonly string[] => {
  const [event] = scene.when(answerCare());
  if (event?.type !== 'CareAnswered') throw new Error('an answer is one fact');
  return event.tickets;
};

describe('whoever has waited long is seen to', () => {
  test('CARE-1 from the limit on, in line only', () => {
    const scene = openScene().given(open('1'), issue(), issue(), after(minutes(15) - 1));
    expect(scene.refused(answerCare())).toEqual({ code: 'care-not-needed' });
    scene.given(call('1'), after(1));
    expect(answered(scene)).toEqual([A002]);
  });

  test('CARE-1 again when as much has passed since somebody went there', () => {
    const scene = openScene().given(issue(), after(minutes(15)), answerCare());
    scene.given(after(minutes(15) - 1));
    expect(scene.refused(answerCare()).code).toBe('care-not-needed');
    expect(answered(scene.given(after(1)))).toEqual([A001]);
  });

  test('CARE-2 an answer is for all who need it then, and for nobody else', () => {
    const scene = openScene().given(issue(), after(minutes(5)), issue(), after(minutes(10)));
    expect(scene.when(by('supervisor', answerCare()))).toEqual([
      { type: 'CareAnswered', tickets: [A001] },
    ]);
    expect(scene.refused(answerCare()).code).toBe('care-not-needed');
    expect(answered(scene.given(after(minutes(5))))).toEqual([A002]);
  });

  test('CARE-2 it says who went and when, to those in charge only, and a new day knows nothing of it', () => {
    const scene = openScene().given(issue(), after(minutes(15)));
    const before = scene.hall();
    const [event] = scene.when(byTeller('l7', answerCare()));
    expect(event).toEqual({ type: 'CareAnswered', tickets: [A001], staff: 'l7' });
    const row = { answeredAt: scene.now(), staff: 'l7' };
    expect(viewOf(scene.hall(), 'supervisor').care).toEqual(row);
    const told = HALL_AUDIENCES.filter((audience) =>
      feedEvents(before, scene.hall(), audience).some(({ type }) => type === 'care'),
    );
    expect(told).toEqual(['supervisor']);
    // Staff see of the ticket that somebody was there; the customer and the hall see nothing.
    expect(viewOf(scene.hall(), 'counter').tickets).toMatchObject({
      [A001]: { caredAt: scene.now() },
    });
    for (const audience of ['kiosk', 'board', 'pad'] as const) {
      expect(JSON.stringify(viewOf(scene.hall(), audience))).not.toMatch(/caredAt|"care"|l7/);
    }
    scene.given(closeDay('end-remaining'), openDay(hallConfig(), '2026-11-22'));
    expect(viewOf(scene.hall(), 'supervisor').care).toBeNull();
  });

  test('CARE-2 the trail of each ticket concerned tells it, and no other trail', () => {
    const scene = openScene().given(issue(), after(minutes(15)), issue(), answerCare());
    const entries = scene.journal().map(({ at, event }, index) => ({
      ...{ seq: index + 1, at, event, actor: { role: 'lobby' as const } },
      commandId: '00000000-0000-4000-8000-000000000000',
    }));
    const kinds = (ref: string) =>
      explainTicket(scene.hall().hall, entries as never, ref as never)?.steps.map(
        ({ kind }) => kind,
      );
    expect(kinds(A001)).toEqual(['issued', 'cared']);
    expect(kinds(A002)).toEqual(['issued']);
  });

  test('CARE-4 the hall says the limits, and staff screens are told them', () => {
    const rules = (scene: Scene) => viewOf(scene.hall(), 'supervisor').rules?.watch;
    expect(rules(openScene())).toEqual(DEFAULT_WATCH);
    const strict = openScene(hallConfig({ watch: { careMs: minutes(5) } }));
    expect(rules(strict)).toEqual({ ...DEFAULT_WATCH, careMs: minutes(5) });
    expect(answered(strict.given(issue(), after(minutes(5))))).toEqual([A001]);
  });

  test('CARE-4 a quiet longer than the wait that needs care counts as that wait', () => {
    const quiet = (watch: WatchRule) =>
      viewOf(openScene(hallConfig({ watch })).hall(), 'supervisor').rules?.watch.careQuietMs;
    expect(quiet({ careQuietMs: minutes(240) })).toBe(DEFAULT_WATCH.careMs);
    expect(quiet({ careMs: minutes(3) })).toBe(minutes(3));
    expect(quiet({ careMs: minutes(3), careQuietMs: minutes(2) })).toBe(minutes(2));
  });

  test('CARE-1, CARE-2 nobody is left out, and nobody is gone to twice within the limit', () => {
    const steps = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant('answer')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(steps, (walk) => {
        const scene = openScene();
        const due = new Map<string, number>();
        for (const what of walk) {
          if (what === 'answer') answersWhoIsDue(scene, due);
          else {
            scene.given(after(minutes(Number(what))), issue());
            const id = `20261121-${String(10_001 + due.size).slice(1)}`;
            due.set(id, scene.now() + minutes(15));
          }
        }
      }),
    );
  });
});

/** Whose limit has passed by then, and nobody else; from now on it runs anew for them. */
const answersWhoIsDue = (scene: Scene, due: Map<string, number>): void => {
  const want = [...due].filter(([, at]) => at <= scene.now()).map(([id]) => id);
  const found = want.length === 0 ? [] : answered(scene);
  if (want.length === 0) expect(scene.refused(answerCare()).code).toBe('care-not-needed');
  expect([...found].sort()).toEqual(want.sort());
  for (const id of want) due.set(id, scene.now() + minutes(15));
};
