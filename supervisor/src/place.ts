/** Which page of the monitor is shown, from the fragment of the address, so that it can be kept as a bookmark. */
import { type ReadonlySignal, signal } from '@preact/signals';

export type Place = 'hall' | 'bookings';

export const BOOKINGS = '#/bookings';

export const placeOf = (hash: string): Place => (hash === BOOKINGS ? 'bookings' : 'hall');

export const followPlace = (): ReadonlySignal<Place> => {
  const place = signal(placeOf(location.hash));
  addEventListener('hashchange', () => {
    place.value = placeOf(location.hash);
  });
  return place;
};
