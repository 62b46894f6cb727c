/** Codes of slips, read as a phone reads them: from the dots that the bytes burn. Source: ACC-13. */
import type { PaperWidth } from '@tingxu/contract/sheets';
import type { BurntDots } from '@tingxu/twins/printer/slip-dots';
import reader from 'jsqr';
import { describe, expect, it } from 'vitest';
import { SAMPLE_FACTS } from './sample-slip.ts';
import { type SlipPlan, slipMarks } from './slip.ts';
import { DOTS, slipBytes } from './slip-marks.ts';
import { printedDots } from './testing/printed-dots.ts';

const LAYOUTS = ['normal', 'large', 'documents'] as const;
const PAPERS: readonly PaperWidth[] = [58, 80];
/** As a real one is: a name, an identity of the ticket, and a proof of 128 bits. */
const PAGE = 'https://q.branch.example/t/#riverside.20261123-0417.AbCdEfGhIjKlMnOpQrStUv';

type Layout = (typeof LAYOUTS)[number];

type Languages = SlipPlan['languages'];
const LANGUAGES: readonly Languages[] = [['zh-CN', 'en'], ['zh-HK', 'en'], ['en', 'zh-CN'], ['en']];

const slipOf = (
  layout: Layout,
  paper: PaperWidth,
  languages: Languages = ['zh-CN', 'en'],
): BurntDots => {
  const facts = { ...SAMPLE_FACTS, page: PAGE, copy: languages[0] === 'en' };
  const marks = slipMarks(facts, { layout, paper, languages });
  return printedDots(slipBytes(marks, paper), DOTS[paper]);
};

/** White paper around what the head can reach. */
const MARGIN = 24;

/** Null where no code can be read. */
const codeOn = (dots: BurntDots) => {
  const width = (dots[0]?.length ?? 0) + 2 * MARGIN;
  const pixels = new Uint8ClampedArray(width * dots.length * 4).fill(255);
  for (const [y, row] of dots.entries()) {
    for (const [x, isBurnt] of row.entries()) {
      if (isBurnt) pixels.fill(0, (y * width + x + MARGIN) * 4, (y * width + x + MARGIN) * 4 + 3);
    }
  }
  return reader.default(pixels, width, dots.length, { inversionAttempts: 'dontInvert' });
};
const readCode = (dots: BurntDots): string | null => codeOn(dots)?.data ?? null;

const DOTS_PER_MM = 8;
/** Rows above that have the number and nothing else as tall. */
const HEAD = 500;

/** Heights of what stands one below the other, with blank rows between. Units: mm. */
const heights = (dots: BurntDots): number[] => {
  const found: number[] = [];
  let run = 0;
  for (const row of [...dots, []]) {
    if (row.some(Boolean)) run += 1;
    else {
      if (run > 0) found.push(run / DOTS_PER_MM);
      run = 0;
    }
  }
  return found;
};

/** Of one module. Units: mm. */
const moduleMm = (dots: BurntDots): number => {
  const found = codeOn(dots);
  if (!found) return 0;
  const { topLeftCorner, topRightCorner } = found.location;
  return (topRightCorner.x - topLeftCorner.x) / (17 + 4 * found.version) / DOTS_PER_MM;
};

/** Blank paper left and right of the code, in its modules. */
const quiet = (dots: BurntDots): number => {
  const found = codeOn(dots);
  if (!found) return 0;
  const { topLeftCorner, topRightCorner, bottomLeftCorner } = found.location;
  const rows = dots.slice(Math.ceil(topLeftCorner.y), Math.floor(bottomLeftCorner.y));
  const left = Math.min(...rows.map((row) => row.indexOf(true)).filter((at) => at >= 0));
  const right = Math.max(...rows.map((row) => row.lastIndexOf(true)));
  const width = dots[0]?.length ?? 0;
  const side = topRightCorner.x - topLeftCorner.x;
  return Math.min(left, width - 1 - right) / (side / (17 + 4 * found.version));
};

/** A corner of the code is torn off: the lowest part of the slip that bears it. */
const damaged = (dots: BurntDots): BurntDots =>
  dots.map((row) => row.map((isBurnt, x) => isBurnt && x < row.length / 2));

describe('the code on a slip', () => {
  it.each(LAYOUTS.flatMap((layout) => PAPERS.map((paper) => [layout, paper] as const)))(
    'SLIP-6 of the layout %s on %i mm is read from its dots, in each language',
    (layout, paper) => {
      for (const languages of LANGUAGES) {
        expect(readCode(slipOf(layout, paper, languages)), languages.join()).toBe(PAGE);
      }
    },
  );

  it.each(LAYOUTS.flatMap((layout) => PAPERS.map((paper) => [layout, paper] as const)))(
    'SLIP-6 of the layout %s on %i mm: digits of 12 mm, modules of half a millimetre, a quiet zone of four',
    (layout, paper) => {
      const dots = slipOf(layout, paper);
      expect(Math.max(...heights(dots.slice(0, HEAD)))).toBeGreaterThanOrEqual(12);
      expect(moduleMm(dots)).toBeGreaterThanOrEqual(0.5);
      expect(quiet(dots)).toBeGreaterThanOrEqual(4);
    },
  );

  it('SLIP-6 measures a smaller slip as smaller', () => {
    // Every second row and dot: what a head of 16 dots a millimetre would make of the same bytes.
    const dots = slipOf('normal', 80).filter((_row, y) => y % 2 === 0);
    const half = dots.map((row) => row.filter((_isBurnt, x) => x % 2 === 0));
    expect(Math.max(...heights(half.slice(0, HEAD / 2)))).toBeLessThan(12);
    expect(moduleMm(half)).toBeLessThan(0.5);
  });

  it('SLIP-6 is not read from half of it', () => {
    expect(readCode(damaged(slipOf('normal', 80)))).toBeNull();
  });
});
