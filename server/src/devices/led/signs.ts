/** The signs of a line as the driver wants them: what each shall show now, drawn once for as long as it is so. */
import type { HallState } from '@tingxu/hall/state';
import type { LedSetting, SignSetting } from '../device-settings.ts';
import { type Dots, drawPage } from './dots.ts';
import { GLYPH_DOTS } from './glyphs.ts';
import type { LedSign } from './led-driver.ts';
import type { NoteSigns } from './note-signs.ts';
import { callsOn, type SignedCall } from './sign-calls.ts';
import { type SignFacts, signFacts } from './sign-facts.ts';
import { type SignPage, type SignRole, scaleOf, signPages } from './sign-pages.ts';

const roleOf = ({ width, height, counter, rows, language = 'zh-CN' }: SignSetting): SignRole => ({
  ...{ size: { width, height }, language },
  shows:
    counter === undefined
      ? { calls: true, rows: rows ?? Math.floor(height / GLYPH_DOTS) }
      : { counter },
});

type Shown = { readonly pages: readonly SignPage[]; readonly calls: readonly SignedCall[] };
type SayOf = (role: SignRole) => Shown;

const NOTHING: Shown = { pages: [], calls: [] };

/** Facts of a state that does not change are made once. */
const saidBy = (stateOf: () => HallState | null): SayOf => {
  let last: { readonly state: HallState; readonly facts: SignFacts } | null = null;
  return (role) => {
    const state = stateOf();
    if (state === null) return NOTHING;
    if (last?.state !== state) last = { state, facts: signFacts(state) };
    const pages = signPages(last.facts, role);
    return { pages, calls: callsOn(state, pages, role) };
  };
};

/** Drawn anew when the words change; told anew also when the same words stand for another call. Rules: LED-8. */
const drawnFor = (role: SignRole, sayOf: SayOf) => {
  const callsOf = new WeakMap<readonly Dots[], readonly SignedCall[]>();
  let text = '[]';
  let calling = '[]';
  let drawn: readonly Dots[] = [];
  const wanted = (): readonly Dots[] => {
    const { pages, calls } = sayOf(role);
    const words = JSON.stringify(pages);
    const called = JSON.stringify(calls);
    if (words !== text) drawn = pages.map((rows) => drawPage(rows, role.size, scaleOf(role)));
    else if (called !== calling) drawn = [...drawn];
    [text, calling] = [words, called];
    callsOf.set(drawn, calls);
    return drawn;
  };
  return { wanted, callsOf: (pages: readonly Dots[]) => callsOf.get(pages) ?? [] };
};

export const signsOf = (
  { signs }: LedSetting,
  stateOf: () => HallState | null,
  note: NoteSigns,
): readonly LedSign[] => {
  const sayOf = saidBy(stateOf);
  return signs.map((setting) => {
    const role = roleOf(setting);
    const { address = 1 } = setting;
    const { wanted, callsOf } = drawnFor(role, sayOf);
    const onTaken = (pages: readonly Dots[]): void => note(address, callsOf(pages));
    return { address, size: role.size, wanted, onTaken };
  });
};
