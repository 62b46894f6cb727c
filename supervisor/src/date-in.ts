/** Dates of a hall. Pure. */
import { BusinessDay } from '@tingxu/contract/ids';

/** The date on a hall's calendar. Pure. */
export const dateIn = (zone: string, at: number): BusinessDay =>
  BusinessDay.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at));
