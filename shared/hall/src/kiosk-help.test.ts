import { describe, expect, test } from 'vitest';
import { atKiosk, closeDay, openDay, stopIssuing } from '../testing/commands.ts';
import { hallConfig } from '../testing/config.ts';
import { after, by, emptyScene, openScene, type Scene, seconds } from '../testing/scene.ts';
import { feedEvents } from './feed-diff.ts';
import { viewOf } from './view.ts';

const ask = (kiosk = 'K1') => by('kiosk', atKiosk('CallForHelpAtKiosk', kiosk));
const answer = (kiosk = 'K1') => atKiosk('AnswerKioskHelp', kiosk);
const end = (kiosk = 'K1') => atKiosk('EndKioskHelp', kiosk);
const asking = (scene: Scene): unknown => viewOf(scene.hall(), 'kiosk').kioskHelp;

describe('a customer asks for a person at a kiosk', () => {
  test('HELP-1 kiosk, lobby and supervisor see it, its answer and its end; nobody else does', () => {
    const scene = openScene().given(after(seconds(5)));
    expect(scene.when(ask())).toEqual([{ type: 'KioskHelpCalled', kiosk: 'K1' }]);
    const calledAt = scene.now();
    const asked = { kiosk: 'K1', calledAt, answeredAt: null };
    expect(asking(scene)).toEqual({ K1: asked });
    expect(viewOf(scene.hall(), 'supervisor').kioskHelp).toEqual({ K1: asked });
    for (const audience of ['board', 'pad', 'counter'] as const) {
      expect(JSON.stringify(viewOf(scene.hall(), audience))).not.toContain('kioskHelp');
    }
    scene.given(after(seconds(30)), answer());
    expect(asking(scene)).toEqual({ K1: { ...asked, answeredAt: scene.now() } });
    scene.given(end());
    expect(asking(scene)).toEqual({});
  });

  test('HELP-1 also while a manager has stopped issuing, but not while the day is closed', () => {
    openScene().given(stopIssuing('overcrowded'), ask());
    expect(emptyScene().refused(ask()).code).toBe('day-not-open');
  });

  test('HELP-1 only what is asked is answered, once; the customer may take it back', () => {
    const scene = openScene();
    expect(scene.refused(answer()).code).toBe('help-not-called');
    expect(scene.refused(end()).code).toBe('help-not-called');
    scene.given(ask(), answer());
    expect(scene.refused(answer()).code).toBe('help-not-called');
    expect(scene.when(by('kiosk', end()))).toEqual([{ type: 'KioskHelpEnded', kiosk: 'K1' }]);
    expect(scene.refused(end()).code).toBe('help-not-called');
  });

  test('HELP-1 the closing of the day ends it, for the screens that follow, too', () => {
    const scene = openScene().given(ask(), ask('K2'), end('K2'));
    const before = scene.hall();
    scene.given(closeDay());
    expect(asking(scene)).toEqual({});
    const gone = { type: 'kiosk-help-gone', kiosk: 'K1' };
    expect(feedEvents(before, scene.hall(), 'supervisor')).toContainEqual(gone);
    scene.given(openDay(), ask());
  });

  test('HELP-3 where the hall names its kiosks only those ask; without names each asks by its id', () => {
    openScene().given(ask('K99'));
    const places = [{ id: 'K1', name: { 'zh-CN': '大门', en: 'Door' } }];
    const named = openScene(hallConfig({ kiosks: { places } }));
    expect(named.refused(ask('K99'))).toEqual({ code: 'kiosk-unknown' });
    named.given(ask('K1'));
  });

  test('HELP-2 a kiosk asks once at a time and once a minute, another one beside it', () => {
    const scene = openScene().given(ask(), after(seconds(20)));
    expect(scene.refused(ask()).code).toBe('help-already-called');
    scene.given(end(), ask('K2'));
    expect(scene.refused(ask())).toEqual({
      code: 'help-too-soon',
      retryAt: scene.now() + seconds(40),
    });
    scene.given(after(seconds(39)));
    expect(scene.refused(ask()).code).toBe('help-too-soon');
    scene.given(after(seconds(1)), ask());
    expect(Object.keys(asking(scene) as object)).toEqual(['K2', 'K1']);
  });

  test('HELP-2 how often is a setting', () => {
    const scene = openScene(hallConfig({ kiosks: { helpEveryMs: 10_000 } }));
    scene.given(ask(), end(), after(seconds(9)));
    expect(scene.refused(ask()).code).toBe('help-too-soon');
    scene.given(after(seconds(1)), ask());
  });

  test('HELP-1 staff are told where the kiosk stands', () => {
    const places = [{ id: 'K2', name: { 'zh-CN': '大门左侧', en: 'left of the door' } }];
    const scene = openScene(hallConfig({ kiosks: { places } }));
    expect(viewOf(scene.hall(), 'supervisor').profile?.kiosks).toEqual(places);
  });
});
