/** The line over the missed numbers: as much of what to do as is true and has room. Pure. */
import type { HallProfile } from '@tingxu/contract/hall-profile';
import { mayReturnBy } from '@tingxu/contract/missed-rule';
import { textWidth } from './text-width.ts';

type MissedTexts = Readonly<Record<'missed' | 'missedHow' | 'missedWhere' | 'missedHint', string>>;

/** Whether whoever was missed may come back at a kiosk, in every lane. Rules: MISS-9. */
export const comesBackAlone = (lanes: readonly Pick<HallProfile['lanes'][number], 'missed'>[]) =>
  lanes.every(({ missed }) => missed.maxReturns > 0 && mayReturnBy(missed, 'kiosk'));

/** `width`: what the line has. Units: em. */
export const missedTitle = (words: MissedTexts, alone: boolean, width: number): string => {
  const { missed, missedHow, missedWhere, missedHint } = words;
  return (
    [...(alone ? [missedHow, missedWhere] : []), missedHint]
      .map((hint) => `${missed} · ${hint}`)
      .find((whole) => textWidth(whole) <= width) ?? missed
  );
};
