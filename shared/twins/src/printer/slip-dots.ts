/**
 * A slip of the twin as the dots that a thermal head burns, one by one. The letters are given: a printer has its
 * own, of 12 by 24 and 24 by 24 dots. Pure. Units: dots of 1/8 mm.
 */
import {
  cellDots,
  HEIGHT_DOTS,
  type PaperItem,
  type PaperSlip,
  type Run,
  runDots,
  type Where,
} from './paper.ts';

/** Rows from the top; true is burnt. */
export type BurntDots = readonly (readonly boolean[])[];

/** Whether the letter has a dot there, of a cell of letters; counted from its upper left corner. */
export type LetterDots = (character: string, x: number, y: number) => boolean;

const startOf = (where: Where, width: number, dots: number): number => {
  if (where === 'left') return 0;
  return where === 'centre' ? Math.floor((dots - width) / 2) : dots - width;
};

type Sheet = { readonly rows: boolean[][]; readonly dots: number; readonly letters: LetterDots };

const feed = ({ rows, dots }: Sheet, count: number): number => {
  const top = rows.length;
  for (let row = 0; row < count; row += 1) rows.push(Array<boolean>(dots).fill(false));
  return top;
};

/** Of one character; what is written white on black fills its cell. */
const burnCell = (sheet: Sheet, run: Run, character: string, left: number, top: number): void => {
  const { wide, high, bold, inverse } = run;
  const cell = cellDots(character);
  for (let y = 0; y < HEIGHT_DOTS * high; y += 1) {
    const row = sheet.rows[top + y];
    if (!row) continue;
    for (let x = 0; x < cell * wide; x += 1) {
      const [dotX, dotY] = [Math.floor(x / wide), Math.floor(y / high)];
      const inked =
        sheet.letters(character, dotX, dotY) ||
        (bold && dotX > 0 && sheet.letters(character, dotX - 1, dotY));
      if (left + x < sheet.dots) row[left + x] = inked !== inverse;
    }
  }
};

const burnLine = (sheet: Sheet, line: Extract<PaperItem, { kind: 'line' }>): void => {
  const top = feed(sheet, line.dots);
  const tallest = Math.max(1, ...line.runs.map(({ high }) => high)) * HEIGHT_DOTS;
  const width = line.runs.reduce((sum, run) => sum + runDots(run), 0);
  let left = startOf(line.where, width, sheet.dots);
  for (const run of line.runs) {
    for (const character of run.text) {
      burnCell(sheet, run, character, left, top + tallest - run.high * HEIGHT_DOTS);
      left += cellDots(character) * run.wide;
    }
  }
};

const burnCode = (sheet: Sheet, code: Extract<PaperItem, { kind: 'qr' }>): void => {
  const { modules, module, where } = code;
  const side = modules.length * module;
  const left = startOf(where, side, sheet.dots);
  const top = feed(sheet, side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const isDark = modules[Math.floor(y / module)]?.[Math.floor(x / module)] ?? false;
      const row = sheet.rows[top + y];
      if (row && left + x >= 0 && left + x < sheet.dots) row[left + x] = isDark;
    }
  }
};

/** `dots`: what the head can reach. */
export const slipDots = ({ items }: PaperSlip, dots: number, letters: LetterDots): BurntDots => {
  const sheet: Sheet = { rows: [], dots, letters };
  for (const item of items) {
    if (item.kind === 'line') burnLine(sheet, item);
    else if (item.kind === 'qr') burnCode(sheet, item);
    else feed(sheet, item.dots);
  }
  return sheet.rows;
};
