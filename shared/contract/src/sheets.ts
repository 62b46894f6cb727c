/**
 * Sheets that a kiosk prints by its own browser, where its printer understands no ESC/POS: what the page
 * says of itself, and what it is given to print. Rules: SLIP-7, SLIP-8.
 */
import * as z from 'zod/mini';
import { Count } from './ids.ts';

/** Width of a roll. Units: mm. */
export const PaperWidth = z.union([z.literal(58), z.literal(80)]);
export type PaperWidth = z.infer<typeof PaperWidth>;

/** Times the usual size. */
const Times = z.int().check(z.gte(1), z.lte(8));

/**
 * One line below the other. A letter is 12 wide, a Chinese character 24, both 24 high, times `wide` and `high`.
 * Units: dots of 1/8 mm.
 */
export const SheetLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: z.string(),
    wide: Times,
    high: Times,
    bold: z.boolean(),
    inverse: z.boolean(),
    where: z.enum(['left', 'centre']),
  }),
  z.strictObject({ kind: z.literal('space'), dots: Count }),
  z.strictObject({ kind: z.literal('rule') }),
  z.strictObject({ kind: z.literal('qr'), text: z.string(), module: Times }),
]);
export type SheetLine = z.infer<typeof SheetLine>;

/** A slip or a test page. */
export const Sheet = z.strictObject({
  /** Of this run of the server: given to one page, once. */
  id: Count,
  paper: PaperWidth,
  lines: z.array(SheetLine),
});
export type Sheet = z.infer<typeof Sheet>;

/** `printed`: the browser has taken it whole. `not-printed`: it did not begin. `unsure`: it began, and no more is known. */
export const SheetEnd = z.enum(['printed', 'not-printed', 'unsure']);
export type SheetEnd = z.infer<typeof SheetEnd>;

/** The name of a kiosk's page, made by itself when it is loaded. */
export const KioskPageId = z
  .string()
  .check(z.regex(/^[a-z0-9]{8,32}$/))
  .brand<'KioskPageId'>();
export type KioskPageId = z.infer<typeof KioskPageId>;

/**
 * That the page is there, whether the device that hangs on it works (its browser prints, its reader is there), and
 * what became of the sheet that it was given last. Rules: DEV-7, SLIP-8.
 */
export const PageReport = z.strictObject({
  page: KioskPageId,
  able: z.boolean(),
  ended: z.optional(z.strictObject({ sheet: Count, end: SheetEnd })),
});
export type PageReport = z.infer<typeof PageReport>;

export const PageReportReply = z.strictObject({ sheet: z.nullable(Sheet) });
export type PageReportReply = z.infer<typeof PageReportReply>;
