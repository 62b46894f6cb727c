/** What has come out of the twin of a ticket printer, as a person would see it. Units: dots of 1/8 mm. */

/** Characters of one look side by side. */
export type Run = {
  readonly text: string;
  readonly wide: number;
  readonly high: number;
  readonly bold: boolean;
  readonly inverse: boolean;
};

export type Where = 'left' | 'centre' | 'right';

export type PaperItem =
  | {
      readonly kind: 'line';
      readonly runs: readonly Run[];
      readonly where: Where;
      readonly dots: number;
      /** The text was wider than the paper, and went on below. */
      readonly spilled: boolean;
    }
  | { readonly kind: 'space'; readonly dots: number }
  | {
      readonly kind: 'qr';
      readonly text: string;
      /** Dark or not, row by row, with the quiet zone. */
      readonly modules: readonly (readonly boolean[])[];
      readonly module: number;
      readonly where: Where;
    };

/** `torn`: somebody pulled it out before it was whole. */
export type PaperSlip = { readonly items: readonly PaperItem[]; readonly torn: boolean };

export const LETTER_DOTS = 12;
export const HEIGHT_DOTS = 24;

export const cellDots = (character: string): number =>
  (character.codePointAt(0) ?? 0) < 0x80 ? LETTER_DOTS : 2 * LETTER_DOTS;

export const runDots = ({ text, wide }: Run): number =>
  [...text].reduce((sum, character) => sum + cellDots(character) * wide, 0);

/** The text of a slip, line by line. */
export const slipText = ({ items }: PaperSlip): string =>
  items
    .flatMap((item) => (item.kind === 'line' ? [item.runs.map(({ text }) => text).join('')] : []))
    .join('\n');

/** What the codes of a slip say. */
export const slipCodes = ({ items }: PaperSlip): string[] =>
  items.flatMap((item) => (item.kind === 'qr' ? [item.text] : []));
