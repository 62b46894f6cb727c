/**
 * What a hall tells everybody beside its calls: notices for some days, and tables of rates or fees.
 * Dates are business days of the hall, both ends included, so that no clock decides what is shown.
 * Source: H74, H75, H76.
 */
import * as z from 'zod/mini';
import { BusinessDay, SHOWN } from './ids.ts';

const shown = (most: number) => z.string().check(z.maxLength(most), z.regex(SHOWN));

/** In each language the hall shows; who reads none of the others is shown the Simplified Chinese. */
const textOf = (most: number) =>
  z.strictObject({ 'zh-CN': shown(most), 'zh-HK': z.optional(shown(most)), en: shown(most) });

/** Short enough to be read from the last row before its turn is over. */
export const NOTICE_MOST = 120;
const NoticeText = textOf(NOTICE_MOST);
const PanelText = textOf(24);

export const NoticePlace = z.enum(['board', 'kiosk']);
export type NoticePlace = z.infer<typeof NoticePlace>;

const NoticeId = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,31}$/))
  .brand<'NoticeId'>();

const days = {
  /** The first business day on which it stands there; without it at once. */
  from: z.optional(BusinessDay),
  /** The last one; without it until it is taken away. */
  to: z.optional(BusinessDay),
};
/** Without it everywhere. */
const places = z.optional(z.array(NoticePlace).check(z.minLength(1)));

type Days = { readonly from?: BusinessDay | undefined; readonly to?: BusinessDay | undefined };
const inOrder = ({ from, to }: Days): boolean =>
  from === undefined || to === undefined || from <= to;

export const Notice = z
  .strictObject({ id: NoticeId, text: NoticeText, ...days, places })
  .check(z.refine(inOrder, { path: ['to'], message: 'the last day is before the first' }));
export type Notice = z.infer<typeof Notice>;

/** A table: rates, fees, exchange. As many values in each row as there are columns, or one. */
export const Panel = z
  .strictObject({
    id: NoticeId,
    title: PanelText,
    columns: z.optional(z.array(PanelText).check(z.minLength(1), z.maxLength(3))),
    rows: z
      .array(
        z.strictObject({
          name: PanelText,
          values: z.array(shown(10)).check(z.minLength(1), z.maxLength(3)),
        }),
      )
      .check(z.minLength(1), z.maxLength(40)),
    ...days,
    places,
  })
  .check(
    z.refine(inOrder, { path: ['to'], message: 'the last day is before the first' }),
    z.refine(
      ({ columns, rows }) => rows.every(({ values }) => values.length === (columns?.length ?? 1)),
      { path: ['rows'], message: 'a row has not as many values as the table has columns' },
    ),
  );
export type Panel = z.infer<typeof Panel>;

const ids = (rows: readonly { readonly id: string }[]): boolean =>
  new Set(rows.map(({ id }) => id)).size === rows.length;

export const Notices = z
  .array(Notice)
  .check(z.maxLength(20), z.refine(ids, 'two notices share an id'));
export const Panels = z.array(Panel).check(z.maxLength(6), z.refine(ids, 'two tables share an id'));

/** Whether something with such days and places stands there. Rules: TELL-1. */
export const standsOn = ({ from, to }: Days, day: BusinessDay): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);
export const standsAt = (
  { places: named }: { readonly places?: readonly NoticePlace[] | undefined },
  place: NoticePlace,
): boolean => named === undefined || named.includes(place);
