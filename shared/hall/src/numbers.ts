/** Ticket numbers and ids. Source: product.md 4.3. */
import type { LaneConfig, ServiceConfig } from '@tingxu/contract/config';
import type { BusinessDay, SeriesLetter, TicketId, TicketNumber } from '@tingxu/contract/ids';
import type { HallState } from './state.ts';

/** The series a ticket is numbered in: the lane's own, else the service's. Rules: NUM-3. */
export const seriesFor = (lane: LaneConfig, service: ServiceConfig): SeriesLetter =>
  lane.series ?? service.series;

/** The letter of a number. */
export const seriesOf = (number: TicketNumber): SeriesLetter => number.slice(0, 1) as SeriesLetter;

/** The next number of a series: 001 … 999, then 1000 and on. Rules: NUM-1, NUM-2. */
export const nextNumber = (hall: HallState, series: SeriesLetter): TicketNumber => {
  const next = (hall.series[series] ?? 0) + 1;
  return `${series}${String(next).padStart(3, '0')}` as TicketNumber;
};

/** The internal key: day and ordinal, so an id says whether it was ever given. Rules: NUM-4. */
export const nextTicketId = (hall: HallState, day: BusinessDay): TicketId =>
  `${day.replaceAll('-', '')}-${String(hall.issued + 1).padStart(4, '0')}` as TicketId;
