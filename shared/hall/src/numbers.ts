/** Ticket numbers and ids. Source: product.md 4.3. */
import type { LaneConfig, ServiceConfig } from '@tingxu/contract/config';
import type { BusinessDay, SeriesLetter, TicketId, TicketNumber } from '@tingxu/contract/ids';
import type { HallState } from './state.ts';

/** The series a ticket is numbered in: the lane's own, else the service's. Rules: NUM-3. */
export const seriesFor = (lane: LaneConfig, service: ServiceConfig): SeriesLetter =>
  lane.series ?? service.series;

/** The letter of a number. */
export const seriesOf = (number: TicketNumber): SeriesLetter => number.slice(0, 1) as SeriesLetter;

const ticketNumber = (series: SeriesLetter, ordinal: number): TicketNumber =>
  `${series}${String(ordinal).padStart(3, '0')}` as TicketNumber;

const ticketId = (day: BusinessDay, ordinal: number): TicketId =>
  `${day.replaceAll('-', '')}-${String(ordinal).padStart(4, '0')}` as TicketId;

/** The next number of a series: 001 … 999, then 1000 and on. Rules: NUM-1, NUM-2. */
export const nextNumber = (hall: HallState, series: SeriesLetter): TicketNumber =>
  ticketNumber(series, (hall.series[series] ?? 0) + 1);

/** The internal key: day and ordinal, so an id says whether it was ever given. Rules: NUM-4. */
export const nextTicketId = (hall: HallState, day: BusinessDay): TicketId =>
  ticketId(day, hall.issued + 1);

/** Whether the number was given today; `A0001` is no other way to write `A001`. */
export const numberWasGiven = (hall: HallState, number: TicketNumber): boolean => {
  const series = seriesOf(number);
  const ordinal = Number(number.slice(1));
  const given = ordinal >= 1 && ordinal <= (hall.series[series] ?? 0);
  return given && number === ticketNumber(series, ordinal);
};

/** Whether the id is one of that day, given or not. */
export const isOfDay = (day: BusinessDay, id: TicketId): boolean =>
  id.startsWith(`${day.replaceAll('-', '')}-`);

/** Whether the id was given on the day. */
export const idWasGiven = (hall: HallState, day: BusinessDay, id: TicketId): boolean => {
  const ordinal = Number(id.slice(id.indexOf('-') + 1));
  return ordinal >= 1 && ordinal <= hall.issued && id === ticketId(day, ordinal);
};
