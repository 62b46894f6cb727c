/** The signs of a line as the driver wants them: what each shall show now, drawn once for as long as it is so. */
import type { HallState } from '@tingxu/hall/state';
import type { LedSetting, SignSetting } from '../device-settings.ts';
import { type Dots, drawPage } from './dots.ts';
import { GLYPH_DOTS } from './glyphs.ts';
import type { LedSign } from './led-driver.ts';
import { type SignFacts, signFacts } from './sign-facts.ts';
import { type SignRole, scaleOf, signPages } from './sign-pages.ts';

const roleOf = ({ width, height, counter, rows, language = 'zh-CN' }: SignSetting): SignRole => ({
  ...{ size: { width, height }, language },
  shows:
    counter === undefined
      ? { calls: true, rows: rows ?? Math.floor(height / GLYPH_DOTS) }
      : { counter },
});

/** Facts of a state that does not change are made once. */
const factsFrom = (stateOf: () => HallState | null): (() => SignFacts | null) => {
  let last: { readonly state: HallState; readonly facts: SignFacts } | null = null;
  return () => {
    const state = stateOf();
    if (state === null) return null;
    if (last?.state !== state) last = { state, facts: signFacts(state) };
    return last.facts;
  };
};

const drawnFor = (role: SignRole, factsOf: () => SignFacts | null): LedSign['wanted'] => {
  let text = '[]';
  let drawn: readonly Dots[] = [];
  return () => {
    const facts = factsOf();
    const pages = facts === null ? [] : signPages(facts, role);
    const now = JSON.stringify(pages);
    if (now !== text) {
      text = now;
      drawn = pages.map((rows) => drawPage(rows, role.size, scaleOf(role)));
    }
    return drawn;
  };
};

export const signsOf = (
  { signs }: LedSetting,
  stateOf: () => HallState | null,
): readonly LedSign[] => {
  const factsOf = factsFrom(stateOf);
  return signs.map((setting) => {
    const role = roleOf(setting);
    return { address: setting.address ?? 1, size: role.size, wanted: drawnFor(role, factsOf) };
  });
};
