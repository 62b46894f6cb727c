/**
 * Prints by the browser's own printing, which says nothing of paper: only that it has begun and that it is
 * over. Rules: SLIP-7, SLIP-8.
 */
import type { Sheet, SheetEnd } from '@tingxu/contract/sheets';
import { drawSheet } from './draw-sheet.ts';

/** A browser that prints says so at once; one that may not never does. Units: ms. */
const BEGIN_MS = 1_000;
/** For a print job to be made, and handed to the system. Units: ms. */
const OVER_MS = 8_000;

/** Nothing but the sheet, on a page as long as the sheet is. */
const rulesFor = (paper: number, widthMm: number, heightMm: number): string => `
@page { size: ${paper}mm ${heightMm}mm; margin: 0 }
@media screen { .sheet { display: none } }
@media print {
  html, body { all: initial; display: block; background: #fff !important }
  body > :not(.sheet) { display: none !important }
  .sheet { display: block; width: ${widthMm}mm; margin: 0 ${(paper - widthMm) / 2}mm }
  .sheet > svg { display: block; width: 100%; height: ${heightMm - 0.5}mm }
}`;

const heard = (type: 'beforeprint' | 'afterprint', withinMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (came: boolean): void => {
      clearTimeout(timer);
      removeEventListener(type, come);
      resolve(came);
    };
    const come = (): void => end(true);
    const timer = setTimeout(() => end(false), withinMs);
    addEventListener(type, come);
  });

export const printSheet = async (sheet: Sheet): Promise<SheetEnd> => {
  const { svg, widthMm, heightMm } = drawSheet(sheet);
  const place = document.createElement('div');
  place.className = 'sheet';
  place.append(svg);
  const rules = new CSSStyleSheet();
  rules.replaceSync(rulesFor(sheet.paper, widthMm, heightMm));
  const before = document.adoptedStyleSheets;
  document.body.append(place);
  document.adoptedStyleSheets = [...before, rules];
  try {
    const over = heard('afterprint', OVER_MS);
    const begun = heard('beforeprint', BEGIN_MS);
    print();
    if (!(await begun)) return 'not-printed';
    return (await over) ? 'printed' : 'unsure';
  } finally {
    document.adoptedStyleSheets = before;
    place.remove();
  }
};
