/** References of bookings: made by chance, shown once, and known to the hall by their hash only. Rules: BOOK-1. */
import { createHash, randomBytes } from 'node:crypto';
import { BookingId, BookingReference } from '@tingxu/contract/appointments';
import { type Role, STAFF_ROLES } from '@tingxu/contract/roles';

/** Crockford's letters: none that is taken for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

export const newReference = (): BookingReference => {
  // 32 letters divide 256, so each is as likely as the others.
  const signs = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]);
  return BookingReference.parse(signs.join(''));
};

/** As somebody reads it from a slip: small letters, gaps, O for 0, I and L for 1. */
const spelt = (text: string): string =>
  text.replaceAll('-', '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** The id under which the hall knows what a customer has the reference of. */
export const bookingIdOf = (text: string): BookingId => {
  const hash = createHash('sha256').update(spelt(text)).digest('hex');
  return BookingId.parse(hash.slice(0, 32));
};

/**
 * Staff name a booking by its id, too, as their list has it; a customer only by the reference, so that
 * whoever reads a journal cannot speak for those who booked.
 */
export const bookingNamed = (text: string, role: Role): BookingId => {
  const id = STAFF_ROLES.includes(role) ? BookingId.safeParse(text) : null;
  return id?.success ? id.data : bookingIdOf(text);
};
