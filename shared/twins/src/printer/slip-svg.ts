/**
 * A slip of the twin as a picture: an SVG whose units are the dots of the head, so that a renderer at one
 * pixel per dot shows what the thermal head would burn. Every character sits in its own cell, as it does in
 * a printer.
 */
import {
  cellDots,
  HEIGHT_DOTS,
  type PaperItem,
  type PaperSlip,
  type Run,
  runDots,
} from './paper.ts';

type Line = Extract<PaperItem, { kind: 'line' }>;
type Code = Extract<PaperItem, { kind: 'qr' }>;

const MARGIN = 24;
const FONT =
  "'IBM Plex Sans','Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Where something of a width begins. */
const startOf = (where: Line['where'], width: number, paper: number): number => {
  if (where === 'left') return 0;
  return where === 'centre' ? Math.floor((paper - width) / 2) : paper - width;
};

const glyph = (character: string, x: number, baseline: number, run: Run): string => {
  const cell = cellDots(character);
  // Letters fill their cell of 12 by 24 dots, Chinese characters their square of 24.
  const size = cell === HEIGHT_DOTS ? 24 : 21;
  const colour = run.inverse ? 'white' : 'black';
  const weight = run.bold ? 700 : 500;
  // Only letters that would not fit are pressed together.
  const pressed = cell !== HEIGHT_DOTS && /[A-Zmw%@&]/.test(character);
  const narrow = pressed ? ` textLength="${cell - 1}" lengthAdjust="spacingAndGlyphs"` : '';
  return (
    `<g transform="translate(${x} ${baseline}) scale(${run.wide} ${run.high})">` +
    `<text x="${cell / 2}" y="-5" text-anchor="middle" font-size="${size}" font-weight="${weight}" fill="${colour}"${narrow}>${escaped(character)}</text></g>`
  );
};

const lineSvg = (line: Line, top: number, paper: number): string => {
  const width = line.runs.reduce((sum, run) => sum + runDots(run), 0);
  const tallest = Math.max(1, ...line.runs.map(({ high }) => high)) * HEIGHT_DOTS;
  const baseline = top + tallest;
  let x = startOf(line.where, width, paper);
  const parts: string[] = [];
  for (const run of line.runs) {
    const runWidth = runDots(run);
    if (run.inverse) {
      const high = run.high * HEIGHT_DOTS;
      parts.push(`<rect x="${x}" y="${baseline - high}" width="${runWidth}" height="${high}"/>`);
    }
    for (const character of run.text) {
      if (character !== ' ') parts.push(glyph(character, x, baseline, run));
      x += cellDots(character) * run.wide;
    }
  }
  return parts.join('');
};

const codeDots = ({ modules, module }: Code): number => modules.length * module;

const codeSvg = (code: Code, top: number, paper: number): string => {
  const left = startOf(code.where, codeDots(code), paper);
  const { module } = code;
  return code.modules
    .flatMap((row, y) =>
      row.flatMap((dark, x) =>
        dark ? [`M${left + x * module} ${top + y * module}h${module}v${module}h-${module}z`] : [],
      ),
    )
    .join('');
};

const heightOf = (item: PaperItem): number => (item.kind === 'qr' ? codeDots(item) : item.dots);

/** `dots`: what the head can reach; the paper is a little wider. */
export const slipSvg = (slip: PaperSlip, dots: number): string => {
  let top = MARGIN;
  const parts = slip.items.map((item) => {
    const at = top;
    top += heightOf(item);
    if (item.kind === 'line') return lineSvg(item, at, dots);
    return item.kind === 'qr' ? `<path d="${codeSvg(item, at, dots)}"/>` : '';
  });
  const [width, height] = [dots + 2 * MARGIN, top + MARGIN];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" shape-rendering="crispEdges">` +
    `<rect width="${width}" height="${height}" fill="white"/><g transform="translate(${MARGIN} 0)">${parts.join('')}</g></svg>`
  );
};
