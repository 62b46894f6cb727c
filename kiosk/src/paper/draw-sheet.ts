/**
 * A sheet as a drawing whose units are the dots of a printer's head, so that it is as long and as wide as the
 * one that a printer of the hall makes of the same lines. Rules: SLIP-7.
 */
import type { Sheet, SheetLine } from '@tingxu/contract/sheets';
import { qrModules } from '@tingxu/ui/lib/qr-modules';

const SVG = 'http://www.w3.org/2000/svg';
/** What a head reaches. Units: dots. */
const WIDTH: Readonly<Record<Sheet['paper'], number>> = { 58: 384, 80: 576 };
const DOTS_PER_MM = 8;
/** Units: dots. */
const CELL = 24;
const LEADING = 8;
/** Above the first line and below the last one, for the knife. */
const EDGE = 24;

/** Chinese fonts of fixed width have letters of half a square, as printers do. */
const FONT = "'Noto Sans Mono CJK SC','Noto Sans CJK SC','Microsoft YaHei',monospace";

export type Drawing = {
  readonly svg: SVGSVGElement;
  readonly widthMm: number;
  readonly heightMm: number;
};

const make = <K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
};

const cells = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x80 ? CELL / 2 : CELL), 0);

type Text = Extract<SheetLine, { kind: 'text' }>;

const drawText = (line: Text, top: number, width: number): SVGElement[] => {
  const { text, wide, high, bold, inverse, where } = line;
  const own = cells(text);
  const left = where === 'left' ? 0 : (width - own * wide) / 2;
  const words = make('text', {
    transform: `translate(${left} ${top}) scale(${wide} ${high})`,
    ...{ x: 0, y: CELL - 4, textLength: own, lengthAdjust: 'spacingAndGlyphs' },
    ...{ 'font-size': CELL, 'font-weight': bold ? 700 : 400, fill: inverse ? '#fff' : '#000' },
  });
  words.style.whiteSpace = 'pre';
  words.textContent = text;
  const ground = { x: left, y: top, width: own * wide, height: CELL * high };
  return inverse ? [make('rect', ground), words] : [words];
};

const drawCode = (text: string, module: number, top: number, width: number) => {
  const rows = qrModules(text);
  const side = rows.length * module;
  const left = (width - side) / 2;
  const squares = rows.flatMap((row, y) =>
    row.flatMap((dark, x) =>
      dark ? [`M${left + x * module} ${top + y * module}h${module}v${module}h-${module}z`] : [],
    ),
  );
  return { side, path: make('path', { d: squares.join('') }) };
};

/** How far a line goes down, and what it puts on the paper. */
const draw = (
  line: SheetLine,
  top: number,
  width: number,
): { readonly dots: number; readonly parts: readonly SVGElement[] } => {
  switch (line.kind) {
    case 'text':
      return { dots: line.high * CELL + LEADING, parts: drawText(line, top, width) };
    case 'space':
      return { dots: line.dots, parts: [] };
    case 'rule': {
      const across = { x: 0, y: top + CELL / 2, width, height: 2 };
      return { dots: CELL + LEADING, parts: [make('rect', across)] };
    }
    case 'qr': {
      const { side, path } = drawCode(line.text, line.module, top, width);
      return { dots: side, parts: [path] };
    }
    default:
      return line satisfies never;
  }
};

export const drawSheet = ({ paper, lines }: Sheet): Drawing => {
  const width = WIDTH[paper];
  const svg = make('svg', { 'font-family': FONT, 'shape-rendering': 'crispEdges' });
  let top = EDGE;
  for (const line of lines) {
    const { dots, parts } = draw(line, top, width);
    svg.append(...parts);
    top += dots;
  }
  const height = top + EDGE;
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return { svg, widthMm: width / DOTS_PER_MM, heightMm: height / DOTS_PER_MM };
};
