/**
 * Contrast as it is drawn: every text of a page measured in a picture of it, whatever its colours,
 * opacities and what lies behind say. Source: quality.md ACC-03; WCAG 2.2, 1.4.6.
 */
import type { Page } from 'playwright-core';
import { type Box, lettersOf } from './geometry.ts';

/** Of the pixels of a text, so many are wholly its own colour: the rest is ground and smoothed edges. */
const INK_SHARE = 0.02;

const placeOf = ({ left, top, right, bottom }: Box): string =>
  [left, top, right, bottom].map(Math.round).join(' ');

/** Texts with less contrast than wanted, with what they have, e.g. `10:05 3.2`. */
export const paleTexts = async (page: Page, least: number): Promise<string[]> => {
  const before = await lettersOf(page);
  const picture = (await page.screenshot({ animations: 'disabled', scale: 'css' })).toString(
    'base64',
  );
  // What changed its place meanwhile, as a board that takes its turns does, is not where the picture has it.
  const after = new Set((await lettersOf(page)).map(({ box }) => placeOf(box)));
  const boxes = before
    .filter(({ box }) => after.has(placeOf(box)))
    .map(({ text, box }) => ({ text, ...box }));
  const measured = await page.evaluate(
    async ({ png, places, share }) => {
      const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = bitmap;
      const pen = new OffscreenCanvas(width, height).getContext('2d');
      if (!pen) throw new Error('no canvas to measure colours on');
      pen.drawImage(bitmap, 0, 0);
      const linear = (value: number): number => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      };
      const luminancesIn = (left: number, top: number, wide: number, high: number): number[] => {
        const { data } = pen.getImageData(left, top, wide, high);
        return Array.from({ length: wide * high }, (_, index) => {
          const [red = 0, green = 0, blue = 0] = data.subarray(index * 4, index * 4 + 3);
          return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        });
      };
      /** The luminance that most pixels have, nearly. */
      const groundOf = (found: readonly number[]): number => {
        const counts = new Map<number, number>();
        for (const one of found) {
          const step = Math.round(Math.sqrt(one) * 64);
          counts.set(step, (counts.get(step) ?? 0) + 1);
        }
        const [most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0];
        return (most / 64) ** 2;
      };
      return places.flatMap(({ text, ...box }) => {
        const left = Math.max(0, Math.floor(box.left));
        const top = Math.max(0, Math.floor(box.top));
        const wide = Math.min(width, Math.ceil(box.right)) - left;
        const high = Math.min(height, Math.ceil(box.bottom)) - top;
        if (wide < 2 || high < 2) return [];
        const found = luminancesIn(left, top, wide, high);
        const ground = groundOf(found);
        const ratios = found
          .map((one) => (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05))
          .sort((a, b) => b - a);
        return [{ text, ratio: ratios[Math.floor(ratios.length * share)] ?? 1 }];
      });
    },
    { png: picture, places: boxes, share: INK_SHARE },
  );
  if (measured.length === 0) return ['no text was measured'];
  return measured
    .filter(({ ratio }) => ratio < least)
    .map(({ text, ratio }) => `${text} ${ratio.toFixed(1)}`);
};
