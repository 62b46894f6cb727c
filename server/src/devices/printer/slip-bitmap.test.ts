/** Codes of slips, read as a phone reads them: from the dots that the bytes burn. Source: ACC-13. */
import type { PaperWidth } from '@tingxu/contract/sheets';
import type { BurntDots } from '@tingxu/twins/printer/slip-dots';
import reader from 'jsqr';
import { describe, expect, it } from 'vitest';
import { SAMPLE_FACTS } from './sample-slip.ts';
import { slipMarks } from './slip.ts';
import { DOTS, slipBytes } from './slip-marks.ts';
import { printedDots } from './testing/printed-dots.ts';

const LAYOUTS = ['normal', 'large', 'documents'] as const;
const PAPERS: readonly PaperWidth[] = [58, 80];
/** As a real one is: a name, an identity of the ticket, and a proof of 128 bits. */
const PAGE = 'https://q.branch.example/t/#riverside.20261123-0417.AbCdEfGhIjKlMnOpQrStUv';

type Layout = (typeof LAYOUTS)[number];

const slipOf = (layout: Layout, paper: PaperWidth): BurntDots => {
  const facts = { ...SAMPLE_FACTS, page: PAGE };
  const marks = slipMarks(facts, { layout, paper, languages: ['zh-CN', 'en'] });
  return printedDots(slipBytes(marks, paper), DOTS[paper]);
};

/** White paper around what the head can reach. */
const MARGIN = 24;

/** Null where no code can be read. */
const readCode = (dots: BurntDots): string | null => {
  const width = (dots[0]?.length ?? 0) + 2 * MARGIN;
  const pixels = new Uint8ClampedArray(width * dots.length * 4).fill(255);
  for (const [y, row] of dots.entries()) {
    for (const [x, isBurnt] of row.entries()) {
      if (isBurnt) pixels.fill(0, (y * width + x + MARGIN) * 4, (y * width + x + MARGIN) * 4 + 3);
    }
  }
  return (
    reader.default(pixels, width, dots.length, { inversionAttempts: 'dontInvert' })?.data ?? null
  );
};

/** A corner of the code is torn off: the lowest part of the slip that bears it. */
const damaged = (dots: BurntDots): BurntDots =>
  dots.map((row) => row.map((isBurnt, x) => isBurnt && x < row.length / 2));

describe('the code on a slip', () => {
  it.each(LAYOUTS.flatMap((layout) => PAPERS.map((paper) => [layout, paper] as const)))(
    'SLIP-6 of the layout %s on %i mm is read from its dots',
    (layout, paper) => {
      expect(readCode(slipOf(layout, paper))).toBe(PAGE);
    },
  );

  it('SLIP-6 is not read from half of it', () => {
    expect(readCode(damaged(slipOf('normal', 80)))).toBeNull();
  });
});
