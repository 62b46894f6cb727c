/** Hands the bookings to their components. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { BookingsModel } from './bookings-model.ts';

export const BookingsContext = createContext<BookingsModel | null>(null);

export const useBookings = (): BookingsModel => {
  const model = useContext(BookingsContext);
  if (!model) throw new Error('useBookings needs its provider above it');
  return model;
};
