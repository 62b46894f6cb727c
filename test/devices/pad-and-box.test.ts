/** One hand holds the number pad and the box of buttons: the same key does the same at the same counter. */
import { CounterId, StaffId } from '@tingxu/contract/ids';
import { PAD_KEYS, type PadKey } from '@tingxu/contract/pad-keys';
import type { Action } from '@tingxu/counter-client/desk/action';
import { answerTo } from '@tingxu/counter-client/desk/answer';
import { deskOf } from '@tingxu/counter-client/desk/desk';
import { decide } from '@tingxu/hall/decide';
import { call, issue, open, pause, start } from '@tingxu/hall/testing/commands';
import { openScene, type Scene } from '@tingxu/hall/testing/scene';
import { counterView } from '@tingxu/hall/view';
import { keyMeaning } from '@tingxu/server/devices/caller/key-command';
import { describe, expect, it } from 'vitest';

const COUNTER = CounterId.parse('1');
const STAFF = StaffId.parse('s1');
const KEYS = Object.keys(PAD_KEYS) as PadKey[];

const COMMANDS: Partial<Record<Action['type'], string>> = {
  ...{ callNext: 'CallNext', start: 'StartService', finish: 'FinishService', miss: 'MissTicket' },
  ...{ recall: 'RecallTicket', resume: 'ResumeCounter' },
};
/** What the dialog of a key leads to. */
const ASKED: Partial<Record<string, string>> = { pause: 'PauseCounter', help: 'CallForHelp' };

/** Empty where the page refuses the key. */
const atPad = (scene: Scene, key: PadKey, autoNext: boolean): readonly unknown[] => {
  const [view, station] = [counterView(scene.hall()), { counter: COUNTER, staff: STAFF }];
  const desk = deskOf(view, station);
  const intent = PAD_KEYS[key];
  const answer = answerTo(intent, { desk, view, station, at: scene.now(), live: true, autoNext });
  if (answer.kind === 'ask') return [ASKED[intent]];
  return answer.kind === 'do' ? answer.actions.map(({ type }) => COMMANDS[type]) : [];
};

/** Empty where box or hall refuse the key. */
const atBox = (scene: Scene, key: PadKey): readonly unknown[] => {
  const pressed = { key: key.charCodeAt(0), choice: 0 };
  const meaning = keyMeaning(scene.hall(), COUNTER, pressed);
  if (typeof meaning === 'number') return [];
  const actor = { role: 'teller', staff: STAFF } as const;
  return decide(scene.hall(), meaning, { at: scene.now(), actor }).ok ? [meaning.type] : [];
};

const busy = () => openScene().given(open('1'), issue(), issue());
const SCENES: Readonly<Record<string, () => Scene>> = {
  free: busy,
  calling: () => busy().given(call('1')),
  serving: () => busy().given(call('1'), start('A001', '1')),
  paused: () => busy().given(pause('1')),
};

/** What SPEC says of the differences; with the choice of the page on, and off. */
const PAGE_ONLY = new Map([['serving +', ['FinishService', 'CallNext']]]);
const BOX_ONLY = new Map([['paused /', ['ResumeCounter']]]);

describe('a key of the number pad and of the box', () => {
  it.each(Object.entries(SCENES))(
    'CALLER-1 does the same at a counter that is %s',
    (name, scene) => {
      for (const key of KEYS) {
        const place = `${name} ${key}`;
        const [box, pad] = [atBox(scene(), key), atPad(scene(), key, false)];
        expect(box, place).toEqual(BOX_ONLY.get(place) ?? pad);
        expect(atPad(scene(), key, true), place).toEqual(PAGE_ONLY.get(place) ?? pad);
      }
    },
  );

  it('does something with every key somewhere', () => {
    for (const key of KEYS) {
      const done = Object.values(SCENES).flatMap((scene) => atBox(scene(), key));
      // No ticket of these scenes may be missed yet.
      expect(done.length > 0, key).toBe(key !== '-');
    }
  });
});
